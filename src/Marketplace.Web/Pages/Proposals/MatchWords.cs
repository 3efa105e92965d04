using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// The result of the engine in Dutch, for staff: the one place of these sentences (lists.md §4, matching.md §7). No score, percentage or
/// rank. Nothing of this is for an employer; that is <see cref="EmployerView"/>.
/// </summary>
public sealed class MatchWords(Job job, DateOnly today)
{
    private const int ReasonsOnCard = 3;
    private const int MonthsThatAreLong = 6;
    private const int MonthsOfOldProfile = 12;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private readonly Dictionary<string, WorkTask> _tasks = job.Tasks.ToDictionary(t => FromDomain.CodeOf(t.Id));

    /// <summary>"17,5 uur".</summary>
    public static string Hours(decimal hours) => hours.ToString("0.##", Dutch) + " uur";

    /// <summary>"sorteren en inpakken".</summary>
    public static string Both(IEnumerable<string> words) => words.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => string.Join(", ", first) + " en " + last,
    };

    /// <summary>The tasks on which nothing was asked yet.</summary>
    public IReadOnlyList<string> NotAsked => [.. job.Tasks.Where(t => !t.IsAsked).Select(t => t.Name)];

    /// <summary>The card of somebody who fits.</summary>
    /// <param name="pair">Not no-fit.</param>
    /// <param name="consultant">Whose person it is.</param>
    /// <param name="isMine">The coach already stands beside this person.</param>
    public CandidateCard Card(Compared pair, string consultant, bool isMine)
    {
        var band = WorkbenchFacet.BandOf(pair.Result.Verdict);
        var waiting = MonthsSince(pair.Person.LastProposedOn);
        return new CandidateCard
        {
            PersonId = pair.Person.Id,
            Code = pair.Person.Code,
            Whose = Whose(consultant, isMine),
            Band = band,
            Open = band == "find-out" ? 0 : pair.Result.OpenQuestions.Count,
            Hours = Hours(pair.Result.Hours!.Value) + " per week",
            Travel = Travel(pair),
            TravelIcon = pair.Way?.Mode switch { "walk" => "walk", "transit" => "bus", "car" => "car", _ => "bike" },
            Waiting = Waiting(waiting),
            WaitsLong = waiting is null or >= MonthsThatAreLong,
            OldProfile = MonthsSince(pair.Person.OldestCapacityOn) is >= MonthsOfOldProfile and var months ? $"Profiel is {months} maanden oud" : null,
            Why = [.. Why(pair)],
            Asked = [.. Asked(pair)],
            Questions = [.. Questions(pair)],
            All = [.. All(pair)],
            Act = pair.Result.OpenQuestions.Count switch { 0 => "Stel voor", 1 => "Stel voor, eerst 1 vraag", var n => $"Stel voor, eerst {n} vragen" },
            OnlyWithHelp = pair.OnlyWithHelp,
        };
    }

    /// <summary>The card of somebody who does not fit now.</summary>
    /// <param name="pair">No-fit.</param>
    /// <param name="consultant">Whose person it is.</param>
    /// <param name="isMine">The coach already stands beside this person.</param>
    public NotNowCard NotNow(Compared pair, string consultant, bool isMine)
    {
        var (fact, act) = FactAndAct(pair, consultant);
        return new NotNowCard(pair.Person.Id, pair.Person.Code, Whose(consultant, isMine), fact, act, pair.Result.Decisive is FormDecides);
    }

    /// <summary>The questions that were not asked yet, in the words for the person.</summary>
    public static IEnumerable<Reason> Questions(Compared pair) => pair.Why.Questions.Select(q =>
        new Reason(ReasonKind.Open, q.Dimension.PersonQuestion + (q.Dimension.IsHard ? " Dit bepaalt of het past." : "")));

    /// <summary>One decisive fact and one act (lists.md §4).</summary>
    public (string Fact, string Act) FactAndAct(Compared pair, string consultant) => pair.Result.Decisive switch
    {
        FormDecides d => (
            $"Deze functie is {CodeLists.Forms.Word(d.Form)}. Deze persoon zoekt ander werk.",
            $"Vraag {consultant} of {CodeLists.Forms.Word(d.Form)} ook mag."),
        CertificateDecides d => (
            $"Voor deze functie is {Both(d.Certificates.Select(CodeLists.Certificates.Word))} nodig.",
            "Vraag de werkgever of het zonder kan."),
        ExclusionDecides d => (
            $"Bij deze functie hoort {Both(d.Circumstances.Select(CodeLists.Circumstances.Word))}. Dat past niet.",
            "Vraag of dit uit de functie kan."),
        TravelDecides { Minutes: null } => (
            "Deze persoon kan er zonder vervoer niet komen.",
            "Reken met vervoer vanaf een opstapplek."),
        TravelDecides d => (
            $"De reis duurt {d.Minutes} minuten. Deze persoon wil hoogstens {d.Max} minuten reizen.",
            "Reken met vervoer vanaf een opstapplek."),
        MissingDaypartsDecide d => (
            $"De functie is op {Both(Domain.Vocabulary.Dayparts.InOrder(d.Missing).Select(Domain.Vocabulary.Dayparts.Word))}. Deze persoon kan dan niet.",
            "Vraag of een ander dagdeel kan."),
        AvailableHoursDecide d => (
            $"Er past {Hours(d.HoursAvailable)} in de week. Nodig is {Hours(Math.Max(pair.Person.HoursMin!.Value, pair.Job.HoursMin!.Value))}.",
            "Vraag de werkgever om meer dagdelen."),
        TaskDecides d => (
            $"‘{_tasks[d.Task].Name}’ vraagt {Dimensions.Of(d.Dimension).Label}: {Dimensions.Of(d.Dimension).TaskWords[d.Demand]}. "
                + $"Besproken is: {Dimensions.Of(d.Dimension).PersonWords[d.Capacity]}.",
            "Vraag of een collega deze taak kan doen."),
        HoursLeftDecide d => (
            $"Er blijft {Hours(d.HoursLeft)} over. Dat is te weinig.",
            "Zoek met de werkgever een taak erbij."),
        _ => ("Van deze taken is nog niets gevraagd.", "Vraag de adviseur om de taken te bespreken."),
    };

    private static string Whose(string consultant, bool isMine) => isMine ? $"Uw kandidaat, consulent {consultant}" : $"Kandidaat van {consultant}";

    private IEnumerable<Reason> Why(Compared pair)
    {
        var asked = job.Tasks.Count(t => t.IsAsked);
        var kept = pair.Why.Tasks.Count(t => t.State != Matching.TaskState.Out && _tasks[t.Task].IsAsked);
        yield return new Reason(ReasonKind.Fits, (kept, asked) switch
        {
            (1, 1) => "Past bij de taak",
            _ when kept == asked => $"Past bij alle {asked} taken",
            _ => $"Past bij {kept} van de {asked} taken",
        });
        foreach (var step in pair.Why.Met.OrderByDescending(s => s.Dimension.IsHard).ThenByDescending(s => s.Demand).Take(ReasonsOnCard))
            yield return Met(step);
        foreach (var wish in Wishes(pair))
            yield return wish;
        foreach (var use in pair.Why.Measures.Where(m => m.BroughtAlong))
            yield return new Reason(ReasonKind.Fits, $"Neemt mee: {CodeLists.Measures.Word(use.Measure.Code)}");
        foreach (var task in pair.Why.Tasks.Where(t => t.State == Matching.TaskState.Out))
            yield return new Reason(ReasonKind.Off, $"Zonder de taak ‘{_tasks[task.Task].Name}’");
    }

    private static Reason Met(Step step) => new(
        ReasonKind.Fits,
        $"{step.Dimension.Explanation.Replace("{niveau}", step.Dimension.PersonWords[step.Capacity!.Value], StringComparison.Ordinal)} (nodig: {step.Dimension.TaskWords[step.Demand]})");

    private IEnumerable<Reason> Wishes(Compared pair)
    {
        if (pair.Why.SectorWished)
            yield return new Reason(ReasonKind.Fits, $"Wil graag werken in {CodeLists.Sectors.Word(job.Sector)}");
        if (pair.Why.WishedTags.Count > 0)
            yield return new Reason(ReasonKind.Fits, $"Wil graag: {Both(pair.Why.WishedTags.Select(CodeLists.Tags.Word))}");
        if (pair.Why.Growth.Count > 0)
            yield return new Reason(ReasonKind.Fits, $"Kan hier groeien in: {Both(pair.Why.Growth.Select(g => Soft(g.Dimension.Label)))}");
        if (pair.Why.UnwantedTags.Count > 0)
            yield return new Reason(ReasonKind.Off, $"Doet liever niet: {Both(pair.Why.UnwantedTags.Select(CodeLists.Tags.Word))}");
    }

    private IEnumerable<Reason> Asked(Compared pair)
    {
        var asked = pair.Why.Measures.Where(m => m.Offered && !m.BroughtAlong).Select(m => m.Measure.Code)
            .Select(code => CodeLists.Asked.Word(code) + (job.Offers.Contains(code) ? "" : " (nog afspreken)"))
            .Concat(pair.Result.Adaptations.Select(a => $"Een aanpassing bij ‘{_tasks[a.Task].Name}’: {Soft(Dimensions.Of(a.Dimension).Label)}"))
            .Select(text => new Reason(ReasonKind.Asked, text))
            .ToList();
        return asked.Count > 0 ? asked : [new Reason(ReasonKind.Fits, "Niets extra. Wel goed inwerken, zoals bij iedereen")];
    }

    private IEnumerable<ReasonGroup> All(Compared pair)
    {
        yield return new ReasonGroup("Taken", [.. pair.Why.Tasks.OrderByDescending(t => _tasks[t.Task].Rhythm.MinutesPerWeek).Select(Task)]);
        if (pair.Why.Met.Count > 0)
            yield return new ReasonGroup("Dit gaat goed", [.. pair.Why.Met.Select(Met)]);
        if (pair.Why.Measures.Count > 0)
        {
            yield return new ReasonGroup("Dit helpt", [.. pair.Why.Measures.Select(m => new Reason(
                m.BroughtAlong ? ReasonKind.Fits : ReasonKind.Asked,
                $"{CodeLists.Asked.Word(m.Measure.Code)}, bij: {Both(m.Bridges.Select(d => Soft(d.Label)))}{(m.BroughtAlong ? " (neemt deze persoon mee)" : "")}"))]);
        }

        yield return new ReasonGroup("Uren, tijden en reis",
        [
            new(ReasonKind.Fits, $"{Hours(pair.Result.Hours!.Value)} per week. De wens is {Hours(pair.Person.HoursWish!.Value)}."),
            new(ReasonKind.Fits, $"Kan op: {Both(TimesBoth(pair).Select(Domain.Vocabulary.Dayparts.Word))}"),
            new(ReasonKind.Fits, $"{Travel(pair)}. Hoogstens {pair.Person.MaxTravelMinutes} minuten."),
        ]);
        var wishes = Wishes(pair).ToList();
        if (wishes.Count > 0)
            yield return new ReasonGroup("Wensen", wishes);
    }

    private Reason Task(TaskOutcome outcome)
    {
        var task = _tasks[outcome.Task];
        return outcome switch
        {
            { MissingCertificates.Count: > 0 } => new(ReasonKind.Off, $"‘{task.Name}’ komt eruit. Nodig is: {Both(outcome.MissingCertificates.Select(CodeLists.Certificates.Word))}."),
            { ExcludedCircumstances.Count: > 0 } => new(ReasonKind.Off, $"‘{task.Name}’ komt eruit. Past niet: {Both(outcome.ExcludedCircumstances.Select(CodeLists.Circumstances.Word))}."),
            { State: Matching.TaskState.Out, Reason: { } step } => new(ReasonKind.Off, $"‘{task.Name}’ komt eruit. {Beside(step)}"),
            { State: Matching.TaskState.KeptWithAdaptation, Reason: { } step } => new(ReasonKind.Asked, $"‘{task.Name}’ past met een aanpassing. {Beside(step)}"),
            _ when !task.IsAsked => new(ReasonKind.Open, $"‘{task.Name}’: van deze taak is nog niets gevraagd"),
            _ => new(ReasonKind.Fits, $"‘{task.Name}’ past"),
        };
    }

    private static string Beside(Step step) => step.Capacity is { } capacity
        ? $"{step.Dimension.Label}: nodig is {step.Dimension.TaskWords[step.Demand]}, besproken is {step.Dimension.PersonWords[capacity]}."
        : $"{step.Dimension.Label}: nodig is {step.Dimension.TaskWords[step.Demand]}.";

    private List<string> TimesBoth(Compared pair) =>
        Domain.Vocabulary.Dayparts.InOrder(job.FixedDayparts.Concat(job.FlexibleDayparts).Intersect(pair.Person.AvailableDayparts));

    private static string Travel(Compared pair)
    {
        var how = pair.Way?.Mode switch
        {
            "walk" => "lopen",
            "bike" => "fietsen",
            "ebike" => "met de elektrische fiets",
            "transit" => "met bus of trein",
            _ => "met de auto",
        };
        return $"{pair.Result.TravelMinutes} minuten {how}{(pair.Way?.ToPickUp == true ? " naar de opstapplek" : "")} (schatting)";
    }

    private static string Waiting(int? months) => months switch
    {
        null => "Nog nooit voorgesteld",
        0 => "Kort geleden voorgesteld",
        1 => "1 maand niet voorgesteld",
        _ => $"{months} maanden niet voorgesteld",
    };

    /// <summary>Whole months from a day to today; null when there is no such day.</summary>
    private int? MonthsSince(DateOnly? day) => day is not { } from
        ? null
        : Math.Max(0, (today.Year - from.Year) * 12 + today.Month - from.Month - (today.Day < from.Day ? 1 : 0));

    /// <summary>A label inside a sentence: without its capital, but a language keeps it.</summary>
    private static string Soft(string label) =>
        label.StartsWith("Nederlands", StringComparison.Ordinal) ? label : char.ToLower(label[0], Dutch) + label[1..];
}
