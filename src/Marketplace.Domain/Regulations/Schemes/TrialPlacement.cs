using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Proefplaatsing, working with a benefit to see whether a job fits: PW 8a(2)d; WW 76a; WIA 37.</summary>
public sealed class TrialPlacement : Scheme
{
    /// <inheritdoc/>
    public override string Code => "trial-placement";

    /// <inheritdoc/>
    public override string Title => "Proefplaatsing";

    /// <inheritdoc/>
    public override string Basis => "PW 8a(2)d; WW 76a; WIA 37";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality or UWV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["trial.uwv", "trial.municipality"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms => [Terms.TrialUwvMaxMonths, Terms.TrialMunicipalityMaxMonths];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        var uwvMonths = book.Whole(Terms.TrialUwvMaxMonths, facts.At);
        var municipalMonths = book.Whole(Terms.TrialMunicipalityMaxMonths, facts.At);
        if (facts.IsAlreadyInPaidWork)
        {
            return Ruling.No("already-in-paid-work");
        }

        if (facts.HasAny(Status.Beschut, Status.WswBw))
        {
            return Ruling.No("trial-not-in-group");
        }

        if (facts.Work.UnpaidWorkHereBefore == true)
        {
            return Ruling.No("unpaid-work-before");
        }

        if (facts.Work.JobIntent == false)
        {
            return Ruling.No("no-job-intent");
        }

        if (facts.Work.Displacement is { RefilledUnpaid: true })
        {
            return Ruling.No("displacement"); // the other questions do not block a trial: a job is its aim
        }

        if (facts.Work.Form == Forms.Trial && facts.Work.End > facts.LastDayOf(Math.Max(uwvMonths, municipalMonths)))
        {
            return Ruling.No("longer-than-term");
        }

        if (facts.HasAny(Status.Ww, Status.WiaWao, Status.WajongArb))
        {
            return Allowed(new Ruling(Outcome.Yes, "trial-uwv"), "uwv", uwvMonths, facts, book);
        }

        if (facts.BijstandCounts)
        {
            return Allowed(new Ruling(Outcome.Yes, "trial-municipality"), "municipality", municipalMonths, facts, book);
        }

        return facts.Has(Status.AoLt35)
            ? Allowed(new Ruling(Outcome.Conditional, "trial-uwv", "uwv-decides"), "uwv", uwvMonths, facts, book)
            : Ruling.No("trial-needs-benefit");
    }

    private static Ruling Allowed(Ruling row, string issuer, int maxMonths, Facts facts, RegulationBook book)
    {
        var figure = $"trial.{issuer}";
        string[] needs = ["work.unpaidWorkHereBefore", "work.jobIntent", "work.displacement"];
        return row with
        {
            Needs = issuer == "municipality" ? [.. needs, "person.bijstand"] : needs,
            Figures = [figure],
            FiguresOn = facts.At,
            Until = facts.LastDayOf(maxMonths),
            Amounts =
            [
                new Amount("issuer", null, issuer),
                Amount.Of("firstTermMonths", book.On(figure, facts.At)?.Number("firstTermMonths")),
                Amount.Of("maxMonths", book.On(figure, facts.At)?.Number("maxMonths")),
            ],
        };
    }
}
