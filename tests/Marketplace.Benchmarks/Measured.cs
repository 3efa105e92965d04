using System.Diagnostics;
using System.Text.Json;

namespace Marketplace.Benchmarks;

/// <summary>Times of one kind of work, written as one JSON line.</summary>
internal static class Measured
{
    private const int Runs = 3;

    /// <summary>Runs every piece of work once to warm up and three times measured.</summary>
    /// <remarks>
    /// Times are milliseconds by the clock, of all runs; on a machine that others use the best run of each piece (<c>best…</c>) and the mean processor
    /// time say more.
    /// </remarks>
    /// <param name="name">Name of the line.</param>
    /// <param name="rows">Rows that the work is done over.</param>
    /// <param name="bytes">Bytes that those rows take together.</param>
    /// <param name="work">The pieces; each answers with a count, so that nothing is left out as useless.</param>
    internal static void Each(string name, int rows, long bytes, IReadOnlyList<Func<int>> work)
    {
        var counts = work.Select(piece => piece()).Order().ToList();
        var (times, best) = (new List<double>(), new List<double>());
        var processor = Environment.CpuUsage.TotalTime;
        foreach (var piece in work)
        {
            var runs = new double[Runs];
            for (var run = 0; run < Runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                piece();
                runs[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            times.AddRange(runs);
            best.Add(runs.Min());
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        times.Sort();
        best.Sort();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            name,
            p50 = At(times, 0.50),
            p95 = At(times, 0.95),
            p99 = At(times, 0.99),
            bestP50 = At(best, 0.50),
            bestP95 = At(best, 0.95),
            bestP99 = At(best, 0.99),
            meanProcessor = Math.Round(processor.TotalMilliseconds / times.Count, 3),
            rows,
            bytes,
            runs = times.Count,
            countP50 = At(counts, 0.50),
            countMax = counts[^1],
        }));
    }

    /// <summary>The same of work that waits, such as a question to a server.</summary>
    internal static void Each(string name, int rows, long bytes, IReadOnlyList<Func<Task<int>>> work) =>
        Each(name, rows, bytes, [.. work.Select(piece => new Func<int>(() => piece().GetAwaiter().GetResult()))]);

    /// <summary>A line of another form, or why there is none.</summary>
    internal static void Line(object line) => Console.WriteLine(JsonSerializer.Serialize(line));

    internal static double At(List<double> sorted, double part) => Math.Round(At<double>(sorted, part), 3);

    private static T At<T>(List<T> sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
}
