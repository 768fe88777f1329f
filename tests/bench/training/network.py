"""A network in PyTorch, of the layers that Earshot.TrainingThroughput describes."""
import torch
from torch import nn


def window(layer, make):
    """A layer with a kernel; PyTorch pads both sides alike itself, and with a layer of its own where they differ."""
    top, bottom, left, right = layer["Padding"]
    if (top, left) == (bottom, right):
        return [make((top, left))]
    return [nn.ZeroPad2d((left, right, top, bottom)), make(0)]


def convolution(layer):
    return window(layer, lambda padding: nn.Conv2d(
        layer["InputChannels"], layer["Channels"], tuple(layer["Kernel"]), tuple(layer["Stride"]), padding,
        tuple(layer["Dilation"]), layer["Groups"], bias=not layer["Normalize"]))


def dense(layer):
    drop = [nn.Dropout(layer["DropoutRate"])] if layer["DropoutRate"] else []
    return [nn.Flatten(), *drop, nn.Linear(layer["InputChannels"], layer["Channels"], bias=not layer["Normalize"])]


class WholeMaximum(nn.Module):
    """The maximum over the whole image, for which PyTorch has a faster operator than MaxPool2d."""

    def forward(self, images):
        return images.amax((2, 3), keepdim=True)


def operators(layer, shape):
    """Operators one after another, for an input of the given shape [batch, channels, height, width]."""
    kind = layer["Kind"]
    if kind == "ConvolutionLayer":
        result = convolution(layer)
    elif kind == "DenseLayer":
        result = dense(layer)
    elif kind == "MaximumLayer" and tuple(layer["Kernel"]) == tuple(shape[2:]):
        result = [WholeMaximum()]
    elif kind == "MaximumLayer":
        result = window(layer, lambda padding: nn.MaxPool2d(tuple(layer["Kernel"]), tuple(layer["Stride"]), padding))
    elif kind == "AverageLayer":
        result = window(layer, lambda padding: nn.AvgPool2d(tuple(layer["Kernel"]), tuple(layer["Stride"]), padding, count_include_pad=False))
    elif kind == "GlobalAverageLayer":
        result = [nn.AdaptiveAvgPool2d(1)]
    elif kind in ("AddLayer", "ConcatenationLayer"):
        result = []
    else:
        raise SystemExit(f"network.py does not know {kind}.")
    if layer["Normalize"]:
        result.append(nn.BatchNorm1d(layer["Channels"]) if kind == "DenseLayer" else nn.BatchNorm2d(layer["Channels"]))
    activations = {"Relu": [nn.ReLU()], "Relu6": [nn.ReLU6()], "LeakyRelu": [nn.LeakyReLU(0.1)], "None": []}
    return nn.Sequential(*result, *activations[layer["Activation"]])


class Network(nn.Module):
    """Gives the output of the last layer."""

    def __init__(self, layers, frames, bands):
        super().__init__()
        self.layers = layers
        self.modules_of = nn.ModuleDict()
        shapes = {}
        with torch.no_grad():
            for layer in layers:
                inputs = [torch.zeros(shapes[name]) for name in layer["Inputs"]] or [torch.zeros(2, 1, frames, bands)]
                joined = self.join(layer, inputs)
                self.modules_of[layer["Name"]] = operators(layer, joined.shape)
                shapes[layer["Name"]] = self.modules_of[layer["Name"]](joined).shape

    @staticmethod
    def join(layer, inputs):
        if layer["Kind"] == "AddLayer":
            return inputs[0] + inputs[1]
        return torch.cat(inputs, 1) if layer["Kind"] == "ConcatenationLayer" else inputs[0]

    def forward(self, images):
        outputs = {}
        for layer in self.layers:
            inputs = [outputs[name] for name in layer["Inputs"]] or [images]
            outputs[layer["Name"]] = self.modules_of[layer["Name"]](self.join(layer, inputs))
        return outputs[self.layers[-1]["Name"]]
