using Marketplace.Benchmarks;

// dotnet run -c Release --project tests/Marketplace.Benchmarks [people] [jobs]: one JSON line for each measurement, times in milliseconds.
var people = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 405_000;
var jobs = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 50_000;
NarrowingBenchmark.Run(people, jobs);
