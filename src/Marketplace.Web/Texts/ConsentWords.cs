using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Texts;

/// <summary>Consents of a person in words.</summary>
public static class ConsentWords
{
    /// <summary>One consent, as far as the words need it.</summary>
    public sealed record Facts(ConsentPurpose Purpose, ConsentState State, DateOnly GivenOn, DateOnly? Until)
    {
        public static Facts Of(Consent consent) => new(consent.Purpose, consent.State, consent.GivenOn, consent.Until);

        public bool HoldsOn(DateOnly day) => State == ConsentState.Given && GivenOn <= day && (Until is null || Until >= day);
    }

    /// <summary>The state of a caseload row: whether somebody may be found and proposed, and whether that soon ends.</summary>
    public static (StatusTone Tone, string Text) Of(IEnumerable<Facts> consents, DateOnly today)
    {
        var asked = consents.Where(c => c.Purpose is ConsentPurpose.Found or ConsentPurpose.Proposed).ToList();
        var holding = asked.Where(c => c.HoldsOn(today)).ToList();
        var purposes = holding.Select(c => c.Purpose).ToHashSet();
        var ends = holding.Select(c => c.Until).Min();
        if (asked.Count == 0)
            return (StatusTone.Plain, "Nog niet gevraagd");
        if (holding.Count == 0)
            return asked.Exists(c => c.State == ConsentState.Given) ? (StatusTone.Warning, "Is voorbij") : (StatusTone.Plain, "Gestopt");
        if (ends <= today.AddDays(PeopleQueries.DaysBeforeConsentEnds))
            return (StatusTone.Warning, $"Loopt af op {ProfileWords.Day(ends.Value)}");
        return purposes.Contains(ConsentPurpose.Found)
            ? purposes.Contains(ConsentPurpose.Proposed) ? (StatusTone.Good, "Voor te stellen") : (StatusTone.Info, "Vindbaar")
            : (StatusTone.Plain, "Nog niet vindbaar");
    }

    public static string Purpose(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Found => "gevonden worden",
        ConsentPurpose.Proposed => "voorgesteld worden",
        ConsentPurpose.Meet => "kennismaken",
        _ => "regelingen en papieren delen",
    };

    public static string Way(ConsentWay way) => way switch
    {
        ConsentWay.Together => "samen",
        ConsentWay.Letter => "brief",
        _ => "telefoon",
    };

    /// <summary>The question that was asked, with the name of the employer.</summary>
    public static string Question(ConsentPurpose purpose, string employer = "") =>
        ConsentText.Of(purpose).Question.Replace("{werkgever}", employer, StringComparison.Ordinal);
}
