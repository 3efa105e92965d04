using System.Net;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>Consent: a yes with its proof, and one button that ends it together with everything that rests on it.</summary>
public class ConsentTests(TestSite? site = null) : IDisposable
{
    private readonly TestSite _site = site ?? new();

    [Fact]
    public async Task A_yes_is_kept_with_day_way_text_and_what_was_shown_without_a_name()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await consultant.RegisterAsync();
        await consultant.PostAsync($"/kandidaten/{id}/profiel/helpt", "later", ("In.Helps", "own-pace"), ("In.Note", "Houdt van groen."));
        await GiveAsync(consultant, id, "Found", ("Found.Way", "Letter"), ("Found.RepresentativeBeside", "true"));

        var consent = Assert.Single((await _site.ReadAsync(id)).Consents);
        Assert.Equal(
            (ConsentPurpose.Found, ConsentState.Given, TestSite.SeedDay, TestSite.SeedDay.AddMonths(12), ConsentWay.Letter, true, 1, "S. Yilmaz"),
            (consent.Purpose, consent.State, consent.GivenOn, consent.Until!.Value, consent.Way, consent.RepresentativeBeside, consent.TextVersion, consent.RecordedBy));
        Assert.Contains("Wat helpt: eigen tempo afgesproken", consent.Snapshot, StringComparison.Ordinal);
        Assert.DoesNotContain("Zilpha", consent.Snapshot, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("groen", consent.Snapshot, StringComparison.Ordinal);
        var page = await consultant.OpenAsync(Address(id));
        Assert.Contains("24 november 2027", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mogen jobcoaches in de regio lezen wat u kunt? Zij zien uw naam niet. U mag altijd stoppen.", page.Body!.TextContent, StringComparison.Ordinal);
        var history = await _site.WithAsync(db => db.History.Where(h => h.EntityId == id).ToListAsync());
        Assert.Equal(("Given", "Found", "S. Yilmaz"), (history.Single().To, history.Single().Reason, history.Single().ByName));
    }

    [Fact]
    public async Task A_yes_may_come_before_the_profile_is_complete_and_the_page_says_what_is_missing()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await consultant.RegisterAsync();
        await GiveAsync(consultant, id, "Found", ("Found.Way", "Together"));
        var page = await consultant.OpenAsync(Address(id));

        var card = page.QuerySelector("[aria-labelledby=vindbaar]")!;
        Assert.Equal(["het aantal uren", "de dagdelen", "het vervoer", "de reistijd", "de vorm van werk"], card.QuerySelectorAll("li").Select(l => l.TextContent.Trim()));
        Assert.DoesNotContain("is vindbaar", card.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Found")]
    [InlineData("Proposed")]
    public async Task A_yes_without_how_it_was_asked_is_not_recorded(string purpose)
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await consultant.RegisterAsync();
        var page = await GiveAsync(consultant, id, purpose, ($"{purpose}.RepresentativeBeside", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        Assert.Contains("Kies hoe u dit vroeg.", page.Errors(), StringComparison.Ordinal);
        Assert.Equal("true", page.Value($"{purpose}.RepresentativeBeside"));
        Assert.Empty((await _site.ReadAsync(id)).Consents);
    }

    [Fact]
    public async Task Asking_again_replaces_the_proof_and_finishes_the_warning()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonAsync();
        await _site.WithAsync(db =>
        {
            db.OpenSteps.Add(new OpenStep(StepKind.ConsentEnds, Recipient.Consultant, null, null, TestSite.SeedDay, TestSite.SeedDay) { PersonId = id, About = nameof(ConsentPurpose.Found) });
            return db.SaveChangesAsync();
        });
        await GiveAsync(consultant, id, "Found", ("Found.Way", "Telephone"));

        var found = (await _site.ReadAsync(id)).Consents.Where(c => c.Purpose == ConsentPurpose.Found).ToList();
        Assert.Equal(TestSite.SeedDay.AddMonths(12), Assert.Single(found, c => c.State == ConsentState.Given).Until);
        Assert.Contains(found, c => c.EndedOn == TestSite.SeedDay);
        Assert.False(await _site.WithAsync(db => db.OpenSteps.AnyAsync(s => s.PersonId == id && s.Kind == StepKind.ConsentEnds && s.DoneAt == null)));
    }

    [Fact]
    public async Task Stopping_to_be_proposed_withdraws_what_waits_and_leaves_being_found()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.WithAsync(db => db.Proposals.Where(p => p.State == ProposalState.Proposed).OrderBy(p => p.Id).Select(p => p.PersonId).FirstAsync());
        await AddStepAsync(id, StepKind.AnswerProposal, Recipient.Employer);
        await StopAsync(consultant, id, "niet meer voorgesteld worden");

        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        var person = await _site.ReadAsync(id);
        Assert.NotNull(person.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay));
        Assert.Null(person.ConsentOn(ConsentPurpose.Proposed, TestSite.SeedDay));
        Assert.All(await ProposalsAsync(id), p => Assert.NotEqual(ProposalState.Proposed, p.State));
        Assert.Contains(await ProposalsAsync(id), p => p.State == ProposalState.Withdrawn);
        Assert.Equal((true, true), await OnlyVoidOrDoneAsync(id));
        Assert.Contains(await _site.WithAsync(db => db.History.Where(h => h.ByName == "S. Yilmaz").ToListAsync()), h => h.To == nameof(ProposalState.Withdrawn));
    }

