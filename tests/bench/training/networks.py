"""The networks of the comparison in PyTorch, as host-trainer/Earshot.Training/Models defines them.

Every convolution is followed by batch normalisation and has no bias of its own; activations are ReLU.
"""
import torch
from torch import nn


def convolution(inputs, outputs, kernel, stride=1, padding=0, dilation=1, groups=1):
    return [
        nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, groups, bias=False),
        nn.BatchNorm2d(outputs),
    ]


def separable(inputs, outputs, kernel, stride, padding):
    return [
        *convolution(inputs, inputs, kernel, stride, padding, groups=inputs), nn.ReLU(),
        *convolution(inputs, outputs, 1), nn.ReLU(),
    ]


def ds_cnn_64(classes):
    return nn.Sequential(
        *convolution(1, 16, 5, 2, 2), nn.ReLU(),
        *separable(16, 32, 3, (1, 2), (0, 1)),
        *separable(32, 48, 3, (2, 1), (0, 1)),
        *separable(48, 64, 3, 1, (0, 1)),
        *separable(64, 64, 3, (1, 2), (0, 1)),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LazyLinear(classes),
    )


class MelAndDelta(nn.Module):
    """The sum of one head that reads the features and one that reads what a filter over nine frames makes of them."""

    def __init__(self, mel, delta):
        super().__init__()
        self.mel = mel
        self.delta = nn.Sequential(*convolution(1, 1, (9, 1), padding=(4, 0)), *delta)

    def forward(self, images):
        return self.mel(images) + self.delta(images)


class MeanAndMaximum(nn.Module):
    """Mean and maximum of every channel, side by side."""

    def forward(self, images):
        return torch.cat([images.mean((2, 3)), images.amax((2, 3))], 1)


def earshot_m(classes):
    return nn.Sequential(
        *convolution(1, 8, 5, 2, (0, 2)), nn.ReLU(),
        *separable(8, 24, 3, (1, 2), (0, 1)),
        *separable(24, 40, 3, (1, 2), (0, 1)),
        *separable(40, 64, 3, (2, 1), (0, 1)),
        *separable(64, 128, 3, (2, 1), (0, 1)),
        MeanAndMaximum(), nn.LazyLinear(classes),
    )


def ld_cnn_head():
    return nn.Sequential(
        *convolution(1, 80, (1, 37)), nn.ReLU(),
        *convolution(80, 80, (6, 1)), nn.ReLU(), nn.MaxPool2d((3, 4), (3, 1)),
        *convolution(80, 80, (3, 1), dilation=(2, 1)), nn.ReLU(), nn.MaxPool2d((3, 1)),
    )


def ld_cnn(classes):
    return nn.Sequential(
        MelAndDelta(ld_cnn_head(), ld_cnn_head()),
        nn.Flatten(), nn.Dropout(0.25), nn.LazyLinear(64), nn.ReLU(), nn.Dropout(0.25), nn.Linear(64, classes),
    )


def sb_cnn(classes):
    return nn.Sequential(
        *convolution(1, 24, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(2),
        *convolution(24, 48, 5, 1, 2), nn.ReLU(), nn.MaxPool2d(2),
        *convolution(48, 48, 5, 1, 0), nn.ReLU(),
        nn.Flatten(), nn.Dropout(0.5), nn.LazyLinear(64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, classes),
    )


def stride_ds_24(classes):
    return nn.Sequential(
        *convolution(1, 24, 5, 2, 2), nn.ReLU(),
        *separable(24, 36, 5, 2, 2),
        *separable(36, 54, 5, 2, 0),
        nn.Flatten(), nn.Dropout(0.5), nn.LazyLinear(64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, classes),
    )


BUILDERS = {
    "ds-cnn-64": ds_cnn_64,
    "earshot-m": earshot_m,
    "ld-cnn": ld_cnn,
    "sb-cnn": sb_cnn,
    "stride-ds-24": stride_ds_24,
}
