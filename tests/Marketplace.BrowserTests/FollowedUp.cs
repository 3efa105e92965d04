using System.Globalization;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Vocabulary;
using Marketplace.Jobs;
using Marketplace.Testing;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>
/// Fifteen months of follow-up: a trial, then a contract as one chain. At each month's end every account finds in Te doen exactly what the
/// reminder function gives for the facts, with the rules of the program (regulations.md).
/// </summary>
internal sealed class FollowedUp
{
    private const string FirstName = "Wendelmoed";

    private static readonly DateOnly TrialStart = new(2026, 12, 1);
    private static readonly DateOnly TrialEnd = new(2027, 1, 31);
    private static readonly DateOnly ContractStart = new(2027, 2, 1);
    private static readonly DateOnly ContractEnd = new(2028, 1, 31);

    private static readonly PlacementFacts Trial = new(
        "trial", Forms.Trial, TrialStart, TrialEnd, null, null, null, new JobcoachFacts(JobcoachIssuer.Municipality, TrialEnd));

    private static readonly PlacementFacts Contract = new(
        "contract", Forms.Regular, ContractStart, ContractEnd, ContractStart, new LksFacts(LksKind.Measured, new DateOnly(2027, 9, 1)), LkvCategory.Banenafspraak,
        new JobcoachFacts(JobcoachIssuer.Municipality, ContractEnd));

    /// <summary>The talks that were recorded: closed for everybody but the employer.</summary>
    private readonly HashSet<DateOnly> _talked = [];

    public static async Task WalkAsync(Visit visit, TestSite site, string proposal, string code)
    {
        var walk = new FollowedUp();
        await AgreeTrialAsync(await visit.AsAsync("jobcoach"), proposal);
        await walk.AtMonthsEndAsync(visit, site, code, new DateOnly(2026, 12, 31));
        await walk.RecordFirstTalkAsync(visit, site, code);
        await AgreeContractAsync(await visit.AsAsync("jobcoach"), site, code);
        for (var month = new DateOnly(2027, 1, 31); month <= new DateOnly(2028, 2, 29); month = LastDayOfMonth(month.AddDays(1)))
            await walk.AtMonthsEndAsync(visit, site, code, month);
        await ChainAsync(site, code);
    }

    private static DateOnly LastDayOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static async Task AgreeTrialAsync(IPage page, string proposal)
    {
        await page.GotoAsync($"{proposal}/plaatsing");
        await page.SelectOptionAsync("main [name='In.Form']", Forms.Trial);
        await page.FillInDateAsync("In.Start", TrialStart);
        await page.FillInDateAsync("In.End", TrialEnd);
        await page.FillInAsync("In.HoursPerWeek", "12,5");
        await page.FillInAsync("In.Supervisor", "de teamleider");
        await page.ChooseAsync("In.Subsidy", nameof(SubsidyKind.None));
        await page.ChooseAsync("In.Lkv", nameof(LkvKind.None));
        await page.ChooseAsync("In.CoachIssuer", nameof(CoachIssuer.Municipality));
        await page.FillInDateAsync("In.CoachUntil", TrialEnd);
        await page.ClickOnAsync("Maak de plaatsing");
    }

    private static async Task AgreeContractAsync(IPage page, TestSite site, string code)
    {
        var trial = await site.WithAsync(db => db.Placements.Where(p => db.People.Any(x => x.Id == p.PersonId && x.Code == code)).Select(p => p.Id).SingleAsync());
        await page.GotoAsync($"/plaatsingen/{trial}/volgende");
        await page.SelectOptionAsync("main [name='In.Form']", Forms.Regular);
        await page.FillInDateAsync("In.Start", ContractStart);
        await page.FillInDateAsync("In.End", ContractEnd);
        await page.FillInAsync("In.HoursPerWeek", "12.5");
        await page.FillInAsync("In.Supervisor", "de teamleider");
        await page.ChooseAsync("In.Subsidy", nameof(SubsidyKind.Measured));
        await page.FillInDateAsync("In.SubsidyReviewOn", new DateOnly(2027, 9, 1));
        await page.ChooseAsync("In.Lkv", nameof(LkvKind.Banenafspraak));
        await page.ChooseAsync("In.CoachIssuer", nameof(CoachIssuer.Municipality));
        await page.FillInDateAsync("In.CoachUntil", ContractEnd);
        await page.FillInDateAsync("In.FirstContractStart", ContractStart);
        await page.ClickOnAsync("Leg de volgende stap vast");
    }

    /// <summary>Three clicks: Leg vast, Gaat goed, Bewaar.</summary>
    private async Task RecordFirstTalkAsync(Visit visit, TestSite site, string code)
    {
        var page = await visit.AsAsync("jobcoach");
        await page.GotoAsync("/te-doen?alles=true");
        var item = page.Locator("li.pw-todo", new PageLocatorOptions { HasText = code }).Filter(new LocatorFilterOptions { HasText = "Eerste week" });
        await item.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Leg vast" }).First.GoAsync();
        await page.ChooseAsync("In.Outcome", nameof(RecordOutcome.GoesWell));
        await page.ClickOnAsync("Bewaar");
        _talked.Add(TrialStart.AddDays(7));
        await CompareAsync(visit, site, code);
    }

