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
var mermaid = new Option<bool>("--mermaid") { Description = "The graph as a Mermaid flowchart instead of the table." };
var svg = new Option<FileInfo?>("--svg") { Description = "Also draws the graph into this file." };
var summary = new Command("summary", "The table of layers of a network, or its graph.") { name, mermaid, svg };
summary.SetAction(parsed =>
{
    string wanted = parsed.GetRequiredValue(name);
    if (ZooCatalog.Find(wanted) is { } network)
    {
        Console.Write(parsed.GetValue(mermaid) ? network.Summary.ToMermaid() : network.Summary.ToString());
        if (parsed.GetValue(svg) is { } file)
            File.WriteAllText(file.FullName, network.Summary.ToSvg());
        return 0;
    }

    Console.Error.WriteLine($"There is no network {wanted}. The nearest names: {string.Join(", ", NearNames.Of(wanted, ZooCatalog.All.Select(known => known.Name)))}. All of them: list.");
    return 1;
});

return new RootCommand("The known architectures as compiled networks.") { list, summary }.Parse(args).Invoke();
