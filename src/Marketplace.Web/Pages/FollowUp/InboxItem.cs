using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Reminders;
using Marketplace.Web.Texts;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>One thing to do: what, about whom, why now, and one act. A code or, for an employer, a first name; never more.</summary>
/// <param name="Ids">The reminders or the step that it stands for.</param>
/// <param name="Title">What.</param>
/// <param name="Who">About whom and where.</param>
/// <param name="Why">Why now.</param>
/// <param name="Icon">A picture.</param>
/// <param name="SendOn">From when it is shown.</param>
/// <param name="DueOn">The legal date or the due day; never moved.</param>
/// <param name="Act">The words of the one act; empty when who reads it can only ask the owner.</param>
/// <param name="Href">Where the act is done; null when it is a button here.</param>
/// <param name="Link">The page about it; null when the role has none.</param>
/// <param name="Contact">Whom to call.</param>
/// <param name="Phone">The telephone of the contact.</param>
/// <param name="IsSnoozed">Somebody moved it.</param>
/// <param name="Owner">Whose it is, in the list of the team.</param>
public sealed record InboxItem(
    IReadOnlyList<Guid> Ids, string Title, string Who, string Why, string Icon, DateOnly SendOn, DateOnly DueOn, string Act, string? Href, string? Link,
    string Contact = "", string Phone = "", bool IsSnoozed = false, string Owner = "")
{
    /// <summary>The missing date that is answered in Te doen itself: who measures today says so.</summary>
    private const string Ladder = "ladderMeasuredOn";

    public InboxGroup GroupOn(DateOnly today) =>
        DueOn < today ? InboxGroup.Late
        : SendOn <= today ? InboxGroup.Today
        : SendOn <= SundayOf(today) ? InboxGroup.ThisWeek
        : InboxGroup.Later;

    /// <summary>The last day of this week.</summary>
    public static DateOnly SundayOf(DateOnly today) => today.AddDays((7 - (int)today.DayOfWeek) % 7);

    /// <summary>FU_* and DOORSTROOM of one placement and date are one item; so are the sendings of one line; every other line is its own.</summary>
    public static IEnumerable<InboxItem> OfReminders(IEnumerable<ReminderRow> rows, bool opensPlacements, Func<ReminderRow, string> nameOf) => rows
        .GroupBy(r => (Subject: r.PlacementId ?? r.PersonId, r.LegalDate, Matter: ReminderCodes.IsTalk(r.Code) ? "" : r.Code, r.Recipient == Recipient.Manager))
        .Select(group => OfReminder([.. group.OrderBy(r => r.SendOn)], opensPlacements, nameOf));

    private static InboxItem OfReminder(IReadOnlyList<ReminderRow> rows, bool opensPlacements, Func<ReminderRow, string> nameOf)
    {
        var first = rows[0];
        var isTalk = ReminderCodes.IsTalk(first.Code);
        var page = first.PlacementId is { } placement ? $"/plaatsingen/{placement}" : $"/kandidaten/{first.PersonId}";
        var words = isTalk ? ReminderWords.OfTalk(rows.Select(r => r.Code), first.Start, first.LegalDate, first.Recipient) : ReminderWords.Of(first.Code, first.Recipient);
        return new InboxItem(
            [.. rows.Select(r => r.Id)],
            words.Title,
            Join(nameOf(first), first.Recipient == Recipient.Employer ? "" : first.Employer),
            words.Why,
            words.Icon,
            first.SendOn,
            first.LegalDate,
            isTalk && !opensPlacements ? "" : ReminderWords.Act(first.Code),
            isTalk && opensPlacements ? $"{page}/gesprek?datum={first.LegalDate:yyyy-MM-dd}" : null,
            opensPlacements ? page : null,
            IsSnoozed: rows.Any(r => r.IsSnoozed),
            Owner: first.Owner);
    }

    public static InboxItem OfStep(StepRow row, string name)
    {
        var words = StepWords.Of(row.Kind, row.About);
        var forEmployer = row.Recipient == Recipient.Employer;

        // What was agreed is free text of staff: an employer reads that something was agreed, and whom to ask.
        var title = row.Kind == StepKind.AgreedAct && !forEmployer && row.About.Length > 0 ? row.About : words.Title;
        return new InboxItem(
            [row.Id],
            title,
            Join(name, row.Job.Length > 0 ? row.Job : row.Task, forEmployer ? "" : row.Employer),
            words.Why,
            words.Icon,
            row.SendOn,
            row.DueOn,
            IsLadder(row) ? "Vandaag gemeten" : words.Act,
            HrefOf(row),
            LinkOf(row),
            row.Recipient == Recipient.Adviser ? row.Contact : "",
            row.Recipient == Recipient.Adviser ? row.Phone : "",
            Owner: row.Owner);
    }

    /// <summary>Whether the act of this step is a button in Te doen, not a page.</summary>
    public static bool IsTick(StepKind kind, string about) => kind switch
    {
        StepKind.AnswerProposal or StepKind.RecordIntroduction or StepKind.PlanIntroduction or StepKind.AskConsentToMeet or StepKind.ConsentEnds or StepKind.AgreePlacement or StepKind.LookBackDeviation => false,
        StepKind.MissingFact => about == Ladder,
        _ => true,
    };

    private static string? HrefOf(StepRow row) => row.Kind switch
    {
        StepKind.AnswerProposal or StepKind.RecordIntroduction or StepKind.PlanIntroduction => $"/voorstellen/{row.ProposalId}",
        StepKind.AskConsentToMeet or StepKind.ConsentEnds => $"/kandidaten/{row.PersonId}/toestemming",
        StepKind.LookBackDeviation => $"/afwijkingen/{row.About}",
        StepKind.AgreePlacement => $"/voorstellen/{row.ProposalId}/plaatsing",
        StepKind.MissingFact => row.PlacementId is { } placement ? $"/plaatsingen/{placement}/afspraken" : row.About == Ladder ? null : $"/kandidaten/{row.PersonId}",
        _ => null,
    };

    private static string? LinkOf(StepRow row) => row switch
    {
        { Kind: StepKind.AskRight, PlacementId: { } placement } => $"/plaatsingen/{placement}/geregeld",
        { Kind: StepKind.ReadScan } => $"/scan/{row.About}",
        { PlacementId: { } placement } => $"/plaatsingen/{placement}",
        { Recipient: Recipient.Adviser, JobId: { } job } => $"/functies/{job}",
        { Recipient: Recipient.Adviser } => null,
        { ProposalId: { } proposal } => $"/voorstellen/{proposal}",
        { PersonId: { } person } => $"/kandidaten/{person}",
        _ => null,
    };

    private static bool IsLadder(StepRow row) => row is { Kind: StepKind.MissingFact, About: Ladder };

    private static string Join(params string[] parts) => string.Join(", ", parts.Where(p => p.Length > 0));
}
