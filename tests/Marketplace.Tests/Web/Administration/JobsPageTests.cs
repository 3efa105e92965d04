using System.Globalization;
using System.Net;
using Marketplace.Data.Auditing;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Jobs;
using Marketplace.Jobs.Imports;
using Marketplace.Jobs.Narrowing;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Administration;

/// <summary>Taken and the log of who read names: what they show, what they do, and what they keep to themselves.</summary>
public sealed class JobsPageTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Every_sweep_stands_there_in_words_with_its_last_run_and_can_be_done_now()
    {
        using var administrator = await _site.SignedInAsync("beheer");
        foreach (var job in JobList.All)
        {
            Assert.NotEmpty(JobWords.Of(job.Name).What);
            await administrator.PostAsync("/beheer/taken", $"Doe nu: {JobWords.Of(job.Name).Title}");
            Assert.Equal("/beheer/taken", administrator.Location);
        }

        Assert.Equal(
            JobList.All.Select(j => j.Name).Order(StringComparer.Ordinal),
            (await _site.WithAsync(db => db.JobRuns.Where(r => r.EndedAt != null && r.Error == "").Select(r => r.Name).Distinct().ToListAsync())).Order(StringComparer.Ordinal));
        var rows = (await administrator.OpenAsync("/beheer/taken")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(JobList.All.Count, rows.Count);
        Assert.All(rows, row => Assert.Contains("24 november 2026", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_for_a_sweep_is_what_it_takes()
    {
        using (await _site.SignedInAsync("consulent"))
        {
        }

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(100));
        await _site.AddMessagesAsync(3);
        await _site.WithAsync(async db =>
        {
            var agreed = await db.Placements.FirstAsync(p => p.State == PlacementState.Running);
            await db.Placements.Where(p => p.Id == agreed.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PlacementState.Agreed));
            var sender = await db.Memberships.FirstAsync(m => m.Role == Role.Employer);
            db.Add(new Import(ImportKind.Tasks, 1, sender.OrganisationId, _site.Now with { By = _site.Now.By with { UserId = sender.UserId, OrganisationId = sender.OrganisationId } }));
            await db.SaveChangesAsync();
        });
        using var administrator = await _site.SignedInAsync("beheer");

        foreach (var name in (string[])[nameof(StartPlacements), nameof(ConsentEndsSoon), nameof(ProposalDeadlines), nameof(MakeRemindersDue), nameof(DeliverMail), nameof(ForgetAccounts)])
        {
            var waits = await WaitsAsync(administrator, name);
            Assert.NotEqual("Niets", waits);
            Assert.Equal((name, JobWords.Waiting(name, await _site.RunJobAsync(name))), (name, waits));
            Assert.Equal((name, "Niets"), (name, await WaitsAsync(administrator, name)));
        }

        var untold = Number(await WaitsAsync(administrator, nameof(SendDigests)));
        await _site.RunJobAsync(nameof(SendDigests));
        Assert.True(Number(await WaitsAsync(administrator, nameof(SendDigests))) < untold);
        Assert.Equal("1 bestand", await WaitsAsync(administrator, nameof(RunImports)));
        Assert.Equal("Kijkt elke keer alles na", await WaitsAsync(administrator, nameof(RecomputeReminders)));

        await _site.CatchUpIndexAsync();
        Assert.Equal("Niets", await WaitsAsync(administrator, nameof(IndexDrift)));
        await _site.WithAsync(async db =>
        {
            (await db.People.Include(p => p.Consents).FirstAsync()).Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", _site.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal("1 verandering", await WaitsAsync(administrator, nameof(IndexDrift)));
    }

    private static async Task<string> WaitsAsync(WebVisitor administrator, string name) => (await administrator.OpenAsync("/beheer/taken"))
        .QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith(JobWords.Of(name).Title, StringComparison.Ordinal))
        .QuerySelector("td[data-label='Wacht nu:']")!.TextContent;

    private static int Number(string waits) => waits == "Niets" ? 0 : int.Parse(waits.Split(' ')[0], CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_log_says_who_read_how_many_names_and_never_whose()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        await consultant.OpenAsync("/kandidaten");
        using var administrator = await _site.SignedInAsync("beheer");
        var page = await administrator.OpenAsync("/beheer/logboek");

        Assert.Equal(HttpStatusCode.OK, administrator.Status);
        Assert.Contains("S. Yilmaz", page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        foreach (var person in await _site.WithAsync(db => db.People.Select(p => new { p.Id, p.Code }).ToListAsync()))
        {
            Assert.DoesNotContain(person.Code, page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Id.ToString(), page.Source.Text, StringComparison.OrdinalIgnoreCase);
        }

        // A file with names on its way in is opened too; how many stand in it is not counted.
        await _site.WithAsync(async db =>
        {
            var member = await db.Memberships.FirstAsync(m => m.Role == Role.Consultant && db.Users.Any(u => u.Id == m.UserId && u.Email == "consulent@demo.example"));
            db.Audit.Add(new AuditEntry { At = _site.Now.At.AddMinutes(1), Action = IdentityVault.ReadImport, UserId = member.UserId, OrganisationId = member.OrganisationId, Purpose = "Import nakijken" });
            await db.SaveChangesAsync();
        });
        var first = (await administrator.OpenAsync("/beheer/logboek")).QuerySelector("main tbody tr")!.TextContent;
        Assert.Contains("Import nakijken", first, StringComparison.Ordinal);
        Assert.Contains("een bestand", first, StringComparison.Ordinal);

        await administrator.OpenAsync("/beheer/logboek?pagina=-3");
        Assert.Equal(HttpStatusCode.OK, administrator.Status);
    }
}
