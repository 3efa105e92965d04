using System.Globalization;
using Marketplace.Benchmarks;

// dotnet run -c Release --project tests/Marketplace.Benchmarks -- NAME [numbers]: one JSON line for each measurement, times in milliseconds.
switch (args.FirstOrDefault() ?? "narrowing")
{
    case "narrowing":
        NarrowingBenchmark.Run(Number(1, 405_000), Number(2, 50_000));
        break;
    case "country":
        await CountryBenchmark.RunAsync(Number(1, 405_000));
        break;
    case "rules":
        RulesBenchmark.Run(Number(1, 10_000), Number(2, 25_000));
        break;
    case "carve":
        CarveBenchmark.Run(Number(1, 200));
        break;
    case "pages":
        await PagesBenchmark.RunAsync(Number(1, 25_000), Number(2, 4_000), Number(3, 12_000));
        break;
    case "load":
        await LoadBenchmark.RunAsync(Option("--people", 25_000), Option("--rate", 100), Option("--seconds", 300), Text("--folder"));
        break;
    default:
        Console.Error.WriteLine("narrowing [people] [jobs] | country [people] | rules [cases] [placements] | carve [inventories] | pages [people] [employers] [tasks] | load [--people N] [--rate N] [--seconds N] [--folder F]");
        return 2;
}

return 0;

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

int Option(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

string? Text(string name) => Array.IndexOf(args, name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : null;
