using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Reminders;
using Marketplace.Jobs;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;

namespace Marketplace.Tests.Jobs;

public class SweepTests(TestSite? site = null) : IDisposable
{
    private readonly TestSite _site = site ?? new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_placement_starts_on_its_first_day_and_has_its_reminders()
    {
        var agreed = await _site.WithAsync(db => db.Placements.Where(p => p.State == PlacementState.Agreed).OrderBy(p => p.Terms.Start).Select(p => new { p.Id, p.Terms.Start }).FirstAsync());
        _site.Clock.MoveTo(agreed.Start.AddDays(-1));
        await _site.RunJobAsync(nameof(StartPlacements));
        Assert.Equal(PlacementState.Agreed, await StateAsync(agreed.Id));

        _site.Clock.MoveTo(agreed.Start);
        Assert.Equal(1, await _site.RunJobAsync(nameof(StartPlacements)));

        Assert.Equal(PlacementState.Running, await StateAsync(agreed.Id));
        Assert.True(await _site.WithAsync(db => db.Reminders.AnyAsync(r => r.PlacementId == agreed.Id && r.Code == "FU_W1" && r.LegalDate == agreed.Start.AddDays(7))));
        Assert.Equal(0, await _site.RunJobAsync(nameof(StartPlacements)));
    }

