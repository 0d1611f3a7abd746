"""The networks that are compared, as PyTorch modules with the same layers as the compiled classes."""

import torchvision
from torch import nn
from torch.nn import functional


class LeNet5(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(400, 120), nn.ReLU(inplace=True), nn.Linear(120, 84), nn.ReLU(inplace=True), nn.Linear(84, 10))


class BasicBlock(nn.Module):
    def __init__(self, channels, filters, stride):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(channels, filters, 3, stride=stride, padding=1, bias=False), nn.BatchNorm2d(filters), nn.ReLU(inplace=True),
            nn.Conv2d(filters, filters, 3, padding=1, bias=False), nn.BatchNorm2d(filters))
        self.projection = nn.Identity() if channels == filters else nn.Sequential(
            nn.Conv2d(channels, filters, 1, stride=stride, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        return functional.relu(self.main(x) + self.projection(x), inplace=True)


class ResNet20(nn.Sequential):
    """For CIFAR-10, with projections where the shape changes (option B)."""

    def __init__(self):
        blocks = [BasicBlock(channels, filters, stride) for channels, filters, stride in
                  [(16, 16, 1)] * 3 + [(16, 32, 2)] + [(32, 32, 1)] * 2 + [(32, 64, 2)] + [(64, 64, 1)] * 2]
        super().__init__(
            nn.Conv2d(3, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU(inplace=True),
            *blocks,
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


# Name: (module, input shape, classes).
NETWORKS = {
    "lenet5": (LeNet5, (1, 28, 28), 10),
    "resnet20": (ResNet20, (3, 32, 32), 10),
    "alexnet": (torchvision.models.alexnet, (3, 224, 224), 1000),
    "googlenet": (lambda: torchvision.models.googlenet(aux_logits=False, init_weights=False), (3, 224, 224), 1000),
    "resnet50": (torchvision.models.resnet50, (3, 224, 224), 1000),
    "vgg16": (torchvision.models.vgg16, (3, 224, 224), 1000),
}
