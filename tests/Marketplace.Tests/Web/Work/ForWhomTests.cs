using System.Net;
using System.Text.RegularExpressions;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>Who a job is for: the counts are those of the engine over everybody, and small numbers stay with the job coach.</summary>
public sealed partial class ForWhomTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_counts_are_those_of_the_engine_over_everybody_with_consent_to_be_found()
    {
        using var coach = await _site.SignedInAsync("jobcoach");
        foreach (var job in await JobsAsync())
        {
            var page = await coach.OpenAsync($"/functies/{job.Id}/voor-wie");
            var verdicts = await VerdictsAsync(job, j => j);

            Assert.Equal(
                [verdicts.Count(v => v == Verdict.Fit), verdicts.Count(v => v is Verdict.FitWithSupport or Verdict.FitAfterCarving), verdicts.Count(v => v == Verdict.ToDiscuss)],
                page.QuerySelectorAll(".pw-three dd").Select(Number));
        }
    }

    [Fact]
    public async Task The_two_demands_that_shut_out_most_are_named_with_what_opens_them()
    {
        using var coach = await _site.SignedInAsync("jobcoach");
        var named = 0;
        foreach (var job in await JobsAsync())
        {
            var now = (await VerdictsAsync(job, j => j)).Count(v => v != Verdict.NoFit);
            var more = new List<(Dimension Dimension, int More)>();
            foreach (var dimension in Dimensions.All.Where(d => job.Tasks.Any(t => t.Demands[d.Index] > 0)))
                more.Add((dimension, (await VerdictsAsync(job, j => Lower(j, dimension))).Count(v => v != Verdict.NoFit) - now));
            var expected = more.Where(m => m.More > 0).OrderByDescending(m => m.More).ThenBy(m => m.Dimension.Index).Take(2).ToList();

            var shown = (await coach.OpenAsync($"/functies/{job.Id}/voor-wie")).QuerySelectorAll("[aria-labelledby=eisen] li");

            Assert.Equal(expected.Select(e => e.Dimension.Label), shown.Select(li => li.QuerySelector("strong")!.TextContent));
            Assert.Equal(expected.Select(e => e.More), shown.Select(li => Number(li)));
            named += expected.Count;
        }

        Assert.True(named > 3);
    }

    [Fact]
    public async Task An_adviser_reads_no_number_below_five_and_an_employer_nothing_at_all()
    {
        using var adviser = await _site.SignedInAsync("adviseur");
        using var employer = await _site.SignedInAsync("werkgever");
        var hidden = 0;
        foreach (var job in await JobsAsync())
        {
            var text = (await adviser.OpenAsync($"/functies/{job.Id}/voor-wie")).QuerySelector("main")!.TextContent;
            Assert.Equal(HttpStatusCode.OK, adviser.Status);
            Assert.DoesNotMatch(SmallCount(), text);
            Assert.DoesNotContain("/kandidaten", text, StringComparison.Ordinal);
            hidden += text.Contains("minder dan 5", StringComparison.Ordinal) ? 1 : 0;
            await employer.OpenAsync($"/functies/{job.Id}/voor-wie");
            Assert.Equal(HttpStatusCode.Forbidden, employer.Status);
        }

        Assert.True(hidden > 0);
    }

    [Fact]
    public async Task A_concept_without_hours_says_what_is_missing_and_the_numbers_follow_the_job()
    {
        using var adviser = await _site.SignedInAsync("adviseur");
        var id = await _site.WithAsync(async db =>
        {
            var job = await db.Jobs.Include(j => j.Tasks).FirstAsync(j => j.State == JobState.Concept && j.RegionCode == "drechtsteden");
            (job.HoursMin, job.HoursMax) = (null, null);
            await db.SaveChangesAsync();
            return job.Id;
        });
        Assert.Contains("Nog niet te tellen", (await adviser.OpenAsync($"/functies/{id}/voor-wie")).Body!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b[1-4] (mens|mensen)\b")]
    private static partial Regex SmallCount();

    private static int Number(AngleSharp.Dom.IElement element) => int.Parse(Regex.Match(element.TextContent, @"\d+(?= mens)").Value, System.Globalization.CultureInfo.InvariantCulture);

    private static MatchJob Lower(MatchJob job, Dimension dimension) => job with
    {
        Tasks = [.. job.Tasks.Select(t => t with { Demands = Levels.Of(Dimensions.Count, i => i == dimension.Index && t.Demands[i] > 0 ? t.Demands[i] - 1 : t.Demands[i]) })],
    };

    private Task<List<Job>> JobsAsync() => _site.WithAsync(async db => await db.Jobs.AsNoTracking().Include(j => j.Tasks)
        .Where(j => j.State == JobState.Open && j.RegionCode == "drechtsteden" && j.HoursMin != null).OrderBy(j => j.Title).Take(8).ToListAsync());

    /// <summary>The verdicts of everybody whom a job coach of elsewhere may find, of matches in which a task that was asked about stays.</summary>
    private Task<List<Verdict>> VerdictsAsync(Job job, Func<MatchJob, MatchJob> change) => _site.WithAsync(async db =>
    {
        var people = await db.People.AsNoTracking().Include(p => p.Consents).AsSplitQuery().Where(p => p.RegionCode == job.RegionCode).ToListAsync();
        var asIs = change(job.ToMatchJob());
        return people.Where(p => p.IsComparable() && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null)
            .Select(p => MatchEngine.Standard.Match(p.ToCandidate(), asIs))
            .Select(m => m.Verdict == Verdict.NoFit || m.ComparesSomething(job) ? m.Verdict : Verdict.NoFit).ToList();
    });
}
