using System.ComponentModel.DataAnnotations;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>The questions of sheet 4.</summary>
public sealed class HelpInput
{
    [Display(Name = "Wat helpt deze persoon?")]
    public List<string> Helps { get; set; } = [];

    [Display(Name = "Wat neemt deze persoon mee?")]
    public List<string> BringsAlong { get; set; } = [];

    [Display(Name = "Welke diploma’s heeft deze persoon?")]
    public List<string> Certificates { get; set; } = [];

    [Display(Name = "Wat moet niet?")]
    public List<string> Exclusions { get; set; } = [];

    [Display(Name = "Aantekening voor collega’s"), StringLength(4000, ErrorMessage = "De tekst is te lang. Gebruik hoogstens 4000 tekens.")]
    public string? Note { get; set; }

    public Guid Version { get; set; }
}
