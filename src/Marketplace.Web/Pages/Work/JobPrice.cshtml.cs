using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>The price of a job over 24 months (screen 6), without any person. Everything that is assumed can be changed here; nothing is stored.</summary>
public sealed class JobPriceModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    private const string Hours = "Vul een getal in van 0 tot en met 60.";
    private const string PerHour = "Vul een bedrag in van 0 tot en met 1000 euro per uur.";

    public sealed class Input
    {
        [Display(Name = "Uren"), Required(ErrorMessage = "Vul in hoeveel uur per week."), Range(0.25, JobCostAssumptions.MostHours, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
        public decimal? HoursPerWeek { get; set; }

        [Display(Name = "Bruto loon"), Required(ErrorMessage = "Vul het loon per uur in."), Range(0.01, JobCostAssumptions.MostPerHour, ErrorMessage = "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
        public decimal? HourlyWage { get; set; }

        [Display(Name = "Werkgeverslasten"), Required(ErrorMessage = "Vul uw werkgeverslasten in."), Range(0, 100, ErrorMessage = "Vul een percentage in van 0 tot en met 100.")]
        public decimal? Charges { get; set; }

        [Display(Name = "Extra begeleiding"), Required(ErrorMessage = Hours), Range(0, JobCostAssumptions.MostHours, ErrorMessage = Hours)]
        public decimal? GuidanceHours { get; set; }

        [Display(Name = "Kosten van wie begeleidt"), Required(ErrorMessage = PerHour), Range(0, JobCostAssumptions.MostPerHour, ErrorMessage = PerHour)]
        public decimal? GuidanceCost { get; set; }

        [Display(Name = "Uren die uw vakmensen terugkrijgen"), Required(ErrorMessage = Hours), Range(0, JobCostAssumptions.MostHours, ErrorMessage = Hours)]
        public decimal? FreedHours { get; set; }

        [Display(Name = "Kosten van die vakmensen"), Required(ErrorMessage = PerHour), Range(0, JobCostAssumptions.MostPerHour, ErrorMessage = PerHour)]
        public decimal? FreedCost { get; set; }

        public static Input Of(JobCostAssumptions a) => new()
        {
            HoursPerWeek = a.HoursPerWeek,
            HourlyWage = a.HourlyWage,
            Charges = a.EmployerCharges * 100,
            GuidanceHours = a.GuidanceHours,
            GuidanceCost = a.GuidanceCost,
            FreedHours = a.FreedHours,
            FreedCost = a.FreedCost,
        };

        public JobCostAssumptions ToAssumptions() => new(
            HoursPerWeek!.Value, HourlyWage!.Value, Charges!.Value / 100, GuidanceHours!.Value, GuidanceCost!.Value, FreedHours!.Value, FreedCost!.Value);
    }

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Job Job { get; private set; } = null!;

    /// <summary>The price with the usual assumptions, or with those of the form.</summary>
    public JobPricing Pricing { get; private set; } = null!;

    public bool IsToBeAdjusted => Pricing.Cost.Months.Any(m => m.IsToBeAdjusted);

    /// <summary>Where the minimum wage stands.</summary>
    public string WageSource { get; private set; } = "";

    public string ChargesSource { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        In = Input.Of(Pricing.Cost.Assumptions);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var job = await db.Jobs.AsNoTracking().VisibleTo(acting.Actor).Include(j => j.Tasks).TagWith("Work.JobPrice").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken);
        if (job is null)
            return false;
        var costs = await db.FunctionCostsAsync(job.OrganisationId, cancellationToken);
        (Job, Pricing) = (job, JobPricing.Of(job, JobPricing.Usual(job, acting.Today, book, costs), job.FirstDay(acting.Today), book));
        var (wage, charges) = (JobPricing.MinimumWage(book, Pricing.Cost.Now.From), book.Shown("lks.charges", Pricing.Cost.Now.From));
        WageSource = $"{FigureWords.Of("wml.hourly").Title}: {FigureWords.Of("wml.hourly").Lines(wage.Version!)[0]}. {FigureTexts.Since(wage)}";
        ChargesSource = $"De subsidie rekent met {FigureWords.Of("lks.charges").Lines(charges.Version!)[0]}. {FigureTexts.Since(charges)}";
        return true;
    }

    /// <summary>Reckons again with other assumptions.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var least = JobPricing.MinimumWage(book, Pricing.Cost.Now.From).Version!.Number()!.Value;
        if (In.HourlyWage < least)
            ModelState.AddModelError("In.HourlyWage", $"Dit is minder dan het minimumloon. {WageSource}");
        else
            Pricing = Pricing with { Cost = JobCost.Of(In.ToAssumptions(), Pricing.Cost.Now.From, book) };
        return Page();
    }
}
