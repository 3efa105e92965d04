using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Testing;
using Marketplace.Web.Pages.Proposals;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>Proposing one person over HTTP.</summary>
public sealed class ProposePageTests : IDisposable
{
    private const string Act = "Stel kandidaat voor";

    private readonly ProposalSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_coach_proposes_and_everything_that_follows_is_there()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var coach = await _site.AsAsync("jobcoach");

        await coach.PostAsync($"/functies/{job.Id}/kandidaten/{person.Id}", Act);

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        var proposal = await ProposalOfAsync(person);
        Assert.Equal($"/voorstellen/{proposal!.Id}", coach.Location);
        var pair = Compared.Of(job, person);
        Assert.Equivalent(pair.Result.ToSnapshot(pair.Why, job), proposal.Match, strict: true);
        var mayBeProposed = (await _site.PeopleAsync()).Where(p => p.ConsentOn(ConsentPurpose.Proposed, TestSite.SeedDay) is not null);
        Assert.Equal(pair.SharedBy(mayBeProposed), proposal.SharedByCount);
        Assert.InRange(proposal.SharedByCount, 1, 60);
        Assert.Equal(person.ConsentOn(ConsentPurpose.Proposed, TestSite.SeedDay)!.Id, proposal.ConsentId);
        await _site.Site.WithAsync(async db =>
        {
            var step = await db.OpenSteps.SingleAsync(s => s.ProposalId == proposal.Id);
            Assert.Equal((StepKind.AnswerProposal, job.OrganisationId, new DateOnly(2026, 12, 1)), (step.Kind, step.OrganisationId!.Value, step.DueOn));
            var code = await db.EmployerCodes.SingleAsync(c => c.PersonId == person.Id && c.OrganisationId == job.OrganisationId);
            Assert.Matches($"^[{EmployerCode.Alphabet}]{{4}}$", code.Code);
            Assert.Equal(TestSite.SeedDay, (await db.People.SingleAsync(p => p.Id == person.Id)).LastProposedOn);
            Assert.True(await db.Audit.AnyAsync(a => a.EntityId == proposal.Id && a.Action == "Added"));
            Assert.True(await db.History.AnyAsync(h => h.EntityId == proposal.Id && h.To == nameof(ProposalState.Proposed)));
        });

