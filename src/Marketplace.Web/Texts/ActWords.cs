using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Texts;

/// <summary>Who asks what where: the acts of the arrangements in words.</summary>
public static class ActWords
{
    /// <summary>Why there is no job coach, as answers on a form.</summary>
    public static IReadOnlyList<SelectListItem> NoCoachChoices { get; } =
        [new("Er is geen geld meer", nameof(NoCoachBecause.Money)), new("Er zijn te weinig uren", nameof(NoCoachBecause.Hours)), new("Er is niemand die het kan doen", nameof(NoCoachBecause.People)), new("Er is wel een jobcoach", "")];

    /// <summary>What is done; to an employer without what it tells about the person.</summary>
    public static string What(string code, bool forEmployer = false) => code switch
    {
        ArrangedAct.Declaration or ArrangedAct.Register when forEmployer => "Regel het loonkostenvoordeel",
        ArrangedAct.Contract => "Stuur het getekende contract",
        ArrangedAct.Subsidy => "Vraag loonkostensubsidie aan",
        ArrangedAct.Declaration => "Vraag de doelgroepverklaring aan",
        ArrangedAct.Register => "Vraag een plek in het doelgroepregister aan",
        ArrangedAct.Payroll => "Zet loonkostenvoordeel in de loonaangifte",
        ArrangedAct.Coach => "Vraag de jobcoach aan",
        _ => "Vraag toestemming voor dit werk",
    };

    /// <summary>Where it is done.</summary>
    public static string Of(ActDesk desk) => desk switch
    {
        ActDesk.Municipality => "bij de gemeente",
        ActDesk.Uwv => "bij UWV",
        ActDesk.TaxAdministration => "bij de Belastingdienst",
        _ => "bij de consulent",
    };

    /// <summary>Who does it.</summary>
    public static string Of(Recipient owner) => owner switch
    {
        Recipient.Employer => "de werkgever",
        Recipient.JobCoach => "de jobcoach",
        _ => "de consulent",
    };

    public static string Of(NoCoachBecause because) => because switch
    {
        NoCoachBecause.Money => "geen geld",
        NoCoachBecause.Hours => "te weinig uren",
        _ => "geen mensen",
    };

    /// <summary>The item in Te doen.</summary>
    public static StepWords.Words Step(string code) => new(
        What(code), code == ArrangedAct.Contract ? "Dan kan de rest op tijd worden gevraagd." : "Dit recht is nog niet gevraagd.", "clipboard-check", code is ArrangedAct.Contract or ArrangedAct.Payroll ? "Klaar" : "Is gevraagd");
}
