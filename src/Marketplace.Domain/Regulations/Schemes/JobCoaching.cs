using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Job coach: of the municipality by PW 10 and 10da, of UWV by WIA 35 and RIB 12 and 18.</summary>
public sealed class JobCoaching : Scheme
{
    /// <inheritdoc/>
    public override string Code => "jobcoach";

    /// <inheritdoc/>
    public override string Title => "Jobcoach";

    /// <inheritdoc/>
    public override string Basis => "PW 10, 10da; WIA 35; RIB 12, 18";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality or UWV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["jobcoach.uwv"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms =>
        [Terms.CoachPercentages, Terms.CoachMinHours, Terms.CoachMinContractMonths, Terms.CoachMinLoonwaarde];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        if (facts.Has(Status.Beschut) && facts.Work.Form == Forms.Sheltered)
        {
            return Ruling.No("support-in-sheltered");
        }

        if (facts.Has(Status.WswBw))
        {
            return Ruling.No("support-in-wsw");
        }

        if (facts.Has(Status.LksDoelgroep))
        {
            // PW 10da: the right does not depend on the hours, which the municipality sets.
            return Municipality(new Ruling(Outcome.Yes, "jobcoach-right") { StandsWithoutMissing = true }, facts);
        }

        if (facts.HasAny(Status.WajongArb, Status.WiaWao, Status.AoLt35))
        {
            return Uwv(facts, book);
        }

        return facts.HasAny(Status.DgrPw, Status.PwBijstand, Status.PwNug, Status.Beschut)
            ? Municipality(new Ruling(Outcome.Conditional, "jobcoach-municipality"), facts)
            : Ruling.No("jobcoach-not-in-group");
    }

    private static Ruling Municipality(Ruling row, Facts facts) => row with
    {
        Needs = ["municipal.jobcoachHoursPerWeek"],
        Amounts = Amounts("municipality", null, null, facts.JobcoachHoursPerWeek),
    };

    private Ruling Uwv(Facts facts, RegulationBook book)
    {
        string[] remarks = [.. Remarks(facts, book)];
        var year = facts.At < facts.StartPlus(12) ? 1 : facts.At < facts.StartPlus(24) ? 2 : 3;
        var percentage = book.NumberList(Terms.CoachPercentages, facts.At)[year - 1];
        return new Ruling(remarks.Length == 0 ? Outcome.Yes : Outcome.Conditional, ["jobcoach-uwv", .. remarks])
        {
            Needs = ["work.hoursPerWeek", "person.loonwaarde"],
            Figures = Figures,
            FiguresOn = facts.At,
            Amounts = Amounts("uwv", year, percentage, facts.Work.HoursPerWeek * percentage / 100),
        };
    }

    /// <summary>What stands in the way of the standard conditions of UWV.</summary>
    private static IEnumerable<string> Remarks(Facts facts, RegulationBook book)
    {
        if (!facts.HasAny(Status.WajongArb, Status.WiaWao))
        {
            yield return "uwv-decides";
        }

        if (!facts.IsPaid && facts.Work.Form != Forms.Trial)
        {
            yield return "needs-contract";
        }

        if (facts.Work.HoursPerWeek < book.Number(Terms.CoachMinHours, facts.At))
        {
            yield return "below-12-hours";
        }

        if (facts.IsPaid && facts.Work.End < facts.LastDayOf(book.Whole(Terms.CoachMinContractMonths, facts.At)))
        {
            yield return "contract-under-6-months";
        }

        if (facts.Person.Loonwaarde < book.Number(Terms.CoachMinLoonwaarde, facts.At))
        {
            yield return "loonwaarde-below-35";
        }
    }

    private static Amount[] Amounts(string issuer, int? yearIndex, decimal? percentage, decimal? hours) =>
    [
        new Amount("issuer", null, issuer),
        Amount.Of("yearIndex", yearIndex),
        Amount.Of("percentage", percentage),
        Amount.Of("hoursPerWeek", hours),
    ];
}