        var employer = await _site.AsAsync("werkgever");
        var list = await employer.OpenAsync("/voorstellen");
        Assert.NotNull(list.QuerySelector($"a[href='/voorstellen/{proposal.Id}']"));
    }

    [Fact]
    public async Task The_coach_reads_exactly_what_the_employer_will_read()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var coach = await _site.AsAsync("jobcoach");
        var before = await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}");
        var read = Parts(before, "#voorstel");
        await coach.PostAsync($"/functies/{job.Id}/kandidaten/{person.Id}", Act);
        var employer = await _site.AsAsync("werkgever");

        var after = await employer.OpenAsync(coach.Location!);

        Assert.Equal(read, Parts(after, "section[aria-labelledby=kandidaat]"));

        static IEnumerable<string> Parts(IHtmlDocument page, string within) =>
            page.QuerySelectorAll($"{within} .pw-facts, {within} .pw-match__body").Select(p => p.OuterHtml);
    }

    [Fact]
    public async Task Without_consent_the_page_says_whom_to_ask_and_a_post_is_refused()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync(without: ConsentPurpose.Proposed));
        var coach = await _site.AsAsync("jobcoach");

        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}");

        Assert.Contains("Zonder toestemming kan dit niet", ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#toestemming ~ .pw-person a[href^='tel:']"));
        Assert.Empty(page.QuerySelectorAll("main form"));

        // A form that another page gave.
        var other = await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{(await _site.FreeAsync()).Id}");
        var form = other.QuerySelectorAll<IHtmlFormElement>("main form").Single();
        form.SetAttribute("action", $"/functies/{job.Id}/kandidaten/{person.Id}");
        await RefusedAsync(coach, form, new RefusalException(Refusal.NoConsentProposed));
        Assert.Null(await ProposalOfAsync(person));
    }

    [Fact]
    public async Task Open_questions_come_first_and_do_not_block()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync(withQuestions: true));
        var coach = await _site.AsAsync("jobcoach");

        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}");
        var text = ProposalSite.TextOf(page);
        var question = Compared.Of(job, person).Why.Questions[0].Dimension.PersonQuestion;
        Assert.InRange(text.IndexOf(question, StringComparison.Ordinal), 1, text.IndexOf("Dit leest Retourhuis De Kil", StringComparison.Ordinal));
        Assert.Contains("Nog niet gevraagd, toch voorstellen", text, StringComparison.Ordinal);

        await coach.PostAsync($"/functies/{job.Id}/kandidaten/{person.Id}", Act);

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        Assert.NotEmpty((await ProposalOfAsync(person))!.Match.OpenQuestions);
    }

    [Fact]
    public async Task The_same_person_is_not_proposed_twice_also_not_by_two_coaches_at_once()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var address = $"/functies/{job.Id}/kandidaten/{person.Id}";
        var visitors = await Task.WhenAll(_site.AsAsync("jobcoach"), _site.AsAsync("jobcoach"));
        var forms = new List<(WebVisitor Coach, IHtmlFormElement Form)>();
        foreach (var coach in visitors)
            forms.Add((coach, (await coach.OpenAsync(address)).QuerySelectorAll<IHtmlFormElement>("main form").Single()));

        await Task.WhenAll(forms.Select(f => f.Coach.PostAsync(f.Form)));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], visitors.Select(v => v.Status).Order());
        Assert.Contains(Sentences.Of(Refusal.AlreadyProposed), visitors.Single(v => v.Status == HttpStatusCode.UnprocessableEntity).Html, StringComparison.Ordinal);
        Assert.Equal(1, await _site.Site.WithAsync(db => db.Proposals.CountAsync(p => p.PersonId == person.Id && p.JobId == job.Id)));
        var again = await visitors[0].OpenAsync(address);
        Assert.Empty(again.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_sixth_proposal_waits()
    {
        var job = await _site.JobAsync();
        var act = await _site.ActAsAsync("jobcoach");
        var person = await _site.FreeAsync();
        var coach = await _site.AsAsync("jobcoach");
        var form = (await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}")).QuerySelectorAll<IHtmlFormElement>("main form").Single();
        await _site.Site.WithAsync(async db =>
        {
            var row = await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == job.Id);
            var others = await db.People.Include(p => p.Consents).Where(p => p.Id != person.Id && !db.Proposals.Any(x => x.PersonId == p.Id)).ToListAsync();
            var open = await db.Proposals.CountAsync(p => p.JobId == job.Id && p.State == ProposalState.Proposed);
            foreach (var other in others.Where(p => p.ConsentOn(ConsentPurpose.Found, act.Today) is not null && p.ConsentOn(ConsentPurpose.Proposed, act.Today) is not null).Take(Proposal.MostPerJob - open))
                db.Add(Proposal.Make(row, other, new MatchSnapshot("fit", [], [], 16, 10, []), 5, 0, false, act));
            await db.SaveChangesAsync();
        });

        await RefusedAsync(coach, form, new RefusalException(Refusal.TooManyProposals, Proposal.MostPerJob));

        Assert.Null(await ProposalOfAsync(person));
    }

    [Fact]
    public async Task When_what_the_employer_would_read_changed_the_coach_looks_again()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var address = $"/functies/{job.Id}/kandidaten/{person.Id}";
        var coach = await _site.AsAsync("jobcoach");
        var form = (await coach.OpenAsync(address)).QuerySelectorAll<IHtmlFormElement>("main form").Single();
        await _site.Site.WithAsync(async db =>
        {
            var row = await db.People.Include(p => p.Capacities).SingleAsync(p => p.Id == person.Id);
            row.SetTravel(["walk"], 240);
            Assert.NotEqual(View(person), View(row));
            await db.SaveChangesAsync();
        });

        string View(Person who) => Compared.Of(job, who) is var pair ? EmployerView.Of(null, pair.Result.ToSnapshot(pair.Why, job), JobTasks.InOrder(job.Tasks)).Combination : "";

        var again = await coach.PostAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, coach.Status);
        Assert.Contains(Sentences.Stale, ProposalSite.TextOf(again), StringComparison.Ordinal);
        Assert.Null(await ProposalOfAsync(person));
        await coach.PostAsync(again.QuerySelectorAll<IHtmlFormElement>("main form").Single());
        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
    }

    [Fact]
    public async Task Who_does_not_fit_now_is_told_why_and_refused()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var coach = await _site.AsAsync("jobcoach");
        var form = (await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}")).QuerySelectorAll<IHtmlFormElement>("main form").Single();
        await _site.Site.WithAsync(async db =>
        {
            (await db.Jobs.SingleAsync(j => j.Id == job.Id)).Certificates = ["VCA-VOL", "forklift", "driving-licence-b", "vca-basis", "haccp"];
            await db.SaveChangesAsync();
        });

        await RefusedAsync(coach, form, new RefusalException(Refusal.DoesNotFit));

        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}");
        Assert.Contains("Vraag de werkgever of het zonder kan.", ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_person_has_one_code_at_one_employer()
    {
        var job = await _site.JobAsync();
        var (_, person) = await _site.ProposeAsync();
        await _site.Site.WithAsync(async db =>
        {
            (await db.Proposals.SingleAsync(p => p.PersonId == person.Id && p.JobId == job.Id)).Withdraw(_site.Site.Now);
            await db.SaveChangesAsync();
        });
        var coach = await _site.AsAsync("jobcoach");

        await coach.PostAsync($"/functies/{job.Id}/kandidaten/{person.Id}", Act);

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        Assert.Equal(["7KQX"], await _site.Site.WithAsync(db => db.EmployerCodes.Where(c => c.PersonId == person.Id && c.OrganisationId == job.OrganisationId).Select(c => c.Code).ToListAsync()));
    }

    private Task<Proposal?> ProposalOfAsync(Person person) => _site.Site.WithAsync(async db =>
    {
        var job = await _site.JobAsync();
        return await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == person.Id && p.JobId == job.Id);
    });

    private static async Task RefusedAsync(WebVisitor visitor, IHtmlFormElement form, RefusalException refusal)
    {
        var page = await visitor.PostAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(Sentences.Of(refusal), ProposalSite.TextOf(page), StringComparison.Ordinal);
    }
}
