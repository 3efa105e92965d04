using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Seeding;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Posting;

/// <summary>Fills the shell around every page: who is signed in, the band, the number of open items.</summary>
public sealed class ShellFilter(Acting acting, MarketplaceDbContext db, DemoRegion demo) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        // A page that leaves the database alone knows nobody and has no shell.
        if (context.Result is PageResult result && !context.HttpContext.LeavesDatabaseAlone())
        {
            var isDemo = await demo.IsHereAsync(context.HttpContext.RequestAborted);
            result.ViewData["Demo"] = isDemo;
            if (acting.Actor.Role is { } role)
            {
                var open = await db.CountOpenItemsAsync(acting.Actor, acting.Today, context.HttpContext.RequestAborted);
                result.ViewData["Shell"] = new Shell(acting.Actor.OrganisationName, acting.Actor.Name, RoleWords.Of(role), open, HomePages.LinksOf(role), isDemo);
            }
        }

        await next();
    }
}
