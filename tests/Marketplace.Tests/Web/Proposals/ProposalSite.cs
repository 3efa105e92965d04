using AngleSharp.Html.Dom;
using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Testing;
using Marketplace.Web.Pages.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>The demo region around the job "Medewerker retouren" of Retourhuis De Kil, whose accounts sign in with one click.</summary>
internal sealed class ProposalSite : IDisposable
{
    public TestSite Site { get; } = new();

    public Task<WebVisitor> AsAsync(string account) => Site.SignedInAsync(account);

    public Task<Job> JobAsync() => Site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).SingleAsync(j => j.Title == "Medewerker retouren"));

    public async Task<Act> ActAsAsync(string account) => await Site.WithAsync(async db =>
    {
        var row = await (
            from u in db.Users
            where u.Email == $"{account}@demo.example"
            join m in db.Memberships on u.Id equals m.UserId
            join o in db.Organisations on m.OrganisationId equals o.Id
            select new { u.Id, u.DisplayName, OrganisationId = o.Id, o.Name, m.Role }).SingleAsync();
        return Site.Now with { By = new Actor(row.Id, row.DisplayName, row.OrganisationId, row.Name, row.Role, false, ["drechtsteden"]) };
    });

    /// <summary>Everybody of the region with answers and consents.</summary>
    public Task<List<Person>> PeopleAsync() => Site.WithAsync(db => db.People.AsNoTracking().Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().ToListAsync());

    /// <summary>Somebody who fits the job, may be proposed and is not proposed for it, with or without open questions.</summary>
    public async Task<Person> FreeAsync(bool withQuestions = false, ConsentPurpose? without = null)
    {
        var job = await JobAsync();
        var taken = await Site.WithAsync(db => db.Proposals.Where(p => p.JobId == job.Id).Select(p => p.PersonId).ToListAsync());
        return (await PeopleAsync()).OrderBy(p => p.Code).First(p =>
            p.IsComparable() && !taken.Contains(p.Id) && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null
            && (p.ConsentOn(ConsentPurpose.Proposed, TestSite.SeedDay) is not null) == (without != ConsentPurpose.Proposed)
            && Compared.Of(job, p) is { Fits: true } pair && (pair.Result.OpenQuestions.Count > 0) == withQuestions);
    }

    /// <summary>A proposal of this employer, made for a free person with the verbs of the domain; its id and its person.</summary>
    public async Task<(Guid Id, Person Person)> ProposeAsync(Action<Person>? change = null)
    {
        var (free, coach) = (await FreeAsync(), await ActAsAsync("jobcoach"));
        var jobId = (await JobAsync()).Id;
        return await Site.WithAsync(async db =>
        {
            var job = await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == jobId);
            var person = await db.People.Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().SingleAsync(p => p.Id == free.Id);
            change?.Invoke(person);
            var pair = Compared.Of(job, person);
            var (proposal, answer) = Propose.Make(job, person, pair.Result.ToSnapshot(pair.Why, job), 5, 0, false, coach);
            db.AddRange(proposal, answer, new EmployerCode { PersonId = person.Id, OrganisationId = job.OrganisationId, Code = "7KQX" });
            await db.SaveChangesAsync();
            return (proposal.Id, person);
        });
    }

    /// <summary>An introduction that may be planned: the employer said yes, and the person too.</summary>
    public async Task<(Guid ProposalId, Person Person)> ToPlanAsync()
    {
        var (id, person) = await ProposeAsync();
        var employer = await AsAsync("werkgever");
        await employer.PostAsync($"/voorstellen/{id}", "Ik wil kennismaken");
        var consultant = await ActAsAsync("consulent");
        await Site.WithAsync(async db =>
        {
            var introduction = await db.Introductions.SingleAsync(i => i.ProposalId == id);
            var row = await db.People.Include(p => p.Consents).SingleAsync(p => p.Id == person.Id);
            var steps = await db.OpenSteps.Where(s => s.ProposalId == id).ToListAsync();
            row.Give(ConsentPurpose.Meet, introduction.OrganisationId, ConsentWay.Together, false, "", consultant);
            db.Add(Introduce.Allow(introduction, row, steps, consultant));
            await db.SaveChangesAsync();
        });
        return (id, person);
    }

    public async Task<IdentityFacts> IdentityAsync(Guid personId)
    {
        using var scope = Site.Services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync(personId, "Test", CancellationToken.None))!;
    }

    /// <summary>Everybody becomes a year older.</summary>
    public async Task ChangeBirthDatesAsync()
    {
        foreach (var person in await PeopleAsync())
        {
            var facts = await IdentityAsync(person.Id);
            using var scope = Site.Services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<IdentityVault>().WriteAsync(person.Id, facts with { BirthDate = facts.BirthDate.AddYears(-1) }, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>().SaveChangesAsync();
        }
    }

    public static string TextOf(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => Site.Dispose();
}
