using Marketplace.Data;
using Marketplace.Data.Stories;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Stories;
using Marketplace.Web.Access;
using Marketplace.Web.Pages.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Stories;

/// <summary>One story on one screen, with the numbers of the job as they are today. For an employer, and for whoever talks with one.</summary>
public sealed class DetailsModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public Story Story { get; private set; } = null!;

    /// <summary>The price of such a job at the minimum wage, without any person.</summary>
    public JobCost Cost { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Stories.AsNoTracking().Shown().TagWith("Stories.One").SingleOrDefaultAsync(s => s.Slug == Slug, cancellationToken) is not { } story)
            return NotFound();
        (Story, Cost) = (story, JobCost.Of(JobPricing.Usual(story.HoursPerWeek, null, default, 0, acting.Today, book), acting.Today, book));
        return Page();
    }
}
