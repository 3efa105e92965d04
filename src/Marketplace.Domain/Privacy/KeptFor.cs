using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;

namespace Marketplace.Domain.Privacy;

/// <summary>
/// How long data about people is kept: the terms of domain.md §12.5 and of docs/retention.md, in one place. A term is a rule with a day: what lies
/// before that day goes. What a municipality must archive by its own selection list (Archiefwet) it keeps in its own archive.
/// </summary>
public static class KeptFor
{
    /// <summary>Days after the end of a proposal or introduction from which no work came (practice of recruiting: four weeks; domain.md §12.5).</summary>
    public const int ProposalDays = 28;

    /// <summary>The same while the person still agrees to be proposed: "up to 1 year with consent" (domain.md §12.5).</summary>
    public const int ProposalMonthsWithConsent = 12;

    /// <summary>Months that a person stays after the help ended, and after the last day of work that came of it (domain.md §12.5: "active + 3 months").</summary>
    public const int PersonMonths = 3;

    /// <summary>Days that the link to a scan is still known after its last day, so that who opens it reads why it opens nothing. Own choice.</summary>
    public const int ScanLinkDays = 90;

    /// <summary>Months that it can be shown that a mail was sent. Own choice, as long as the audit log is kept at least.</summary>
    public const int MessageMonths = 12;

    /// <summary>Help that ended on or before this day was long enough ago to forget the person.</summary>
    public static DateOnly PersonUntil(DateOnly today) => today.AddMonths(-PersonMonths);

    /// <summary>A link whose last day lies before this day goes.</summary>
    public static DateOnly ScanLinkUntil(DateOnly today) => today.AddDays(-ScanLinkDays);

    /// <summary>A proposal that ended before this day goes.</summary>
    /// <param name="today">The day.</param>
    /// <param name="agrees">Whether consent to be proposed holds (<see cref="ConsentPurpose.Proposed"/>).</param>
    public static DateOnly ProposalUntil(DateOnly today, bool agrees) => agrees ? today.AddMonths(-ProposalMonthsWithConsent) : today.AddDays(-ProposalDays);

    /// <summary>Whether nothing can come of a proposal any more: it was not wanted, withdrawn or expired, or the introduction stopped.</summary>
    public static bool IsOver(ProposalState state, IntroductionState? introduction) =>
        introduction != IntroductionState.GoesOn
        && (state is ProposalState.NotForThisJob or ProposalState.Withdrawn or ProposalState.Expired || introduction == IntroductionState.Stopped);
}
