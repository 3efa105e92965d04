using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>One scheme for one person: what holds, with what the municipality decided.</summary>
/// <param name="Result">The answer for this person.</param>
/// <param name="Decisions">Deviations that hold.</param>
/// <param name="MayDeviate">Whether the reader may record and read decisions.</param>
/// <param name="Address">Where to deviate; null: the municipality cannot, or the reader may not.</param>
public sealed record SchemeView(SchemeResult Result, IReadOnlyList<Deviation> Decisions, bool MayDeviate, string? Address);

/// <summary>What the twelve schemes answer about a person, for work that somebody asks about.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Code">The code.</param>
/// <param name="Standing">What is known; null: nothing was asked yet.</param>
/// <param name="Told">What was told last; null: nothing.</param>
/// <param name="Facts">Everything that was judged.</param>
/// <param name="CoachHours">Hours of coaching a week that the municipality set for everybody; null: none.</param>
/// <param name="Rule">The answers by the rules, without any deviation.</param>
/// <param name="Deviations">Decisions of the municipality that hold today.</param>
/// <param name="Changes">What is answered otherwise than was told.</param>
public sealed record PersonSchemes(
    Guid PersonId, string Code, Standing? Standing, ToldArrangements? Told, Facts Facts, decimal? CoachHours, Arrangements Rule, IReadOnlyList<Deviation> Deviations,
    IReadOnlyList<(ToldResult Then, ToldResult Now)> Changes)
{
    /// <summary>Each scheme as it holds for this person.</summary>
    public IEnumerable<SchemeView> Views(bool mayDeviate, SchemesInput input) => Deviation.Apply(Rule.Results, Deviations, Facts).Zip(Rule.Results, (result, rule) => new SchemeView(
        result,
        [.. Deviations.Where(d => d.Scheme == result.Scheme)],
        mayDeviate,
        mayDeviate && Deviation.OptionsOf(rule, Facts).Count > 0 ? $"/kandidaten/{PersonId}/afwijken/{rule.Scheme}{input.Query}" : null));

    /// <summary>Asks them; null when the reader does not work out arrangements of this person. What was not asked is assumed, and filled in.</summary>
    public static async Task<PersonSchemes?> FindAsync(
        MarketplaceDbContext db, IdentityVault vault, RegulationBook book, Acting acting, Guid id, SchemesInput input, CancellationToken cancellationToken)
    {
        var person = await db.ArrangedBy(acting.Actor).AsNoTracking().Where(p => p.Id == id).TagWith("Schemes.Person")
            .Select(p => new { p.Code, p.Forms, p.HoursWish, p.OrganisationId }).SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return null;
        var today = acting.Today;
        var standing = await db.Standings.AsNoTracking().TagWith("Schemes.Standing").SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        var told = await db.ToldArrangements.AsNoTracking().Where(t => t.PersonId == id).OrderByDescending(t => t.On).ThenByDescending(t => t.Id)
            .TagWith("Schemes.Told").FirstOrDefaultAsync(cancellationToken);
        Assume(input, told, person.Forms, person.HoursWish, book.Shown("wml.hourly", today).Version!.Number()!.Value);
        var birthDate = (await vault.ReadAsync(id, "Regelingen: leeftijd", cancellationToken))?.BirthDate;
        var own = await db.MunicipalValues.AsNoTracking().Where(v => v.OrganisationId == person.OrganisationId).TagWith("Schemes.Municipal").ToListAsync(cancellationToken);
        var deviations = await db.Deviations.AsNoTracking().Where(d => d.PersonId == id).OrderBy(d => d.DecidedOn).TagWith("Schemes.Deviations").ToListAsync(cancellationToken);
        var municipal = MunicipalValue.On(own, MunicipalRule.JobcoachHours, today)?.Value;
        var about = (standing ?? new Standing(id)).ToFacts(birthDate);
        var facts = new Facts(today, about, Work(input.Form!, input.Hours, input.HourlyWage), Deviation.ValueOf(deviations, MunicipalRule.JobcoachHours, today) ?? municipal);
        return new PersonSchemes(
            id,
            person.Code,
            standing,
            told,
            facts,
            municipal,
            Arrangements.Of(facts, book),
            [.. deviations.Where(d => d.HoldsOn(today))],
            told?.ChangesTo(Arrangements.Of(facts with { Work = Work(told.Form, told.HoursPerWeek, input.HourlyWage) }, book)) ?? []);

        WorkFacts Work(string form, decimal? hours, decimal? wage) => new(
            form,
            today,
            HoursPerWeek: hours is > 0 and <= JobCostAssumptions.MostHours ? hours : null,
            FullTimeHours: Math.Max(hours ?? 0, book.Number(Terms.ReferenceHours, today)),
            HourlyWage: Forms.IsPaid(form) && wage is > 0 and <= JobCostAssumptions.MostPerHour ? wage : null);
    }

    /// <summary>What is assumed while nobody says otherwise: what was told about, else the first form that is wished, the hours that are wished and the minimum wage.</summary>
    private static void Assume(SchemesInput input, ToldArrangements? told, List<string> forms, decimal? hours, decimal minimum)
    {
        if (input.Form is null || !CodeLists.Forms.Contains(input.Form) || !Forms.HasRegulations(input.Form))
            input.Form = told?.Form ?? forms.Find(Forms.HasRegulations) ?? Forms.Regular;
        input.Hours ??= told?.HoursPerWeek ?? hours ?? 20;
        input.HourlyWage ??= minimum;
    }
}
