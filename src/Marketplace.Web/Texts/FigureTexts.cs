using System.Globalization;
using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Texts;

/// <summary>What pages say beside an amount of law, always in the same words.</summary>
public static class FigureTexts
{
    /// <summary>Who decides in the end: beside every amount.</summary>
    public const string Indicative = "Indicatief. De gemeente, UWV of de Belastingdienst beslist.";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Since when an amount holds; when a new one is on its way, that it will change.</summary>
    public static string Since(ShownFigure figure) => figure switch
    {
        { Version: null } => "Nog niet bekend.",
        { IsToBeAdjusted: true } => $"Bedragen van {Day(figure.Version.ValidFrom)}, worden bijgesteld.",
        _ => $"Vanaf {Day(figure.Version.ValidFrom)}.",
    };

    /// <summary>How sure we are, in words.</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Verified => "Nagekeken",
        Confidence.OneSource => "Eén bron",
        Confidence.GeneralKnowledge => "Nog niet bevestigd",
        Confidence.NotFound => "Niet gevonden",
        _ => "Eigen keuze",
    };

    /// <summary>The name of what a municipality sets itself.</summary>
    public static string Of(MunicipalRule rule) => rule.Code switch
    {
        "jobcoach.hoursPerWeek" => "Gewone uren van een jobcoach",
        "trial.firstTermMonths" => "Eerste deel van een proefplaatsing",
        "loonwaarde.reviewMonths" => "Loonwaarde opnieuw meten",
        _ => "Premie bij een participatieplaats",
    };

    /// <summary>A value that a municipality set.</summary>
    public static string Of(MunicipalRule rule, decimal value) => string.Format(Dutch, Unit(rule), value);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    private static string Unit(MunicipalRule rule) => rule.Code switch
    {
        "jobcoach.hoursPerWeek" => "{0:0.##} uur per week",
        "trial.firstTermMonths" => "{0:0} maanden",
        "loonwaarde.reviewMonths" => "na {0:0} maanden",
        _ => "€ {0:N2} per half jaar",
    };
}
