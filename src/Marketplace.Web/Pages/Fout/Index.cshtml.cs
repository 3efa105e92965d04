using System.Diagnostics;
using Marketplace.Data;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages.Fout;

/// <summary>
/// What a person reads when something went wrong. Reached by re-execution, so also with the method and the form of the
/// request that failed: it may not ask for an antiforgery token again.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public class IndexModel(TimeProvider clock) : PageModel
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>What is the matter with the database; null: nothing, as far as we know.</summary>
    public DatabaseTrouble? Trouble { get; private set; }

    /// <summary>What was typed in the form that has no row any more; null: no form, or nothing.</summary>
    public IReadOnlyList<(string Label, string Text)>? Typed => HttpContext.Features.Get<TypedTexts>()?.Texts;

    /// <summary>Number to mention on the telephone; it is in our log too.</summary>
    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>The moment of the fault as people say it, such as "10.42 uur".</summary>
    public string Moment => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Amsterdam).ToString("H.mm", System.Globalization.CultureInfo.InvariantCulture) + " uur";

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        Trouble = HttpContext.DatabaseTrouble();

        // A form that cannot be read keeps the number in the address from being bound.
        if (HttpContext.IsOfFault())
            Code = Response.StatusCode;

        // Somebody who types the address gets the status the page speaks of.
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
        }

        ModelState.Clear();
    }
}
