using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Web.Texts;

namespace Marketplace.Web.Pages.Work;

/// <summary>One thing to mend or to look at before a job goes online.</summary>
/// <param name="Blocks">The job cannot go online before this is mended; otherwise it is a mark.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Better">A better wording, or the price as paid work; null when the link says enough.</param>
/// <param name="Href">Where.</param>
/// <param name="Link">The words of the link.</param>
public sealed record JobCheckItem(bool Blocks, string Sentence, string? Better, string Href, string Link);

/// <summary>Everything that keeps a job from going online and everything to look at, in one list: first what blocks.</summary>
public static class JobCheck
{
    public static IReadOnlyList<JobCheckItem> Of(Job job, Organisation organisation, RegulationBook book, DateOnly today) =>
        [.. job.WhyNotOpen(organisation, book, today).Select(reason => Block(job, reason, book, today)), .. Marks(job)];

    private static JobCheckItem Block(Job job, RefusalException reason, RegulationBook book, DateOnly today)
    {
        var (href, link) = reason.Reason switch
        {
            Refusal.VolunteerOnlyAtNonProfit or Refusal.FormNotForThisOrganisation or Refusal.WorkIsPaidWork => (Terms(job, "In_Form"), "Kies een andere vorm"),
            Refusal.WageBelowMinimum => (Terms(job, "In_HourlyWage"), "Pas het loon aan"),
            Refusal.JobNeedsTask or Refusal.TasksDoNotFillHours => ($"/werk/taken?functie={job.Id}", "Kies andere taken"),
            Refusal.JobNeedsDemands => ($"/werk/taken/{job.Tasks.First(t => !t.IsAsked).Id}", "Kies een voorbeeld"),
            Refusal.JobNeedsHours => (Terms(job, "In_HoursMin"), "Vul de uren in"),
            Refusal.JobNeedsDayparts => (Terms(job, "In_Flexible"), "Kies dagdelen"),
            Refusal.JobNeedsPlace => (Terms(job, "In_Site"), "Vul de plek in"),
            Refusal.TitleNamesSomebody => (Terms(job, "In_Title"), "Pas de naam aan"),
            Refusal.TaskNamesSomebody => ($"/werk/taken/{reason.Arguments[2]}", "Pas de taak aan"),
            Refusal.JobNeedsDisplacement => ("#zonder-loon", "Beantwoord de vragen"),
            Refusal.JobNeedsTeam => ("#team", "Leg het ja van het team vast"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Reason, "Every reason not to publish says where to mend it."),
        };
        var price = reason.Reason is Refusal.VolunteerOnlyAtNonProfit or Refusal.WorkIsPaidWork ? $"Als betaald werk, {JobPricing.Of(job, today, book).Sentence}" : null;
        return new JobCheckItem(true, Sentences.Of(reason), price, href, link);
    }

    private static IEnumerable<JobCheckItem> Marks(Job job) =>
    [
        .. WordMarks.Find(job.Title).Select(mark => Mark(mark, "de naam van de functie", Terms(job, "In_Title"), "Pas de naam aan")),
        .. job.Tasks.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(task => WordMarks.Find(task.Name)
            .Select(mark => Mark(mark, $"de taak ‘{task.Name}’", $"/werk/taken/{task.Id}", "Pas de taak aan"))),
    ];

    private static JobCheckItem Mark(WordMark mark, string where, string href, string link) =>
        new(false, $"In {where} staat ‘{mark.Word}’. {MarkWords.Why(mark.Ground)}", mark.Better, href, link);

    private static string Terms(Job job, string field) => $"/functies/{job.Id}/maken?alles=true#{field}";
}
