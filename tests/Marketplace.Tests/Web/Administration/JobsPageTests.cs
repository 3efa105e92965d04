using System.Net;
using Marketplace.Data.Auditing;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Jobs;
using Marketplace.Testing;
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