    [Fact]
    public async Task Stopping_to_be_found_stops_being_proposed_and_the_introduction_too()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonInAsync(IntroductionState.Planned);
        await AddStepAsync(id, StepKind.RecordIntroduction, Recipient.JobCoach);
        await StopAsync(consultant, id, "niet meer gevonden worden");

        Assert.All((await _site.ReadAsync(id)).Consents, c => Assert.Equal(ConsentState.Ended, c.State));
        Assert.All(await ProposalsAsync(id), p => Assert.False(p.IsOpen));
        Assert.Equal(IntroductionState.Stopped, (await IntroductionAsync(id)).State);
        Assert.False((await IntroductionAsync(id)).ShowsFirstName);
        Assert.Equal((true, true), await OnlyVoidOrDoneAsync(id));
    }

    [Fact]
    public async Task Stopping_everything_leaves_work_on_which_both_go_on()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonInAsync(IntroductionState.GoesOn);
        await StopAsync(consultant, id, "Stop alles");

        Assert.All((await _site.ReadAsync(id)).Consents, c => Assert.Equal(ConsentState.Ended, c.State));
        Assert.Equal(IntroductionState.GoesOn, (await IntroductionAsync(id)).State);
        Assert.Contains(await ProposalsAsync(id), p => p.State == ProposalState.WantsToMeet);
    }

    [Fact]
    public async Task A_yes_to_meet_opens_the_introduction_and_hands_the_next_step_to_the_coach()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonInAsync(IntroductionState.AwaitingConsent);
        var introduction = await IntroductionAsync(id);
        await AddStepAsync(id, StepKind.AskConsentToMeet, Recipient.Consultant);
        var page = await consultant.OpenAsync(Address(id));
        var employer = await _site.WithAsync(db => db.Organisations.Where(o => o.Id == introduction.OrganisationId).Select(o => o.Name).SingleAsync());
        Assert.Contains($"Mag {employer} uw voornaam weten? Dan maakt u samen kennis. U mag altijd stoppen.", page.Body!.TextContent, StringComparison.Ordinal);

        await GiveAsync(consultant, id, "Meet", ($"Meet[{introduction.OrganisationId}].Way", "Together"));

        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        var after = await IntroductionAsync(id);
        var consent = (await _site.ReadAsync(id)).ConsentOn(ConsentPurpose.Meet, TestSite.SeedDay, introduction.OrganisationId)!;
        Assert.Equal((IntroductionState.ToPlan, consent.Id, null), (after.State, after.MeetConsentId, consent.Until));
        var steps = await _site.WithAsync(db => db.OpenSteps.Where(s => s.ProposalId == introduction.ProposalId).ToListAsync());
        Assert.NotNull(steps.Single(s => s.Kind == StepKind.AskConsentToMeet).DoneAt);
        Assert.Equal((introduction.CoachId, true), (steps.Single(s => s.Kind == StepKind.PlanIntroduction).UserId!.Value, steps.Single(s => s.Kind == StepKind.PlanIntroduction).IsOpen));
    }

    [Fact]
    public async Task A_no_to_meet_makes_no_consent_and_the_employer_reads_that_the_person_is_not_free()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonInAsync(IntroductionState.AwaitingConsent);
        var before = (await _site.ReadAsync(id)).Consents.Count;
        await AddStepAsync(id, StepKind.AskConsentToMeet, Recipient.Consultant);
        var page = await consultant.OpenAsync(Address(id));
        var form = page.Forms.Single(f => f.Id?.StartsWith("nee-", StringComparison.Ordinal) == true);
        await consultant.PostAsync(form);

        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        Assert.Equal(before, (await _site.ReadAsync(id)).Consents.Count);
        Assert.Equal(IntroductionState.Stopped, (await IntroductionAsync(id)).State);
        Assert.All(await ProposalsAsync(id), p => Assert.NotEqual(ProposalState.WantsToMeet, p.State));
        Assert.Equal((true, true), await OnlyVoidOrDoneAsync(id));
        using var employer = await _site.SignedInAsync("werkgever");
        await employer.OpenAsync($"/voorstellen/{(await ProposalsAsync(id)).Single(p => p.State == ProposalState.Withdrawn).Id}");
        Assert.Contains("Deze kandidaat is niet meer vrij", employer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_to_meet_one_employer_stops_that_introduction_only()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonInAsync(IntroductionState.Planned);
        await StopAsync(consultant, id, "Stop: geen kennismaking");

        var person = await _site.ReadAsync(id);
        Assert.Equal(IntroductionState.Stopped, (await IntroductionAsync(id)).State);
        Assert.NotNull(person.ConsentOn(ConsentPurpose.Proposed, TestSite.SeedDay));
        Assert.DoesNotContain(person.Consents, c => c.Purpose == ConsentPurpose.Meet && c.State == ConsentState.Given);
    }

    [Fact]
    public async Task An_employer_that_does_not_wait_cannot_be_given_a_name()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonAsync();
        var employer = await _site.WithAsync(db => db.Organisations.OrderBy(o => o.Name).Select(o => o.Id).FirstAsync());
        var page = await consultant.OpenAsync(Address(id));
        var form = page.Forms.First(f => f.Action.Contains("handler=StopAll", StringComparison.Ordinal));
        form.SetAttribute("action", Address(id) + "?handler=Meet");
        await consultant.PostAsync(form, null, ($"Meet[{employer}].Way", "Together"));

        Assert.Equal(HttpStatusCode.NotFound, consultant.Status);
        Assert.DoesNotContain((await _site.ReadAsync(id)).Consents, c => c.Purpose == ConsentPurpose.Meet);
    }

    [Fact]
    public async Task A_past_consent_is_listed_with_the_day_on_which_it_ended()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonAsync();
        await StopAsync(consultant, id, "Stop alles");
        var page = await consultant.OpenAsync(Address(id));

        Assert.Equal(2, page.QuerySelectorAll("[aria-labelledby=eerder] li").Count(l => l.TextContent.Contains("gestopt op 24 november 2026", StringComparison.Ordinal)));
        Assert.Null(page.QuerySelector("[aria-labelledby=stop]"));
    }

    [Fact]
    public async Task A_consent_that_was_stopped_changes_the_version_of_the_person_so_that_a_late_proposal_is_refused()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonAsync();
        var before = (await _site.ReadAsync(id)).Version;
        await StopAsync(consultant, id, "Stop alles");

        Assert.NotEqual(before, (await _site.ReadAsync(id)).Version);
    }

    public void Dispose() => _site.Dispose();

    private static string Address(Guid id) => $"/kandidaten/{id}/toestemming";

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> GiveAsync(WebVisitor consultant, Guid id, string handler, params (string, string?)[] answers)
    {
        var page = await consultant.OpenAsync(Address(id));
        return await consultant.PostAsync(page.Forms.Single(f => f.Action.EndsWith($"handler={handler}", StringComparison.Ordinal)), null, answers);
    }

    private static async Task StopAsync(WebVisitor consultant, Guid id, string button)
    {
        var page = await consultant.PostAsync(Address(id), button);
        Assert.Equal((HttpStatusCode.Redirect, ""), (consultant.Status, page.Errors()));
    }

    private Task<List<Proposal>> ProposalsAsync(Guid personId) => _site.WithAsync(db => db.Proposals.AsNoTracking().Where(p => p.PersonId == personId).ToListAsync());

    private Task<Introduction> IntroductionAsync(Guid personId) => _site.WithAsync(db => db.Introductions.AsNoTracking().SingleAsync(i => i.PersonId == personId));

    /// <summary>Of the steps about this person's proposals nothing is open any more, and what waited went away by itself.</summary>
    private Task<(bool NothingOpen, bool SomeVoid)> OnlyVoidOrDoneAsync(Guid personId) => _site.WithAsync(async db =>
    {
        var steps = await db.OpenSteps.Where(s => db.Proposals.Any(p => p.Id == s.ProposalId && p.PersonId == personId)).ToListAsync();
        return (steps.TrueForAll(s => !s.IsOpen), steps.Exists(s => s.IsVoid));
    });

    private Task AddStepAsync(Guid personId, StepKind kind, Recipient recipient) => _site.WithAsync(async db =>
    {
        var proposal = await db.Proposals.Where(p => p.PersonId == personId && (p.State == ProposalState.Proposed || p.State == ProposalState.WantsToMeet)).FirstAsync();
        await db.OpenSteps.Where(s => s.ProposalId == proposal.Id).ExecuteDeleteAsync();
        db.OpenSteps.Add(new OpenStep(kind, recipient, null, null, TestSite.SeedDay, TestSite.SeedDay) { ProposalId = proposal.Id });
        await db.SaveChangesAsync();
    });
}
