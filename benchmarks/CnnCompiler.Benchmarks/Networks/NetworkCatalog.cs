using System.Linq;

namespace CnnCompiler.Benchmarks.Networks;

/// <summary>The networks that commands know by name: LeNet-5, ResNet-20, and four as torchvision has them.</summary>
internal static class NetworkCatalog
{
    private static readonly NetworkEntry[] _entries =
    [
        new("lenet5", nameof(Zoo.LeNet5), options => new Zoo.LeNet5(options)),
        new("resnet20", nameof(Zoo.ResNet20), options => new Zoo.ResNet20(options)),
        new("alexnet", nameof(Zoo.AlexNetTorchvision), options => new Zoo.AlexNetTorchvision(options)),
        new("googlenet", nameof(Zoo.GoogLeNetTorchvision), options => new Zoo.GoogLeNetTorchvision(options)),
        new("resnet50", nameof(Zoo.ResNet50), options => new Zoo.ResNet50(options)),
        new("vgg16", nameof(Zoo.VggD), options => new Zoo.VggD(options)),
    ];

    /// <summary>All names.</summary>
    public static string[] Names => [.. _entries.Select(entry => entry.Name)];

    /// <summary>Makes an instance of a network in this list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    public static Network Create(string name, NetworkOptions options) => Find(name).Create(options);

    /// <summary>A network in this list.</summary>
    /// <param name="name">Its name.</param>
    public static NetworkEntry Find(string name) => _entries.Single(entry => entry.Name == name);
}
