using Samples;

// Prints for each C# file of a folder what `dotnet build` prints, sorted: the gallery beside the program, or the folder that is given.
string folder = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "Mistakes");
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder {folder}.");
    return 2;
}

foreach (string file in Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal))
{
    foreach (string line in MistakeCompiler.Compile(Path.GetFileName(file), File.ReadAllText(file)))
    {
        Console.WriteLine(line);
    }
}

return 0;
