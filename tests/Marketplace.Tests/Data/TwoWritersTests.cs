using Marketplace.Data;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Data;

/// <summary>
/// Two writers read the same row and save it at the same moment, each over a connection of its own to one file. Every save that was accepted is in the
/// end result, or was followed by an accepted save of somebody who had read it: no save is lost. A few races of each kind of row,
/// 10,000 together with MARKETPLACE_LONG=1.
/// </summary>
public sealed class TwoWritersTests(TwoWritersTests.Shared shared) : IClassFixture<TwoWritersTests.Shared>
{
    /// <summary>One site for all races: they are of different rows.</summary>
    public sealed class Shared : IDisposable
    {
        public TestSite Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }

    /// <summary>A save that was accepted: the version that its writer had read, the one that it made, and what it wrote.</summary>
    private sealed record Saved(Guid Read, Guid Made, string Field, string Value);

    /// <summary>A field of a row, as a page changes it.</summary>
    private sealed record Field<TRow>(string Name, Action<TRow, string> Write, Func<TRow, string> Read);

    [Fact]
    public Task Of_a_person() => RaceAsync<Person>(
        new("note", (p, text) => p.StaffNote = text, p => p.StaffNote),
        new("wishes", (p, text) => p.SetWishes(p.Forms, p.WishedSectors, p.WishedTags, p.UnwantedTags, Level(text)), p => p.Growth.ToString()));

    [Fact]
    public Task Of_a_task() => RaceAsync<WorkTask>(
        new("done by", (t, text) => t.DoneBy = text, t => t.DoneBy),
        new("may move", (t, text) => t.MayMove = Number(text) % 2 == 0, t => t.MayMove.ToString()));

    [Fact]
    public Task Of_a_placement() => RaceAsync<Placement>(
        new("supervisor", (p, text) => p.Supervisor = text, p => p.Supervisor),
        new("coach", (p, text) => p.NoCoachBecause = Number(text) % 2 == 0 ? null : NoCoachBecause.Money, p => p.NoCoachBecause.ToString() ?? ""));

    private async Task RaceAsync<TRow>(params Field<TRow>[] fields)
        where TRow : Root
    {
        var id = await shared.Site.WithAsync(db => db.Set<TRow>().OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
        var first = await shared.Site.WithAsync(db => db.Set<TRow>().Where(r => r.Id == id).Select(r => r.Version).SingleAsync());
        var accepted = new List<Saved>();
        var refused = 0;
        for (var race = 0; race < LongRun.Races / 3; race++)
        {
            // Two times in three both change the same field.
            using var together = new Barrier(2);
            var (one, other) = (fields[race % fields.Length], fields[race % 3 == 0 ? (race + 1) % fields.Length : race % fields.Length]);
            var saves = await Task.WhenAll(
                Task.Run(() => SaveAsync(id, one, $"{2 * race}", together), TestContext.Current.CancellationToken),
                Task.Run(() => SaveAsync(id, other, $"{(2 * race) + 1}", together), TestContext.Current.CancellationToken));
            accepted.AddRange(saves.OfType<Saved>());
            refused += saves.Count(s => s is null);
            Assert.Contains(saves, s => s is not null);
        }

        // Every accepted save had read the one before it, from the first to the last: a chain without a fork.
        var next = accepted.ToDictionary(s => s.Read);
        Assert.Equal(accepted.Count, next.Count);
        var (version, values, length) = (first, new Dictionary<string, string>(), 0);
        for (; next.TryGetValue(version, out var save); version = save.Made, length++)
            values[save.Field] = save.Value;
        Assert.Equal(accepted.Count, length);
        var end = await shared.Site.WithAsync(db => db.Set<TRow>().AsNoTracking().SingleAsync(r => r.Id == id));
        Assert.Equal(version, end.Version);
        Assert.All(fields, field => Assert.Equal(values[field.Name], field.Read(end)));
        Assert.True(refused > 0, "Nobody was ever in the way of somebody else: these were no races.");
    }

    /// <summary>Null when it was refused: somebody else had saved since it was read.</summary>
    private async Task<Saved?> SaveAsync<TRow>(Guid id, Field<TRow> field, string text, Barrier together)
        where TRow : Root
    {
        using var scope = shared.Site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        var row = await db.Set<TRow>().SingleAsync(r => r.Id == id);
        var read = row.Version;
        field.Write(row, text);

        // Also a save that leaves a field as it is, is a save: the page sends the version that it showed.
        db.Entry(row).Property(r => r.Version).IsModified = true;
        var value = field.Read(row);
        together.SignalAndWait(TestContext.Current.CancellationToken);
        try
        {
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return new Saved(read, row.Version, field.Name, value);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Levels Level(string text) => new([new("D1", Number(text) % 4)]);
}
