namespace Marketplace.Benchmarks;

internal static class PagesBenchmark
{
    internal static Task RunAsync(int people, int employers, int tasks) => Task.CompletedTask;
}
