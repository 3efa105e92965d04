using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Shared;
using Xunit;
using static Marketplace.Tests.Domain.FollowUp.PlacementExample;

namespace Marketplace.Tests.Domain.FollowUp;

public sealed class TickingTests
{
    private readonly PlacementExample _example = new PlacementExample(Terms(subsidy: SubsidyKind.Flat, lkv: LkvKind.Arbeidsgehandicapt)).Started();

    [Fact]
    public void A_tick_is_of_its_own_recipient_only()
    {
        var line = Line("LKS_FORFAIT_END", Recipient.Employer);

        Assert.Equal(Refusal.TickOnlyOwnRecipient, Assert.Throws<RefusalException>(() => Tick(line, Recipient.Consultant, Recipient.JobCoach)).Reason);
        Assert.True(line.IsOpen);

        Tick(line, Recipient.Employer);
        Assert.Equal((ReminderState.Done, "J. de Vries"), (line.State, line.DoneBy));
        Assert.True(Line("LKS_FORFAIT_END", Recipient.Consultant).IsOpen);
    }

    [Fact]
    public void A_talk_is_not_ticked_but_recorded() =>
        Assert.Equal(Refusal.TalkNeedsRecord, Assert.Throws<RefusalException>(() => Tick(Line("FU_W1", Recipient.JobCoach), Recipient.JobCoach)).Reason);

    [Fact]
    public void A_line_that_is_sent_three_times_is_one_matter()
    {
        var lines = _example.Lines("LKV_DECL").Where(r => r.Recipient == Recipient.Employer).ToList();
        Assert.Equal(3, lines.Count);

        Tick(lines[0], Recipient.Employer);

        Assert.All(lines, r => Assert.Equal(ReminderState.Done, r.State));
        Assert.All(_example.Lines("LKV_DECL").Where(r => r.Recipient == Recipient.Consultant), r => Assert.True(r.IsOpen));

        Ticking.Undo(lines[0], _example.FollowUp.Reminders, new HashSet<Recipient> { Recipient.Employer });
        Assert.All(lines, r => Assert.True(r.IsOpen));
    }

    [Fact]
    public void Later_moves_the_sending_day_and_never_the_date_of_law()
    {
        var line = Line("LKS_FORFAIT_END", Recipient.Employer);
        var date = line.LegalDate;

        Assert.Equal(Refusal.SnoozeMustBeLater, Assert.Throws<RefusalException>(() => line.Snooze(Start, On(Start))).Reason);
        line.Snooze(Start.AddDays(1), On(Start));

        Assert.Equal((Start.AddDays(1), date), (line.SendOn, line.LegalDate));
    }

    private Reminder Line(string code, Recipient recipient) => _example.Lines(code).First(r => r.Recipient == recipient);

    private void Tick(Reminder line, params Recipient[] parts) => Ticking.Tick(line, _example.FollowUp.Reminders, parts.ToHashSet(), On(Start));
}