    [Fact]
    public async Task Every_running_placement_and_every_person_has_reminders_and_a_second_run_changes_nothing()
    {
        await _site.RunJobAsync(nameof(RecomputeReminders));
        var missing = await _site.WithAsync(db => db.Placements.CountAsync(p => p.State == PlacementState.Running && !db.Reminders.Any(r => r.PlacementId == p.Id)));
        var people = await _site.WithAsync(db => db.People.CountAsync(p => !db.Reminders.Any(r => r.PersonId == p.Id)));
        var before = await RowsAsync();

        Assert.Equal((0, 0), (missing, people));
        Assert.Equal(0, await _site.RunJobAsync(nameof(RecomputeReminders)));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_reminder_becomes_due_on_its_sending_day_also_when_a_worker_died_over_it()
    {
        await _site.RunJobAsync(nameof(RecomputeReminders));
        await _site.RunJobAsync(nameof(MakeRemindersDue));
        var next = await _site.WithAsync(db => db.Reminders.Where(r => r.State == ReminderState.Planned).OrderBy(r => r.SendOn).Select(r => new { r.Id, r.SendOn }).FirstAsync());
        Assert.True(next.SendOn > TestSite.SeedDay);
        _site.Clock.MoveTo(next.SendOn);
        var now = _site.Clock.GetUtcNow().UtcDateTime;
        await ClaimAsync(next.Id, now.AddMinutes(2));
        await _site.RunJobAsync(nameof(MakeRemindersDue));
        Assert.Equal(ReminderState.Planned, await ReminderStateAsync(next.Id));

        await ClaimAsync(next.Id, now.AddMinutes(-1));
        await _site.RunJobAsync(nameof(MakeRemindersDue));

        Assert.Equal(ReminderState.Due, await ReminderStateAsync(next.Id));
    }

    [Fact]
    public async Task Two_runners_at_once_make_every_reminder_due_once()
    {
        await _site.RunJobAsync(nameof(RecomputeReminders));
        var waiting = await _site.WithAsync(db => db.Reminders.CountAsync(r => r.State == ReminderState.Planned && (r.SendOn <= TestSite.SeedDay || r.LegalDate < TestSite.SeedDay)));

        var handled = await Task.WhenAll(
            Task.Run(() => _site.RunWithoutLeaseAsync<MakeRemindersDue>(), TestContext.Current.CancellationToken),
            Task.Run(() => _site.RunWithoutLeaseAsync<MakeRemindersDue>(), TestContext.Current.CancellationToken));

        Assert.True(waiting > 0);
        Assert.Equal(waiting, handled.Sum());
    }

    [Fact]
    public async Task One_digest_a_day_says_how_many_wait_and_tells_nothing_about_anyone()
    {
        await _site.RunJobAsync(nameof(RecomputeReminders));
        await _site.RunJobAsync(nameof(MakeRemindersDue));
        Assert.True(await _site.RunJobAsync(nameof(SendDigests)) > 0);
        Assert.Equal(0, await _site.RunJobAsync(nameof(SendDigests)));
        await _site.RunJobAsync(nameof(DeliverMail));

        var perUser = await _site.WithAsync(db => db.Messages.GroupBy(m => m.UserId).Select(g => g.Count()).ToListAsync());
        Assert.All(perUser, count => Assert.Equal(1, count));
        var words = await _site.WithAsync(async db => (await db.Organisations.Select(o => o.Name).ToListAsync()).Concat(await db.People.Select(p => p.Code).ToListAsync()).ToList());
        foreach (var file in _site.Mails())
        {
            var mail = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
            Assert.Matches("^Er sta(at 1 ding|an [0-9]+ dingen) voor u klaar$", mail.Subject);
            Assert.DoesNotContain(words, word => mail.TextBody!.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.Single(mail.TextBody!.Split("http").Skip(1));
        }

        using var visitor = await _site.SignedInAsync("consulent");
        var page = await visitor.OpenAsync("/te-doen");
        var badge = page.QuerySelector(".nl-number-badge")!.TextContent.Split(' ')[0];
        var told = await _site.WithAsync(db => db.Messages.Where(m => m.To == "consulent@demo.example").Select(m => m.Subject).SingleAsync());
        Assert.Contains($" {badge} ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_had_a_digest_before_an_item_came_is_told_the_next_day()
    {
        await _site.RunJobAsync(nameof(RecomputeReminders));
        await _site.RunJobAsync(nameof(SendDigests));
        await _site.WithAsync(async db =>
        {
            var user = await db.Users.SingleAsync(u => u.NormalizedEmail == "JOBCOACH@DEMO.EXAMPLE");
            db.OpenSteps.Add(new OpenStep(StepKind.SomethingNeeded, Recipient.JobCoach, user.Id, null, TestSite.SeedDay, TestSite.SeedDay.AddDays(2)));
            await db.SaveChangesAsync();
        });
        Assert.Equal(0, await _site.RunJobAsync(nameof(SendDigests)));

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(1));
        await _site.RunJobAsync(nameof(SendDigests));

        var days = await _site.WithAsync(db => db.Messages.Where(m => m.To == "jobcoach@demo.example").Select(m => m.Day).OrderBy(d => d).ToListAsync());
        Assert.Equal([TestSite.SeedDay, TestSite.SeedDay.AddDays(1)], days);
    }

    [Fact]
    public async Task Thirty_days_before_a_consent_ends_the_consultant_is_asked_once_and_after_the_end_proposals_are_withdrawn()
    {
        var open = await _site.WithAsync(db => db.Proposals.Where(p => p.State == ProposalState.Proposed)
            .Select(p => new
            {
                p.Id,
                p.PersonId,
                Until = db.People.Where(x => x.Id == p.PersonId).SelectMany(x => x.Consents)
                .Where(c => c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given).Max(c => c.Until)!.Value
            }).OrderBy(p => p.Until).FirstAsync());
        _site.Clock.MoveTo(open.Until.AddDays(-30));
        await _site.RunJobAsync(nameof(ConsentEndsSoon));
        await _site.RunJobAsync(nameof(ConsentEndsSoon));
        var asked = await _site.WithAsync(db => db.OpenSteps.Where(s => s.Kind == StepKind.ConsentEnds && s.PersonId == open.PersonId && s.About == "Proposed").ToListAsync());
        Assert.Equal(open.Until, Assert.Single(asked).DueOn);

        _site.Clock.MoveTo(open.Until.AddDays(1));
        await _site.RunJobAsync(nameof(ConsentEndsSoon));

        Assert.Equal(ProposalState.Withdrawn, await _site.WithAsync(db => db.Proposals.Where(p => p.Id == open.Id).Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task After_five_working_days_the_adviser_calls_once_and_after_fifteen_a_proposal_expires()
    {
        var proposal = await _site.WithAsync(db => db.Proposals.Where(p => p.State == ProposalState.Proposed).OrderByDescending(p => p.ProposedOn).Select(p => new { p.Id, p.ProposedOn }).FirstAsync());
        _site.Clock.MoveTo(WorkingDays.After(proposal.ProposedOn, 5).AddDays(-1));
        await _site.RunJobAsync(nameof(ProposalDeadlines));
        Assert.Equal(0, await CallsAsync());

        _site.Clock.MoveTo(WorkingDays.After(proposal.ProposedOn, 5));
        await _site.RunJobAsync(nameof(ProposalDeadlines));
        await _site.RunJobAsync(nameof(ProposalDeadlines));
        Assert.Equal(1, await CallsAsync());

        _site.Clock.MoveTo(WorkingDays.After(proposal.ProposedOn, 15));
        await _site.RunJobAsync(nameof(ProposalDeadlines));
        Assert.Equal(ProposalState.Expired, await _site.WithAsync(db => db.Proposals.Where(p => p.Id == proposal.Id).Select(p => p.State).SingleAsync()));
        Assert.True(await _site.WithAsync(db => db.OpenSteps.Where(s => s.ProposalId == proposal.Id).AllAsync(s => s.IsVoid)));

        Task<int> CallsAsync() => _site.WithAsync(db => db.OpenSteps.CountAsync(s => s.ProposalId == proposal.Id && s.Kind == StepKind.CallAboutProposal));
    }

    private Task<PlacementState> StateAsync(Guid id) => _site.WithAsync(db => db.Placements.Where(p => p.Id == id).Select(p => p.State).SingleAsync());

    private Task<ReminderState> ReminderStateAsync(Guid id) => _site.WithAsync(db => db.Reminders.Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    private Task ClaimAsync(Guid id, DateTime until) => _site.WithAsync(db => db.Reminders.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.ClaimedUntil, until)));

    private Task<List<string>> RowsAsync() => _site.WithAsync(async db =>
        (await db.Reminders.OrderBy(r => r.Id).ToListAsync()).ConvertAll(r => $"{r.Id} {r.State} {r.SendOn}"));
}
