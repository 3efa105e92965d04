using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>The six questions about unpaid work (domain.md §7.4), in the words of the page. Nothing is chosen beforehand.</summary>
public sealed class DisplacementInput
{
    [Display(Name = "1. Deed iemand met loon dit werk in de afgelopen 12 maanden?"), Required(ErrorMessage = "Kies ja of nee bij vraag 1.")]
    public bool? Paid { get; set; }

    [Display(Name = "2. Staat er een vacature open voor dit werk, of is er iemand voor ontslagen?"), Required(ErrorMessage = "Kies ja of nee bij vraag 2.")]
    public bool? Vacancy { get; set; }

    [Display(Name = "3. Neemt u anders iemand aan voor dit werk?"), Required(ErrorMessage = "Kies ja of nee bij vraag 3.")]
    public bool? Hire { get; set; }

    [Display(Name = "4. Is dit extra werk, of werk dat nu blijft liggen?"), Required(ErrorMessage = "Kies ja of nee bij vraag 4.")]
    public bool? Extra { get; set; }

    [Display(Name = "5. Is er iets te leren, en is er een begeleider?"), Required(ErrorMessage = "Kies ja of nee bij vraag 5.")]
    public bool? Learns { get; set; }

    [Display(Name = "6. Werkt hier steeds weer iemand zonder loon?"), Required(ErrorMessage = "Kies ja of nee bij vraag 6.")]
    public bool? Refilled { get; set; }

    public static DisplacementInput Of(Job job) => new()
    {
        Paid = Answer(job, 1),
        Vacancy = Answer(job, 2),
        Hire = Answer(job, 3),
        Extra = Answer(job, 4),
        Learns = Answer(job, 5),
        Refilled = Answer(job, 6),
    };

    /// <summary>The answers in the order of the questions.</summary>
    public IReadOnlyList<bool> ToAnswers() => [Paid!.Value, Vacancy!.Value, Hire!.Value, Extra!.Value, Learns!.Value, Refilled!.Value];

    private static bool? Answer(Job job, int question) => job.DisplacementAnswers.FirstOrDefault(a => a.Question == question)?.Yes;
}
