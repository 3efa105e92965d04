using System.Net;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.FollowUp;

public class InboxTests(TestSite? site = null) : IDisposable
{
    private static readonly DateOnly Today = TestSite.SeedDay; // a Tuesday
    private readonly TestSite _site = site ?? new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Items_stand_in_the_group_of_their_dates_and_talks_of_one_day_are_one_item()
    {
        await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        using var coach = await _site.SignedInAsync("jobcoach");
        var today = await coach.OpenAsync("/te-doen");
        Assert.Single(today.Items("vandaag"), t => t == "Gesprek na 6 maanden, met de volgende stap");

        _site.Clock.MoveTo(Today.AddDays(1));
        await coach.SignInAsync("jobcoach"); // a day later the cookie has run out
        var late = await coach.OpenAsync("/te-doen");
        Assert.Single(late.Items("laat"), t => t == "Gesprek na 6 maanden, met de volgende stap");

        await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddDays(-2))); // FU_W1: 29 November, sent 2 working days before: Friday 27
        var week = await coach.OpenAsync("/te-doen");
        Assert.Single(week.Items("week"), t => t == "Eerste week: hoe gaat het?");
    }

    [Fact]
    public async Task A_long_group_shows_the_oldest_first_counts_all_and_can_be_opened_whole()
    {
        using var adviser = await _site.SignedInAsync("adviseur");
        var before = (await adviser.OpenAsync("/te-doen")).Items("laat").Count;
        await _site.WithAsync(async db =>
        {
            var user = await db.Users.Where(u => u.Email == "adviseur@demo.example").Select(u => u.Id).SingleAsync();
            db.OpenSteps.AddRange(Enumerable.Range(1, 50).Select(n => new OpenStep(StepKind.NewJob, Recipient.Adviser, user, null, Today.AddDays(-n), Today.AddDays(-n))));
            await db.SaveChangesAsync();
        });

        var page = await adviser.OpenAsync("/te-doen");
        Assert.Equal(40, page.Items("laat").Count);
        Assert.Equal($"({before + 50})", page.QuerySelector("#laat .pw-count")!.TextContent);

        var whole = await adviser.OpenAsync(page.QuerySelectorAll("main a").Single(a => a.TextContent == $"Bekijk ze alle {before + 50}").GetAttribute("href")!);
        Assert.Equal(before + 50, whole.Items("laat").Count);
    }

    [Fact]
    public async Task A_tick_is_done_and_can_be_undone()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-5), subsidy: SubsidyKind.Flat));
        using var consultant = await _site.SignedInAsync("consulent");
        var line = await LineAsync(id, "LKS_FORFAIT_END", Recipient.Consultant);

        await TickAsync(consultant, line, "Done");
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        Assert.Equal(ReminderState.Done, await StateAsync(line));

        var page = await consultant.OpenAsync("/te-doen");
        await consultant.PostAsync(page.QuerySelectorAll("form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single(f => f.GetAttribute("action")?.Contains("Undo", StringComparison.Ordinal) == true));
        Assert.NotEqual(ReminderState.Done, await StateAsync(line));
    }

    [Fact]
    public async Task A_line_of_somebody_else_is_not_ticked_and_a_line_of_another_tenant_does_not_exist()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-5), subsidy: SubsidyKind.Flat));
        var line = await LineAsync(id, "LKS_FORFAIT_END", Recipient.Consultant);

        using var employer = await _site.SignedInAsync("werkgever");
        await TickAsync(employer, line, "Done");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Contains("Dit staat op naam van iemand anders.", employer.Html, StringComparison.Ordinal);

        using var adviser = await _site.SignedInAsync("adviseur");
        await TickAsync(adviser, line, "Done");
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);
        Assert.NotEqual(ReminderState.Done, await StateAsync(line));
    }

    [Fact]
    public async Task Later_moves_the_sending_day_and_not_the_date()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-5), subsidy: SubsidyKind.Flat));
        using var consultant = await _site.SignedInAsync("consulent");
        var line = await LineAsync(id, "LKS_FORFAIT_END", Recipient.Consultant);
        var date = await _site.WithAsync(db => db.Reminders.Where(r => r.Id == line).Select(r => r.LegalDate).SingleAsync());

        await TickAsync(consultant, line, "Later", ("ids", line.ToString()), ("until", Today.ToString("yyyy-MM-dd")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        await TickAsync(consultant, line, "Later", ("ids", line.ToString()), ("day", "2026-12-10"));

        Assert.Equal((new DateOnly(2026, 12, 10), date), await _site.WithAsync(async db => (await db.Reminders.Where(r => r.Id == line).Select(r => new { r.SendOn, r.LegalDate }).SingleAsync()) is var r ? (r.SendOn, r.LegalDate) : default));
    }

    [Fact]
    public async Task An_employer_reads_a_first_name_and_never_a_code_or_a_loonwaarde()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-5), subsidy: SubsidyKind.Flat));
        using var employer = await _site.SignedInAsync("werkgever");
        var code = await _site.WithAsync(db => db.Placements.Where(p => p.Id == id).Select(p => db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First()).SingleAsync());

        foreach (var address in (string[])["/te-doen", "/plaatsingen", $"/plaatsingen/{id}", $"/plaatsingen/{id}/gesprek"])
        {
            await employer.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, employer.Status);
            Assert.DoesNotContain(code, employer.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("oonwaarde", employer.Html, StringComparison.Ordinal);
        }

        Assert.True(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Action == "ReadIdentity" && a.Role == "Employer")));
    }

    [Fact]
    public async Task What_stays_overdue_for_a_week_goes_to_a_colleague_and_after_two_weeks_to_the_manager()
    {
        await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        _site.Clock.MoveTo(Today.AddDays(6));
        using var colleague = await SignedInAsync("l.smit");
        Assert.DoesNotContain((await colleague.OpenAsync("/te-doen?lijst=team")).Items("laat"), t => t.StartsWith("Gesprek na 6", StringComparison.Ordinal));

        _site.Clock.MoveTo(Today.AddDays(7));
        using var dayLater = await SignedInAsync("l.smit");
        Assert.Contains("Gesprek na 6 maanden, met de volgende stap", (await dayLater.OpenAsync("/te-doen?lijst=team")).Items("laat"));

        using var manager = await SignedInAsync("leiding");
        var before = (await manager.OpenAsync("/te-doen?lijst=team")).Items("laat").Count(t => t.StartsWith("Gesprek na 6", StringComparison.Ordinal));
        Assert.True(before > 0); // also a consultant: of a colleague after a week
    }

    [Fact]
    public async Task Every_kind_of_step_has_words_and_one_act_and_stays_under_twelve_statements_with_a_tag()
    {
        await _site.WithAsync(async db =>
        {
            var proposal = await db.Proposals.FirstAsync(p => p.State == ProposalState.Proposed);
            var task = await db.WorkTasks.FirstAsync(t => t.OrganisationId == proposal.OrganisationId);
            foreach (var kind in Enum.GetValues<StepKind>())
            {
                foreach (var account in (string[])["CONSULENT", "JOBCOACH", "ADVISEUR"])
                {
                    var user = await db.Users.SingleAsync(u => u.NormalizedEmail == $"{account}@DEMO.EXAMPLE");
                    var recipient = account == "ADVISEUR" ? Recipient.Adviser : account == "JOBCOACH" ? Recipient.JobCoach : Recipient.Consultant;
                    db.OpenSteps.Add(new OpenStep(kind, recipient, user.Id, null, Today, Today.AddDays(2)) { ProposalId = proposal.Id, JobId = proposal.JobId, TaskId = task.Id, PersonId = proposal.PersonId, About = "lks" });
                }
            }

            await db.SaveChangesAsync();
        });
        foreach (var account in (string[])["consulent", "jobcoach", "adviseur"])
        {
            using var visitor = await _site.SignedInAsync(account);
            _site.ForgetSql();
            var page = await visitor.OpenAsync("/te-doen");

            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.True(page.Items("vandaag").Count >= Enum.GetValues<StepKind>().Length);
            Assert.All(page.QuerySelectorAll("section[aria-labelledby=vandaag] .pw-todo__acts"), acts => Assert.NotNull(acts.QuerySelector("a.pw-link-button, form button.nl-button")));
            var selects = _site.Sql.Where(s => s.Contains("SELECT", StringComparison.Ordinal)).ToList();
            Assert.True(selects.Count <= 12, $"{selects.Count} statements");
            Assert.All(selects, s => Assert.StartsWith("--", s, StringComparison.Ordinal));
        }
    }

    /// <summary>Signs in as an account without a button on the page, by the same form.</summary>
    private async Task<WebVisitor> SignedInAsync(string account)
    {
        var visitor = _site.Visitor();
        var button = (await visitor.OpenAsync("/inloggen")).QuerySelectorAll("button[name=email]").OfType<AngleSharp.Html.Dom.IHtmlButtonElement>().First();
        button.Value = $"{account}@demo.example";
        await visitor.PostAsync(button.Form!, button);
        return visitor;
    }

    private Task<Guid> LineAsync(Guid placement, string code, Recipient recipient) =>
        _site.WithAsync(db => db.Reminders.Where(r => r.PlacementId == placement && r.Code == code && r.Recipient == recipient).OrderBy(r => r.Step).Select(r => r.Id).FirstAsync());

    private Task<ReminderState> StateAsync(Guid id) => _site.WithAsync(db => db.Reminders.Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    /// <summary>Posts as the form of an item does, also for a line that is not on the page.</summary>
    private static async Task TickAsync(WebVisitor visitor, Guid line, string handler, params (string Name, string? Value)[] more)
    {
        var page = await visitor.OpenAsync("/te-doen");
        var form = page.QuerySelectorAll("form[method=post]").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First(f => f.QuerySelector("input[name=__RequestVerificationToken]") is not null);
        form.SetAttribute("action", $"/te-doen?handler={handler}");
        await visitor.PostAsync(form, null, [("id", line.ToString()), .. more]);
    }
}
