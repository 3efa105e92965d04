using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Web.Pages.Placements;

/// <summary>Everything that is agreed about a placement, as it is asked: what is not known yet stays "nog niet bekend" and becomes an item.</summary>
public sealed class TermsInput
{
    [Display(Name = "Wat voor werk is het?"), Required(ErrorMessage = "Kies de vorm van het werk.")]
    public string? Form { get; set; }

    [Display(Name = "Wat is de eerste dag?"), Required(ErrorMessage = "Vul de eerste dag in.")]
    public DateOnly? Start { get; set; }

    [Display(Name = "Wat is de laatste dag?")]
    public DateOnly? End { get; set; }

    [Display(Name = "Hoeveel uur per week?"), Required(ErrorMessage = "Vul de uren per week in."), Range(0.25, 60, ErrorMessage = "Vul 0,25 tot 60 uur in.")]
    public decimal? HoursPerWeek { get; set; }

    [Display(Name = "Wie begeleidt op het werk?"), StringLength(100, ErrorMessage = "Gebruik hoogstens 100 tekens.")]
    public string? Supervisor { get; set; }

    [Display(Name = "Wie is de officiële werkgever?")]
    public Guid? FormalEmployerId { get; set; }

    [Display(Name = "Is er loonkostensubsidie?")]
    public SubsidyKind Subsidy { get; set; }

    [Display(Name = "Wanneer is de nieuwe meting?")]
    public DateOnly? SubsidyReviewOn { get; set; }

    [Display(Name = "Is er loonkostenvoordeel?")]
    public LkvKind Lkv { get; set; }

    [Display(Name = "Wie betaalt de jobcoach?")]
    public CoachIssuer CoachIssuer { get; set; }

    [Display(Name = "Tot en met wanneer is er een jobcoach?")]
    public DateOnly? CoachUntil { get; set; }

    [Display(Name = "Wanneer begon het eerste contract bij deze werkgever?")]
    public DateOnly? FirstContractStart { get; set; }

    public Guid Version { get; set; }

    /// <summary>Without a wage there is no subsidy to ask about, so "nog niet bekend" is "nee" then.</summary>
    public PlacementTerms ToTerms() => new(
        Form!,
        Start!.Value,
        End,
        HoursPerWeek!.Value,
        Subsidy == SubsidyKind.Unknown && !Forms.IsPaid(Form!) ? SubsidyKind.None : Subsidy,
        SubsidyReviewOn,
        Lkv == LkvKind.Unknown && !Forms.IsPaid(Form!) ? LkvKind.None : Lkv,
        CoachIssuer,
        CoachUntil,
        FirstContractStart);

    public static TermsInput Of(Placement placement) => new()
    {
        Form = placement.Terms.Form,
        Start = placement.Terms.Start,
        End = placement.Terms.End,
        HoursPerWeek = placement.Terms.HoursPerWeek,
        Supervisor = placement.Supervisor,
        FormalEmployerId = placement.FormalEmployerId,
        Subsidy = placement.Terms.Subsidy,
        SubsidyReviewOn = placement.Terms.SubsidyReviewOn,
        Lkv = placement.Terms.Lkv,
        CoachIssuer = placement.Terms.CoachIssuer,
        CoachUntil = placement.Terms.CoachUntil,
        FirstContractStart = placement.Terms.FirstContractStart,
        Version = placement.Version,
    };
}
