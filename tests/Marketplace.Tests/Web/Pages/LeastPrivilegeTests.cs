using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Testing;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Marketplace.Domain.Organisations.Role;

namespace Marketplace.Tests.Web.Pages;

/// <summary>
/// Who sees what (lists.md §11), for every role: the matrix stands here once more, beside the program, and every role opens every page of
/// every other one and is searched for what it must not read.
/// </summary>
[Collection(nameof(SampledSite))]
public sealed class LeastPrivilegeTests(SampledSite sampled)
{
    /// <summary>The most that the matrix allows, by the longest beginning of the name of a page.</summary>
    private static readonly (string Pages, Role[] Roles)[] Matrix =
    [
        ("/Account/", Enum.GetValues<Role>()),
        ("/Home", Enum.GetValues<Role>()),
        ("/FollowUp/Inbox", Enum.GetValues<Role>()),
        ("/FollowUp/", [Employer, Consultant, JobCoach]),
        ("/Stories/", [Employer, EmployerAdviser, JobCoach]),
        ("/Work/", [Employer]),
        ("/Work/Jobs", [EmployerAdviser, Consultant, JobCoach]),
        ("/Work/JobDetails", [Employer, EmployerAdviser, Consultant, JobCoach]),
        ("/Work/JobPrice", [Employer, EmployerAdviser, JobCoach]),
        ("/Work/ForWhom", [EmployerAdviser, JobCoach]),
        ("/Work/CarveJob", [JobCoach]),
        ("/Scans/", [Employer, EmployerAdviser]),
        ("/Imports/", [Employer, EmployerAdviser, Consultant]),
        ("/People/", [Consultant]),
        ("/People/Caseload", [Consultant, JobCoach]),
        ("/People/Profile", [Consultant, JobCoach]),
        ("/People/Schemes", [Consultant, JobCoach]),
        ("/People/Income", [Consultant, JobCoach]),
        ("/Proposals/", [JobCoach]),
        ("/Proposals/FittingJobs", [Consultant, JobCoach]),
        ("/Proposals/List", [Employer, EmployerAdviser, Consultant, JobCoach]),
        ("/Proposals/Details", [Employer, Consultant, JobCoach]),
        ("/Proposals/Calendar", [Employer, JobCoach]),
        ("/Placements/", [Consultant, JobCoach]),
        ("/Placements/List", [Employer, Consultant, JobCoach]),
        ("/Placements/Details", [Employer, Consultant, JobCoach]),
        ("/Placements/Arranged", [Employer, Consultant, JobCoach]),
        ("/Placements/New", [JobCoach]),
        ("/Organisations/Invite", [EmployerAdviser, Administrator]),
        ("/Administration/", [Administrator]),
    ];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void The_access_table_gives_no_role_more_than_the_matrix()
    {
        var more = AccessTable.ByRole.SelectMany(row => row.Value.Except(Allowed(row.Key)).Select(role => $"{role} on {row.Key}"));

        Assert.Empty(more);
        Assert.Equal(Enum.GetValues<Role>().Order(), SampledSite.RoleOfAccount.Values.Order());
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_what_the_matrix_says_and_reads_there_nothing_that_is_not_its_own(Role role)
    {
        var account = SampledSite.RoleOfAccount.Single(a => a.Value == role).Key;
        var hidden = await sampled.Site.WithAsync(db => HiddenFromAsync(db, account, role));
        var addresses = sampled.Samples.Where(s => s.Account is not null).DistinctBy(s => (s.Page, s.Address)).ToList();
        var (faults, opened) = (new List<string>(), 0);
        foreach (var sample in addresses)
        {
            var (status, html, text) = await OpenAsync(account, sample.Address);
            if (!Allowed(sample.Page).Contains(role))
            {
                if (status != HttpStatusCode.Forbidden || !html.Contains("mag dit niet zien", StringComparison.Ordinal))
                    faults.Add($"{sample.Page}: {(int)status}");
                continue;
            }

            // A row of somebody else is not there; nothing that is for this role is refused.
            if (status is not (HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Redirect))
                faults.Add($"{sample.Page}: {(int)status}");
            opened += status == HttpStatusCode.OK ? 1 : 0;
            faults.AddRange(hidden.Where(h => html.Contains(h, StringComparison.Ordinal) || text.Contains(h, StringComparison.Ordinal)).Select(h => $"{sample.Address} shows {h}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(opened >= 4, $"Only {opened} pages were looked at.");
        Assert.True(hidden.Count > 0, "Nothing was looked for.");
    }

    [Fact]
    public async Task A_consultant_reads_of_a_job_neither_wage_nor_contact_and_an_adviser_does()
    {
        var job = await sampled.Site.WithAsync(async db =>
        {
            var id = await db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync();
            await db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.HourlyWage, 17.43m).SetProperty(j => j.ContactName, "R. Etour").SetProperty(j => j.ContactPhone, "0780000077"));
            return await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id);
        });
        string[] books = [WorkWords.Wage(job), job.ContactName, job.ContactPhone];
        var (_, _, adviser) = await OpenAsync("adviseur", $"/functies/{job.Id}");
        var (status, html, consultant) = await OpenAsync("consulent", $"/functies/{job.Id}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(books, b => Assert.Contains(b, adviser, StringComparison.OrdinalIgnoreCase));
        Assert.All(books, b => Assert.DoesNotContain(b, consultant, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("/kosten", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adviser_reads_of_a_person_what_the_employer_reads()
    {
        var code = await sampled.Site.WithAsync(async db =>
        {
            var adviser = await UserAsync(db, "adviseur");
            var proposal = await db.Proposals.FirstAsync(p => p.State == ProposalState.Proposed && db.EmployerCodes.Any(c => c.PersonId == p.PersonId && c.OrganisationId == p.OrganisationId));
            db.OpenSteps.Add(new OpenStep(StepKind.CallAboutProposal, Recipient.Adviser, adviser, null, TestSite.SeedDay, TestSite.SeedDay) { ProposalId = proposal.Id, JobId = proposal.JobId });
            await db.SaveChangesAsync();
            return (
                Inside: await db.People.Where(p => p.Id == proposal.PersonId).Select(p => p.Code).SingleAsync(),
                AtEmployer: await db.EmployerCodes.Where(c => c.PersonId == proposal.PersonId && c.OrganisationId == proposal.OrganisationId).Select(c => c.Code).SingleAsync());
        });
        var (_, html, text) = await OpenAsync("adviseur", "/te-doen");

        Assert.Contains($"Kandidaat {code.AtEmployer}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Inside, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_who_posts_work_for_a_municipality_reads_nothing_of_its_caseload()
    {
        var (code, name) = await sampled.Site.WithAsync(async db =>
        {
            var municipality = await db.Organisations.Where(o => o.Name == "Sociale dienst Drechtstreek").Select(o => o.Id).SingleAsync();
            var consultant = await UserAsync(db, "consulent");
            var person = await db.People.FirstAsync(p => p.ConsultantId == consultant);
            var late = TestSite.SeedDay.AddDays(-40);
            db.Add(new Reminder(null, person.Id, "LADDER", 0, late, late, Recipient.Consultant));
            db.OpenSteps.Add(new OpenStep(StepKind.ConsentEnds, Recipient.Consultant, consultant, null, late, late) { PersonId = person.Id, About = nameof(ConsentPurpose.Found) });
            var user = new User { Id = NewId.Next(), UserName = "post@demo.example", NormalizedUserName = "POST@DEMO.EXAMPLE", Email = "post@demo.example", NormalizedEmail = "POST@DEMO.EXAMPLE", DisplayName = "P. Ost", SecurityStamp = "proef" };
            db.AddRange(user, new Membership { UserId = user.Id, OrganisationId = municipality, Role = Employer, IsManager = true });
            await db.SaveChangesAsync();
            return (person.Code, (await IdentitiesAsync([person.Id]))[person.Id].FirstName);
        });

        // A manager with a caseload sees it, so there is something to see.
        var (_, managers, _) = await OpenAsync("leiding", "/te-doen?lijst=team");
        Assert.Contains(code, managers, StringComparison.Ordinal);
        foreach (var address in (string[])["/te-doen", "/te-doen?lijst=team"])
        {
            var (status, html, text) = await OpenAsync("post", address);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotContain(code, html, StringComparison.Ordinal);
            Assert.DoesNotContain(name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(StepWords.Of(StepKind.ConsentEnds, nameof(ConsentPurpose.Found)).Title, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_a_second_role_does_not_read_there_what_is_for_the_first()
    {
        await sampled.Site.WithAsync(async db =>
        {
            var coach = await UserAsync(db, "jobcoach");
            var own = await db.Memberships.SingleAsync(m => m.UserId == coach);
            var kil = await db.Organisations.Where(o => o.Name == "Retourhuis De Kil").Select(o => o.Id).SingleAsync();
            Actor As(Role role, Guid organisation) => new(coach, "", organisation, "", role, false, ["drechtsteden"]);

            Assert.NotEmpty(await db.OpenSteps.OpenFor(As(JobCoach, own.OrganisationId)).Where(s => s.UserId == coach).ToListAsync());
            foreach (var role in Enum.GetValues<Role>().Where(r => r != JobCoach))
                Assert.Empty(await db.OpenSteps.StepsOf(As(role, kil)).Where(s => s.UserId == coach).ToListAsync());
        });
    }

    private static IReadOnlyCollection<Role> Allowed(string page) => Matrix.Where(row => page.StartsWith(row.Pages, StringComparison.Ordinal)).MaxBy(row => row.Pages.Length).Roles ?? [];

    private Task<(HttpStatusCode Status, string Html, string Text)> OpenAsync(string account, string address) => sampled.AsAsync(account, async visitor =>
    {
        IHtmlDocument page = await visitor.OpenAsync(address);
        return (visitor.Status, visitor.Html, page.DocumentElement.TextContent);
    });

    /// <summary>Codes, full names, telephones and addresses of the people whom this account may not read so.</summary>
    private async Task<IReadOnlyList<string>> HiddenFromAsync(MarketplaceDbContext db, string account, Role role)
    {
        var user = await UserAsync(db, account);
        var organisation = await db.Memberships.Where(m => m.UserId == user && m.Role == role).Select(m => m.OrganisationId).SingleAsync();
        var people = await db.People.AsNoTracking().Include(p => p.Consents).ToListAsync();
        var contracts = await db.Placements.Where(p => p.EmployerId == organisation).Select(p => p.PersonId)
            .Union(db.Introductions.Where(i => i.OrganisationId == organisation && i.State == IntroductionState.GoesOn).Select(i => i.PersonId)).ToListAsync();
        var coached = await db.Proposals.Where(p => p.CoachId == user).Select(p => p.PersonId)
            .Union(db.Placements.Where(p => db.Memberships.Any(m => m.UserId == p.CoachId && m.OrganisationId == organisation)).Select(p => p.PersonId)).ToListAsync();
        var met = await db.Introductions.Where(i => i.CoachId == user && i.State != IntroductionState.AwaitingConsent).Select(i => i.PersonId).ToListAsync();
        bool ReadsCode(Person p) => role switch
        {
            Consultant => p.OrganisationId == organisation,
            JobCoach => p.OrganisationId == organisation || coached.Contains(p.Id) || (p.RegionCode == "drechtsteden" && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null),
            _ => false,
        };
        bool ReadsIdentity(Person p) => role switch
        {
            Consultant => p.OrganisationId == organisation,
            JobCoach => p.OrganisationId == organisation || met.Contains(p.Id),
            Employer => contracts.Contains(p.Id),
            _ => false,
        };
        var identities = await IdentitiesAsync([.. people.Where(p => !ReadsIdentity(p)).Select(p => p.Id)]);
        return
        [
            .. people.Where(p => !ReadsCode(p)).Select(p => p.Code),
            .. identities.Values.SelectMany(f => new[] { $"{f.FirstName} {f.LastName}", f.Phone, f.Email }).Where(t => t.Length > 5).Distinct(),
        ];
    }

    private async Task<IReadOnlyDictionary<Guid, IdentityFacts>> IdentitiesAsync(IReadOnlyCollection<Guid> people)
    {
        using var scope = sampled.Site.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync(people, "Proef", CancellationToken.None);
    }

    private static Task<Guid> UserAsync(MarketplaceDbContext db, string account) => db.Users.Where(u => u.Email == $"{account}@demo.example").Select(u => u.Id).SingleAsync();
}
