using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.People;
using Marketplace.Web.Posting;

namespace Marketplace.Web.Pages.People;

/// <summary>The four questions of a deviation: effect, purpose, rule, decision.</summary>
public sealed class DeviationInput
{
    private const string TooLong = "Gebruik hoogstens {1} tekens.";

    [Display(Name = "Welk effect willen wij?"), Required(ErrorMessage = "Schrijf op welk effect u wilt."), StringLength(Deviation.MostLetters, ErrorMessage = TooLong)]
    public string? Effect { get; set; }

    [Display(Name = "Past dat bij het doel?"), Required(ErrorMessage = "Schrijf op hoe dit bij het doel past."), StringLength(Deviation.MostLetters, ErrorMessage = TooLong)]
    public string? Purpose { get; set; }

    [Display(Name = "Wat zegt de regel?"), Required(ErrorMessage = "Kies waarvan u afwijkt.")]
    public string? Rule { get; set; }

    [Display(Name = "Wat is het besluit?"), Required(ErrorMessage = "Schrijf het besluit op."), StringLength(Deviation.MostLetters, ErrorMessage = TooLong)]
    public string? Decision { get; set; }

    [Display(Name = "Uren begeleiding per week in dit geval")]
    public decimal? Value { get; set; }

    [Display(Name = "Betaalt de gemeente zelf mee aan het loon?")]
    [Range(0.01, Deviation.MostPerMonth, ErrorMessage = "Vul een bedrag in van 0,01 tot en met 10.000 euro per maand.")]
    public decimal? PaysPerMonth { get; set; }

    [Display(Name = "Wie heeft besloten?"), Required(ErrorMessage = "Schrijf op welke functie of welk team besloot."), StringLength(80, ErrorMessage = TooLong)]
    public string? DecidedBy { get; set; }

    [Display(Name = "Wanneer is besloten?"), Required(ErrorMessage = "Vul in wanneer is besloten.")]
    public DateOnly? DecidedOn { get; set; }

    [Display(Name = "Tot en met wanneer geldt het?")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Wanneer kijkt u terug?"), Required(ErrorMessage = "Vul in wanneer u terugkijkt.")]
    public DateOnly? LookBackOn { get; set; }

    public IEnumerable<FreeText> Texts =>
    [
        new("Answers.Effect", Effect, text => Effect = text),
        new("Answers.Purpose", Purpose, text => Purpose = text),
        new("Answers.Decision", Decision, text => Decision = text),
        new("Answers.DecidedBy", DecidedBy, text => DecidedBy = text),
    ];

    public DeviationAnswers ToAnswers() => new(
        Rule!, Effect!.Trim(), Purpose!.Trim(), Decision!.Trim(), DecidedBy!.Trim(), DecidedOn!.Value, Value, PaysPerMonth, Until, LookBackOn!.Value);
}
