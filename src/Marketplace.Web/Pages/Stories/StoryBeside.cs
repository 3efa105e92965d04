using Marketplace.Data;
using Marketplace.Data.Stories;
using Marketplace.Domain.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Stories;

/// <summary>The story that answers a doubt, beside the place where the doubt comes up; nothing when there is none to show.</summary>
[ViewComponent(Name = "StoryBeside")]
public sealed class StoryBeside(MarketplaceDbContext db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(StoryDoubt doubt) => View(
        "/Pages/Stories/_StoryBeside.cshtml",
        await db.Stories.AsNoTracking().Shown().Where(s => s.Doubt == doubt).OrderBy(s => s.Slug).TagWith("Stories.Beside").FirstOrDefaultAsync(HttpContext.RequestAborted));
}
