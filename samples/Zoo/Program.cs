using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CnnCompiler.Zoo;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var list = new Command("list", "One JSON line for each network: name, input, trainable parameters, multiply-accumulates of a prediction.");
list.SetAction(_ =>
{
    foreach (ZooNetwork network in ZooCatalog.All)
        Console.WriteLine(JsonSerializer.Serialize(new ListedNetwork(network.Name, [.. network.Input], network.Parameters, network.Macs), ListedNetworkContext.Default.ListedNetwork));
});

var name = new Argument<string>("name") { Description = "A name that list prints; upper and lower case are the same." };
var summary = new Command("summary", "The table of layers of a network.") { name };
summary.SetAction(parsed =>
{
    string wanted = parsed.GetRequiredValue(name);
    if (ZooCatalog.Find(wanted) is { } network)
    {
        Console.Write(network.Summary);
        return 0;
    }

    Console.Error.WriteLine($"There is no network {wanted}. The nearest names: {string.Join(", ", NearNames.Of(wanted, ZooCatalog.All.Select(known => known.Name)))}. All of them: list.");
    return 1;
});

return new RootCommand("The known architectures as compiled networks.") { list, summary }.Parse(args).Invoke();