    private async Task AtMonthsEndAsync(Visit visit, TestSite site, string code, DateOnly day)
    {
        site.Clock.MoveTo(day);
        using var scope = site.Services.CreateScope();
        var runner = scope.ServiceProvider.GetRequiredService<JobRunner>();
        foreach (var job in JobList.All)
            await runner.RunAsync(job.Name);
        await CompareAsync(visit, site, code);
    }

    private async Task CompareAsync(Visit visit, TestSite site, string code)
    {
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        foreach (var (account, recipient) in new[] { ("consulent", Recipient.Consultant), ("jobcoach", Recipient.JobCoach), ("werkgever", Recipient.Employer) })
        {
            var page = await visit.AsAsync(account);
            await page.GotoAsync("/te-doen?alles=true");
            var seen = await ItemsAsync(page, recipient == Recipient.Employer ? FirstName : code);
            var person = recipient == Recipient.Consultant ? await CandidateLinesAsync(site, code, today) : [];
            var expected = Expected(recipient, today, person).ToList();
            var steps = await StepTitlesAsync(site, account, code);
            Assert.Equal(
                expected.Concat(steps).Order(StringComparer.Ordinal),
                seen.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>What the page shows about this person up to Sunday: title and due day.</summary>
    private static async Task<List<string>> ItemsAsync(IPage page, string who)
    {
        var items = page.Locator("section.pw-group li.pw-todo", new PageLocatorOptions { HasText = who });
        return [.. await items.EvaluateAllAsync<string[]>("items => items.map(item => `${item.querySelector('h3').innerText.trim()} | ${item.dataset.due}`)")];
    }

    /// <summary>The reminder function for the facts known, computed on the first day and today; what a record or the next step closed is gone.</summary>
    private IEnumerable<string> Expected(Recipient recipient, DateOnly today, IReadOnlyList<ReminderLine> person)
    {
        var running = today >= ContractStart ? Contract : Trial;
        var book = RegulationBook.Current;
        var lines = ReminderRules.Of(running, book, running.Start).Lines.Concat(ReminderRules.Of(running, book, today).Lines)
            .DistinctBy(l => (l.Code, l.LegalDate, l.Recipient, l.Step))
            .Where(l => l.Recipient.ToString().Equals(recipient.ToString(), StringComparison.OrdinalIgnoreCase))
            .Where(l => !(ReminderCodes.IsTalk(l.Code) && recipient != Recipient.Employer && _talked.Contains(l.LegalDate)))
            .Concat(person);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return lines
            .GroupBy(l => (l.Subject, l.LegalDate, Matter: ReminderCodes.IsTalk(l.Code) ? "" : l.Code))
            .Where(item => item.Key.LegalDate < today || item.Min(l => l.SendOn) <= sunday)
            .Select(item => $"{TitleOf([.. item], running.Start, recipient)} | {item.Key.LegalDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }

    private static string TitleOf(IReadOnlyList<ReminderLine> lines, DateOnly start, Recipient recipient) => ReminderCodes.IsTalk(lines[0].Code)
        ? ReminderWords.OfTalk(lines.Select(l => l.Code), start, lines[0].LegalDate, recipient).Title
        : ReminderWords.Of(lines[0].Code, recipient).Title;

    private static async Task<IReadOnlyList<ReminderLine>> CandidateLinesAsync(TestSite site, string code, DateOnly today)
    {
        var person = await site.WithAsync(db => db.People.Include(p => p.Capacities).AsNoTracking().SingleAsync(p => p.Code == code));
        var facts = new Domain.Reminders.CandidateFacts(code, today >= ContractStart, person.LastReviewOn, person.LadderMeasuredOn, person.OldestCapacityOn);
        return ReminderRules.Of(facts, RegulationBook.Current, today).Lines;
    }

    /// <summary>Steps that are not of the reminder function, such as a consent that ends: they stand in the table of open steps.</summary>
    private static Task<List<string>> StepTitlesAsync(TestSite site, string account, string code) => site.WithAsync(async db =>
    {
        var user = await db.Users.SingleAsync(u => u.Email == account + "@demo.example");
        var membership = await db.Memberships.SingleAsync(m => m.UserId == user.Id);
        var actor = new Actor(user.Id, user.DisplayName, membership.OrganisationId, "", membership.Role, membership.IsManager, []);
        var person = await db.People.SingleAsync(p => p.Code == code);
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var steps = await db.OpenSteps.OpenFor(actor).Where(s => s.PersonId == person.Id && (s.SendOn <= sunday || s.DueOn < today)).ToListAsync();
        return steps.ConvertAll(s => $"{StepWords.Of(s.Kind, s.About).Title} | {s.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    });

    /// <summary>One chain, and the open reminders of the trial are void because of the next step.</summary>
    private static Task ChainAsync(TestSite site, string code) => site.WithAsync(async db =>
    {
        var chain = await db.Placements.Where(p => db.People.Any(x => x.Id == p.PersonId && x.Code == code)).ToListAsync();
        var trial = chain.Single(p => p.PreviousId is null);
        var contract = chain.Single(p => p.PreviousId is not null);
        Assert.Equal((trial.Id, PlacementState.NextStep, (DateOnly?)TrialEnd), (contract.PreviousId, trial.State, trial.LastDay));
        var ended = await db.Reminders.Where(r => r.PlacementId == trial.Id).ToListAsync();
        Assert.DoesNotContain(ended, r => r.IsOpen);
        Assert.Contains(ended, r => r.VoidBecause == VoidReason.NextStep);
        Assert.Contains(ended, r => r.State == ReminderState.Done);
    });
}
