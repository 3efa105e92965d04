using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Reminders;
using Xunit;
using static Marketplace.Tests.Domain.FollowUp.PlacementExample;

namespace Marketplace.Tests.Domain.FollowUp;

public sealed class PersonFollowUpTests
{
    private static readonly DateOnly Reviewed = new(2026, 3, 2);
    private readonly Guid _person = Guid.NewGuid();
    private readonly Guid _consultant = Guid.NewGuid();

    [Fact]
    public void A_candidate_has_a_review_a_ladder_and_old_answers()
    {
        var person = Of(new CandidateFacts("K-1", false, Reviewed, Reviewed, Reviewed), [], []);

        Assert.Equal(["LADDER", "REVIEW_6M", "SCORE_OLD"], person.NewReminders.Select(r => r.Code).Order());
        Assert.All(person.NewReminders, r => Assert.Equal((_person, Recipient.Consultant), (r.SubjectId, r.Recipient)));
    }

    [Fact]
    public void A_date_that_is_not_known_is_an_item_until_it_is_known()
    {
        var person = Of(new CandidateFacts("K-1", false, Reviewed, null, Reviewed), [], []);
        var step = Assert.Single(person.NewSteps);
        Assert.Equal((StepKind.MissingFact, "ladderMeasuredOn", _consultant), (step.Kind, step.About, step.UserId!.Value));

        Of(new CandidateFacts("K-1", false, Reviewed, Reviewed, Reviewed), person.NewReminders, [step]);

        Assert.False(step.IsOpen);
    }

    [Fact]
    public void A_line_that_was_sent_is_answered_when_its_date_moves_on()
    {
        var first = Of(new CandidateFacts("K-1", false, Reviewed, Reviewed, Reviewed), [], []).NewReminders;
        var review = first.Single(r => r.Code == "REVIEW_6M");
        review.MakeDue(On(Reviewed.AddMonths(6)));

        var second = Of(new CandidateFacts("K-1", false, Reviewed.AddMonths(5), Reviewed, Reviewed), first, []);

        Assert.Equal(ReminderState.Done, review.State);
        Assert.Equal(Reviewed.AddMonths(11), Assert.Single(second.NewReminders).LegalDate);
    }

    [Fact]
    public void Who_is_in_paid_work_has_no_review_planned()
    {
        var first = Of(new CandidateFacts("K-1", false, Reviewed, Reviewed, Reviewed), [], []).NewReminders;

        Of(new CandidateFacts("K-1", true, Reviewed, Reviewed, Reviewed), first, []);

        Assert.Equal(VoidReason.FactsChanged, first.Single(r => r.Code == "REVIEW_6M").VoidBecause);
        Assert.All(first.Where(r => r.Code != "REVIEW_6M"), r => Assert.True(r.IsOpen));
    }

    private PersonFollowUp Of(CandidateFacts facts, IEnumerable<Reminder> reminders, IEnumerable<OpenStep> steps)
    {
        var person = new PersonFollowUp(_person, _consultant, Reviewed, facts, reminders, steps);
        person.Renew(Book, On(Reviewed));
        return person;
    }
}
