using CsCheck;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Vocabulary;
using Xunit;

namespace Marketplace.Tests.Domain.Reminders;

public class ReminderRulesTests
{
    private static readonly RegulationBook Book = RegulationBook.Current;

    private static readonly string[] FormCodes = [.. CodeLists.Forms.Codes];

    private static readonly Gen<DateOnly> Day =
        Gen.Int[new DateOnly(2019, 1, 1).DayNumber, new DateOnly(2032, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<PlacementFacts> Placement =
        from form in Gen.Int[0, FormCodes.Length - 1].Select(i => FormCodes[i])
        from start in Day
        from end in Gen.Int[0, 2_000].Select(start.AddDays).Nullable(0.4)
        from first in Gen.Int[0, 1_200].Select(days => start.AddDays(-days)).Nullable(0.4)
        from lks in Gen.Enum<LksKind>().Nullable(0.3)
        from review in Gen.Int[1, 1_500].Select(start.AddDays).Nullable(0.3)
        from lkv in Gen.Enum<LkvCategory>().Nullable(0.3)
        from issuer in Gen.Enum<JobcoachIssuer>().Nullable(0.3)
        from until in Gen.Int[0, 1_500].Select(start.AddDays).Nullable(0.4)
        let paid = Forms.IsPaid(form)
        select new PlacementFacts(
            "P", form, start, end, paid ? first : null,
            paid && lks is { } kind ? new LksFacts(kind, kind == LksKind.Measured ? review : null) : null,
            paid ? lkv : null,
            issuer is { } payer ? new JobcoachFacts(payer, until) : null);

    private static readonly Gen<CandidateFacts> Candidate =
        Gen.Select(Gen.Bool, Day.Nullable(0.2), Day.Nullable(0.2), Day.Nullable(0.2))
            .Select((paid, review, ladder, capacity) => new CandidateFacts("K", paid, review, ladder, capacity));

    [Fact]
    public void A_later_start_never_brings_an_earlier_legal_date() =>
        Gen.Select(Placement, Day, Gen.Int[1, 800]).Sample((facts, on, days) =>
        {
            // A date that lies before the later start would be a fault of the facts.
            var later = facts with { Start = facts.Start.AddDays(days) };
            Compare(ReminderRules.Of(facts, Book, on).Lines, ReminderRules.Of(later, Book, on).Lines);
        });

    [Fact]
    public void A_later_measurement_never_brings_an_earlier_legal_date() =>
        Gen.Select(Candidate, Day, Gen.Int[1, 800]).Sample((facts, on, days) =>
        {
            var later = facts with
            {
                LastReviewOn = facts.LastReviewOn?.AddDays(days),
                LadderMeasuredOn = facts.LadderMeasuredOn?.AddDays(days),
                OldestCapacityOn = facts.OldestCapacityOn?.AddDays(days),
            };
            Compare(ReminderRules.Of(facts, Book, on).Lines, ReminderRules.Of(later, Book, on).Lines);
        });

    [Fact]
    public void A_sending_day_is_a_working_day_after_the_start() =>
        Gen.Select(Placement, Day).Sample((facts, on) => ReminderRules.Of(facts, Book, on).Lines.All(
            line => WorkingDays.IsWorkingDay(line.SendOn) && line.SendOn > facts.Start));

    [Fact]
    public void Nothing_is_listed_twice() =>
        Gen.Select(Placement, Candidate, Day).Sample((placement, candidate, on) =>
        {
            var lines = ReminderRules.Of(placement, Book, on).Lines.Concat(ReminderRules.Of(candidate, Book, on).Lines).ToList();
            Assert.Distinct(lines.Select(line => (line.Subject, line.Code, line.LegalDate, line.SendOn, line.Recipient)));
            Assert.Distinct(lines.Select(line => (line.Subject, line.Code, line.Recipient, line.Step)));
        });

    [Fact]
    public void Only_what_is_still_to_be_sent_is_listed_and_nothing_beyond_the_horizon() =>
        Gen.Select(Placement, Day).Sample((facts, on) =>
        {
            var all = ReminderRules.Of(facts, Book, on).Lines;
            Assert.Equal(all.Where(line => line.SendOn >= on), ReminderRules.ToSend([facts], [], Book, on).Lines);
            Assert.All(all, line => Assert.True(line.LegalDate <= (facts.Start > on ? facts.Start : on).AddMonths(48)));
            Assert.All(all, line => Assert.True(facts.End is not { } end || line.LegalDate <= end.AddDays(1)));
        });

    [Fact]
    public void Every_code_occurs_in_the_generated_cases()
    {
        var seen = new HashSet<string>();
        Gen.Select(Placement, Candidate, Day).Sample((placement, candidate, on) =>
        {
            lock (seen)
            {
                seen.UnionWith(ReminderRules.Of(placement, Book, on).Lines.Concat(ReminderRules.Of(candidate, Book, on).Lines).Select(line => line.Code));
            }
        }, iter: 2_000);
        Assert.Equal(ReminderCodes.WithLead.Append(ReminderCodes.NoRiskAsk).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Forms.Internship)]
    [InlineData(Forms.TryOutDay)]
    [InlineData(Forms.DayActivity)]
    [InlineData(Forms.BasicJob)]
    public void A_form_without_an_arrangement_has_talks_only(string form)
    {
        var start = new DateOnly(2026, 8, 3);
        var codes = ReminderRules.Of(new PlacementFacts("P", form, start), Book, start).Lines.Select(line => line.Code).Distinct();
        Assert.Equal(["DOORSTROOM", "FU_M1", "FU_M12", "FU_M3", "FU_M6", "FU_W1"], codes.Order(StringComparer.Ordinal));
    }

    private static void Compare(IReadOnlyList<ReminderLine> earlier, IReadOnlyList<ReminderLine> later)
    {
        var dates = earlier.ToDictionary(line => (line.Code, line.Recipient, line.Step), line => line.LegalDate);
        foreach (var line in later)
        {
            if (dates.TryGetValue((line.Code, line.Recipient, line.Step), out var date))
            {
                Assert.True(line.LegalDate >= date, $"{line} was {date}");
            }
        }
    }
}
