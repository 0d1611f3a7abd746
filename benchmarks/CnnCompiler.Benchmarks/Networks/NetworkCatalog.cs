using System.Linq;
using CnnCompiler.Zoo;

namespace CnnCompiler.Benchmarks.Networks;

/// <summary>The networks that commands know by a short name: LeNet-5, ResNet-20, and four as torchvision has them.</summary>
internal static class NetworkCatalog
{
    private static readonly (string Name, string ClassName)[] _entries =
    [
        ("lenet5", nameof(LeNet5)),
        ("resnet20", nameof(ResNet20)),
        ("alexnet", nameof(AlexNetTorchvision)),
        ("googlenet", nameof(GoogLeNetTorchvision)),
        ("resnet50", nameof(ResNet50)),
        ("vgg16", nameof(VggD)),
    ];

    /// <summary>All names.</summary>
    public static string[] Names => [.. _entries.Select(entry => entry.Name)];

    /// <summary>Makes an instance of a network in this list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    public static Network Create(string name, NetworkOptions options) => ZooCatalog.Find(ClassName(name))!.Create(options);

    /// <summary>The class of a network in this list.</summary>
    /// <param name="name">Its name.</param>
    public static string ClassName(string name) => _entries.Single(entry => entry.Name == name).ClassName;
}
