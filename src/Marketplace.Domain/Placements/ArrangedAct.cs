using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Placements;

/// <summary>Where an act is done.</summary>
public enum ActDesk
{
    Municipality,
    Uwv,
    TaxAdministration,
    Consultant,
}

/// <summary>One act that makes an arrangement of a placement real: who does it, where, and before when. At most two are of the employer.</summary>
/// <param name="Code">What it is; a code of this class.</param>
/// <param name="Scheme">The scheme that it is about; null: the contract.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Where">Where it is done.</param>
/// <param name="LastDay">The last day on which it is in time.</param>
public sealed record ArrangedAct(string Code, string? Scheme, Recipient Owner, ActDesk Where, DateOnly LastDay)
{
    /// <summary>Send the signed contract (employer).</summary>
    public const string Contract = "contract";

    /// <summary>Ask loonkostensubsidie (PW 10c, 10d).</summary>
    public const string Subsidy = "lks";

    /// <summary>Ask the doelgroepverklaring within three months (WTL 2.7).</summary>
    public const string Declaration = "lkv-declaration";

    /// <summary>Have the person entered in the doelgroepregister (WFSV 38b).</summary>
    public const string Register = "lkv-register";

    /// <summary>Tick loonkostenvoordeel in the payroll return (WTL 2.2; employer).</summary>
    public const string Payroll = "lkv-payroll";

    /// <summary>Ask the job coach (PW 10, 10da; WIA 35).</summary>
    public const string Coach = "jobcoach";

    /// <summary>Ask permission for unpaid work: a trial, a participation place or work experience.</summary>
    public const string Permission = "permission";

    /// <summary>Acts of the employer that name a scheme: only after the person agreed to share.</summary>
    public bool NeedsShare => Owner == Recipient.Employer && Scheme is not null;

    /// <summary>The acts that follow from what the schemes answer at the start, in the order of their last day.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="atStart">What the schemes answer on the first day.</param>
    /// <param name="book">The terms.</param>
    public static IReadOnlyList<ArrangedAct> Of(PlacementTerms placement, Arrangements atStart, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(placement);
        ArgumentNullException.ThrowIfNull(atStart);
        ArgumentNullException.ThrowIfNull(book);
        var start = placement.Start;
        var acts = new List<ArrangedAct>();
        if (Forms.IsPaid(placement.Form))
            acts.Add(new(Contract, null, Recipient.Employer, ActDesk.Consultant, start));
        if (Possible("lks") is { } subsidy)
        {
            // Who is not in the group yet can be asked for until six months after the start (PW 10d(2)); the others agree it before the first day.
            var later = subsidy.Reasons.Contains("lks-group-to-determine");
            acts.Add(new(Subsidy, "lks", Recipient.Consultant, ActDesk.Municipality, later ? start.AddMonths(book.Whole(Terms.ApplyMonths, start)) : start));
        }

        if (Possible("lkv") is { } benefit)
        {
            if (benefit.Reasons.Contains("lkv-arbeidsgehandicapt"))
                acts.Add(new(Declaration, "lkv", Recipient.Consultant, ActDesk.Uwv, start.AddMonths(book.Whole(Terms.DeclarationMonths, start))));
            if (benefit.Reasons.Contains("register-first"))
                acts.Add(new(Register, "lkv", Recipient.Consultant, ActDesk.Uwv, start));
            acts.Add(new(Payroll, "lkv", Recipient.Employer, ActDesk.TaxAdministration, start.AddMonths(1)));
        }

        if (Possible("jobcoach") is { } coach)
            acts.Add(new(Coach, "jobcoach", Recipient.Consultant, DeskOf(coach), start));
        if (Permitting(placement.Form) is { } permission && Possible(permission) is { } permitted)
            acts.Add(new(Permission, permission, Recipient.Consultant, DeskOf(permitted), start));
        return [.. acts.OrderBy(a => a.LastDay)];

        SchemeResult? Possible(string scheme) => atStart.Results.FirstOrDefault(r => r.Scheme == scheme && r.Outcome != Outcome.No);

        static ActDesk DeskOf(SchemeResult result) => result.Amounts?.FirstOrDefault(a => a.Name == "issuer")?.Text == "uwv" ? ActDesk.Uwv : ActDesk.Municipality;

        static string? Permitting(string form) => form switch
        {
            Forms.Trial => "trial-placement",
            Forms.ParticipationPlace => "participation-place",
            Forms.WorkExperience => "work-experience",
            _ => null,
        };
    }
}
