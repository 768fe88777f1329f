"""The two networks of the comparison in PyTorch, as host-trainer/Earshot.Training/Models defines them.

Every convolution is followed by batch normalisation and has no bias of its own; activations are ReLU.
"""
from torch import nn


def convolution(inputs, outputs, kernel, stride=1, padding=0, groups=1):
    return [
        nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False),
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


def stride_ds_24(classes):
    return nn.Sequential(
        *convolution(1, 24, 5, 2, 2), nn.ReLU(),
        *separable(24, 36, 5, 2, 2),
        *separable(36, 54, 5, 2, 0),
        nn.Flatten(), nn.Dropout(0.5), nn.LazyLinear(64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, classes),
    )


BUILDERS = {"ds-cnn-64": ds_cnn_64, "stride-ds-24": stride_ds_24}
