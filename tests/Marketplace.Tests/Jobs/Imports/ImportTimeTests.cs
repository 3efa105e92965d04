using System.Diagnostics;
using Marketplace.Domain.Imports;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Jobs.Imports;

/// <summary>How long a large import takes; no other test runs beside it.</summary>
[CollectionDefinition(nameof(ImportTimeTests), DisableParallelization = true)]
[Collection(nameof(ImportTimeTests))]
public sealed class ImportTimeTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Ten_thousand_people_are_taken_within_twenty_seconds_and_the_row_tells_how_far_it_is()
    {
        Assert.SkipUnless(LongRun.IsOn, "Measures time: ./test --long, on a quiet machine.");
        var id = await _site.SendAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 10_000));
        var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await _site.RunImportAsync(id);
        output.WriteLine($"Checked in {watch.Elapsed}.");
        await _site.TakeAsync(id);

        var far = new List<int>();
        await _site.RunImportAsync(id, i => far.Add(i.Handled));

        // Where other programs have the processors, what counts is the time that this one got.
        var (elapsed, got) = (watch.Elapsed, Environment.CpuUsage.TotalTime - used);
        output.WriteLine($"Taken after {elapsed}, {got} of processor time.");
        Assert.True((elapsed < got ? elapsed : got) < TimeSpan.FromSeconds(20), $"It took {elapsed}, {got} of processor time.");
        Assert.Equal(10_000, await _site.WithAsync(db => db.Imports.Where(i => i.Id == id).Select(i => i.Taken).SingleAsync()));
        Assert.Equal(10_000, await _site.WithAsync(db => db.Reminders.Where(r => db.ImportedRows.Any(i => i.ImportId == id && i.EntityId == r.SubjectId)).Select(r => r.SubjectId).Distinct().CountAsync()));
        Assert.True(far.Count > 50 && far.SequenceEqual(far.Order()), "The row tells of every step.");
    }
}
