using System.ComponentModel.DataAnnotations;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Pages.Development;

/// <summary>Every component of the kit on one page: fresh, filled (<c>?stand=gevuld</c>) and, after a post, with errors.</summary>
public class ComponentsModel : PageModel
{
    [BindProperty]
    public Answers In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    public bool Saved { get; private set; }

    public IReadOnlyList<SelectListItem> Standing { get; } =
    [
        new Choice("1", "Een half uur"), new Choice("2", "Een halve dienst"), new Choice("3", "Bijna de hele dienst"),
        new Choice("0", "Gaat niet"), new Choice("", "Nog niet besproken"),
    ];

    public IReadOnlyList<SelectListItem> Forms { get; } =
    [
        new Choice("trial", "Proefplaatsing", "Samen proberen, een maand of twee"),
        new Choice("regular", "Contract", "Loon vanaf de eerste dag"),
    ];

    public IReadOnlyList<SelectListItem> Modes { get; } =
    [
        new Choice("walk", "Lopen"), new Choice("bike", "Fiets"), new Choice("e-bike", "Elektrische fiets"),
        new Choice("transit", "Bus of trein"), new Choice("car", "Auto"),
    ];

    public IReadOnlyList<SelectListItem> Ways { get; } = [new Choice("mail", "Mail"), new Choice("phone", "Telefoon")];

    public IReadOnlyList<SelectListItem> Sectors { get; } =
    [
        new Choice("logistics", "Logistiek"), new Choice("care", "Zorg"), new Choice("retail", "Winkel"), new Choice("green", "Groen"),
    ];

    public IReadOnlyList<SelectListItem> Bands { get; } =
    [
        new Choice("good", UiWords.BandGood, count: 3), new Choice("adapted", UiWords.BandAdapted, count: 6) { Selected = true },
        new Choice("find-out", UiWords.BandFindOut, count: 4), new Choice("not-now", UiWords.BandNotNow, count: 11),
    ];

    public IReadOnlyList<SelectListItem> Travel { get; } =
    [
        new Choice("15", "Tot 15 minuten", count: 4), new Choice("30", "Tot 30 minuten", count: 10), new Choice("45", "Tot 45 minuten", count: 13) { Selected = true },
    ];

    public IReadOnlyList<SelectListItem> HourBands { get; } = [new Choice("8", "8 tot 16 uur", count: 3), new Choice("16", "16 tot 24 uur", count: 8)];

    public IReadOnlyList<Reason> Why { get; } =
    [
        new(ReasonKind.Fits, "Past bij 4 van de 5 taken"), new(ReasonKind.Fits, "Werkt netjes en precies"), new(ReasonKind.Off, "Zonder de taak ‘Pallets stapelen en wikkelen’"),
    ];

    public IReadOnlyList<Reason> Asked { get; } =
    [
        new(ReasonKind.Asked, "Uitleg met plaatjes"), new(ReasonKind.Asked, "Een vaste volgorde met een afvinklijst"), new(ReasonKind.Open, "Is een koude hal goed?"),
    ];

    public void OnGet()
    {
        if (Stand == "gevuld")
        {
            In = new Answers
            {
                Hours = 12.5m,
                Minutes = 45,
                Name = "Retouren & voorraad",
                Text = "Dozen vouwen.\nCadeaukaart erbij doen.",
                Sector = "logistics",
                Standing = "2",
                Form = "trial",
                Modes = ["bike", "transit"],
                TeamAgrees = true,
                Start = new DateOnly(2026, 12, 5),
                Dayparts = ["mon-1", "tue-1", "fri-3"],
            };
        }
    }

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        In.Dayparts = Dayparts.Expand(In.Dayparts);
        Saved = true;
        return Page();
    }

    public sealed class Answers
    {
        [Display(Name = "Hoeveel uur per week wil deze persoon werken?"), Required(ErrorMessage = "Vul in hoeveel uur per week"), Range(0.25, 60, ErrorMessage = "Vul een getal in van 0,25 tot 60")]
        public decimal? Hours { get; set; }

        [Display(Name = "Hoeveel minuten duurt de taak?")]
        public int Minutes { get; set; }

        [Display(Name = "Welke taak?"), Required(ErrorMessage = "Vul in welke taak het is"), StringLength(80)]
        public string? Name { get; set; }

        [Display(Name = "Wat is het mooiste van deze taak?"), StringLength(500)]
        public string? Text { get; set; }

        [Display(Name = "Straat en nummer")]
        public string? Street { get; set; }

        [Display(Name = "In welke branche?"), Required(ErrorMessage = "Kies een branche")]
        public string? Sector { get; set; }

        [Display(Name = "Hoe lang staan gaat goed?")]
        public string? Standing { get; set; }

        [Display(Name = "Hoe wilt u beginnen?"), Required(ErrorMessage = "Kies hoe u wilt beginnen")]
        public string? Form { get; set; }

        [Display(Name = "Hoe kan deze persoon reizen?"), MinLength(1, ErrorMessage = "Kies ten minste één manier om te reizen")]
        public List<string> Modes { get; set; } = [];

        [Display(Name = "Hoe krijgt u bericht?")]
        public List<string> Messages { get; set; } = ["mail"];

        [Display(Name = "Het team zegt ja")]
        public bool TeamAgrees { get; set; }

        [Display(Name = "Wanneer kan het beginnen?"), Required(ErrorMessage = "Vul in wanneer het kan beginnen")]
        public DateOnly? Start { get; set; }

        [Display(Name = "Wanneer kan deze persoon werken?"), MinLength(1, ErrorMessage = "Kies ten minste één dagdeel")]
        public List<string> Dayparts { get; set; } = [];
    }
}
