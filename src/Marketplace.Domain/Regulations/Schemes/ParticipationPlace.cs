using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>
/// Participatieplaats, additional unpaid work with bijstand: PW 10a; from 27 years on by PW 7(3)a. Only the outer limit of
/// four years is judged; the law gives two, then twice one more after an assessment (PW 10a(1), (9), (10)).
/// </summary>
public sealed class ParticipationPlace : Scheme
{
    /// <inheritdoc/>
    public override string Code => "participation-place";

    /// <inheritdoc/>
    public override string Title => "Participatieplaats";

    /// <inheritdoc/>
    public override string Basis => "PW 10a; 7(3)a";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["participation.terms"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms => [Terms.ParticipationMinAge, Terms.ParticipationMaxMonths];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        var maxMonths = book.Whole(Terms.ParticipationMaxMonths, facts.At);
        if (facts.IsAlreadyInPaidWork)
        {
            return Ruling.No("already-in-paid-work");
        }

        if (facts.HasAny(Status.Beschut, Status.WswBw))
        {
            return Ruling.No("participation-not-in-group");
        }

        if (facts.AgeOn(facts.At) < book.Whole(Terms.ParticipationMinAge, facts.At))
        {
            return Ruling.No("participation-too-young");
        }

        if (!facts.BijstandCounts)
        {
            return Ruling.No("needs-bijstand");
        }

        if (facts.Person.SmallChanceOfWork == false)
        {
            return Ruling.No("chance-not-small");
        }

        if (facts.IsDisplaced)
        {
            return Ruling.No("displacement"); // PW 10a(2)
        }

        if (facts.Work.Form == Forms.ParticipationPlace && facts.Work.End > facts.LastDayOf(maxMonths))
        {
            return Ruling.No("longer-than-term");
        }

        return new Ruling(Outcome.Yes, "participation-place")
        {
            Needs = ["person.birthDate", "person.bijstand", "person.smallChanceOfWork", "work.displacement"],
            Figures = Figures,
            FiguresOn = facts.At,
            Until = facts.LastDayOf(maxMonths),
            Amounts = [Amount.Of("maxMonths", book.On("participation.terms", facts.At)?.Number("maxMonths"))],
        };
    }
}
