using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

public sealed class SignOutModel(MarketplaceDbContext db, SignInManager<User> signIn, Acting acting) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var id = ActorMiddleware.SessionOf(User);
        if (await db.Sessions.TagWith("SignOut.Session").SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } session)
        {
            session.End(acting.Now);
            await db.SaveChangesAsync(cancellationToken);
        }

        await signIn.SignOutAsync();

        // Somebody else may sit at this computer next: a page that the browser kept is gone too.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/");
    }
}
