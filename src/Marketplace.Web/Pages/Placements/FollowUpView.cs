using Marketplace.Data;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>Talks, dates and records of a placement. An employer sees the own part.</summary>
/// <param name="Talks">One row a day, void ones left out.</param>
/// <param name="Dates">Every other open or done line.</param>
/// <param name="Voided">What is no longer needed, with the reason.</param>
/// <param name="Records">What was said.</param>
public sealed record FollowUpView(
    IReadOnlyList<FollowUpView.Row> Talks, IReadOnlyList<FollowUpView.Row> Dates, IReadOnlyList<FollowUpView.Row> Voided, IReadOnlyList<FollowUpRecord> Records)
{
    /// <param name="Title">What.</param>
    /// <param name="On">The legal date.</param>
    /// <param name="With">Whose it is.</param>
    /// <param name="State">Done by whom, late, or from when; for a void one the reason.</param>
    /// <param name="IsOpen">Still to be done.</param>
    /// <param name="IsLate">Open and its date has passed.</param>
    public sealed record Row(string Title, DateOnly On, string With, string State, bool IsOpen, bool IsLate);

    /// <summary>The first talk that waits, for "Leg vast".</summary>
    public DateOnly? FirstTalk(DateOnly today) => Talks.Where(t => t.IsOpen && t.On <= today.AddDays(14)).Select(t => (DateOnly?)t.On).FirstOrDefault();

    public static async Task<FollowUpView> ReadAsync(MarketplaceDbContext db, Placement placement, bool forEmployer, DateOnly today, CancellationToken cancellationToken)
    {
        var reminders = await db.Reminders.AsNoTracking().TagWith("Placement.Reminders")
            .Where(r => r.SubjectId == placement.Id && (!forEmployer || r.Recipient == Recipient.Employer))
            .OrderBy(r => r.LegalDate).ThenBy(r => r.Code).ThenBy(r => r.Step).ToListAsync(cancellationToken);
        var records = await db.FollowUpRecords.AsNoTracking().TagWith("Placement.Records")
            .Where(r => r.PlacementId == placement.Id && (!forEmployer || r.EmployerTookPart)).OrderByDescending(r => r.On).ToListAsync(cancellationToken);
        var current = reminders.Where(r => r.State != ReminderState.Void).ToList();
        return new FollowUpView(
            [.. current.Where(r => r.IsTalk).GroupBy(r => r.LegalDate).Select(talk => TalkOf([.. talk], placement.Terms.Start, today))],
            [.. current.Where(r => !r.IsTalk).GroupBy(r => (r.Code, r.LegalDate, r.Recipient)).Select(line => LineOf([.. line], today))],
            [.. reminders.Where(r => r.State == ReminderState.Void).Select(r => new Row(TitleOf(r, placement.Terms.Start), r.LegalDate, ReminderWords.Of(r.Recipient), ReminderWords.Of(r.VoidBecause!.Value), false, false))],
            records);
    }

    private static Row TalkOf(IReadOnlyList<Reminder> lines, DateOnly start, DateOnly today)
    {
        var title = ReminderWords.OfTalk(lines.Select(l => l.Code), start, lines[0].LegalDate, lines[0].Recipient).Title;
        var open = lines.Where(l => l.IsOpen).ToList();
        return open.Count == lines.Count || open.Exists(l => l.Recipient != Recipient.Employer)
            ? Make(title, lines, open[0], today)
            : Make(title, lines, lines.FirstOrDefault(l => l.Recipient != Recipient.Employer && !l.IsOpen) ?? lines[0], today) with
            {
                With = string.Join(", ", lines.Select(l => ReminderWords.Of(l.Recipient)).Distinct()) + (open.Count > 0 ? " (de werkgever antwoordt nog)" : ""),
            };
    }

    private static Row LineOf(IReadOnlyList<Reminder> sendings, DateOnly today) =>
        Make(ReminderWords.Of(sendings[0].Code, sendings[0].Recipient).Title, sendings, sendings.FirstOrDefault(s => s.IsOpen) ?? sendings[0], today);

    private static Row Make(string title, IReadOnlyList<Reminder> lines, Reminder telling, DateOnly today) => new(
        title,
        telling.LegalDate,
        string.Join(", ", lines.Select(l => ReminderWords.Of(l.Recipient)).Distinct()),
        !telling.IsOpen ? $"Klaar, {telling.DoneBy}, {DutchDays.Moment(telling.DoneAt!.Value)}"
            : telling.LegalDate < today ? $"{DutchDays.Days(today.DayNumber - telling.LegalDate.DayNumber)} te laat"
            : telling.SendOn <= today ? "Nu te doen"
            : $"Komt op {DutchDays.Day(telling.SendOn)} in Te doen",
        telling.IsOpen,
        telling.IsOpen && telling.LegalDate < today);

    private static string TitleOf(Reminder line, DateOnly start) => line.IsTalk
        ? ReminderWords.OfTalk([line.Code], start, line.LegalDate, line.Recipient).Title
        : ReminderWords.Of(line.Code, line.Recipient).Title;
}
