using Marketplace.Data;
using Marketplace.Domain.Shared;
using Marketplace.Jobs;
using Marketplace.Web.Access;
using Marketplace.Web.Hosting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Posting;

/// <summary>
/// What every post has in common, so that no page needs it: an expired form, a wrong value, a rule of the domain that says no, and a
/// stale save all give the same page with status 422, the reason, and everything that was typed.
/// </summary>
public sealed class FormFilter(IAntiforgery antiforgery, MarketplaceDbContext db, RequestLimits limits, Telemetry telemetry, Conflict conflict) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.User.Identity?.IsAuthenticated == true)
            context.HttpContext.Response.OnStarting(NeverStore, context.HttpContext.Response);
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.HandlerInstance is not PageModel page || context.HttpContext.IsOfFault())
        {
            await next();
            return;
        }

        if (await WhyUnreadableAsync(context.HttpContext) is { } unreadable)
        {
            context.Result = new StatusCodeResult(unreadable);
            return;
        }

        if (context.HttpContext.Features.Get<UploadLimitAttribute.TooLarge>() is not null)
            page.ModelState.AddModelError("", Sentences.FileTooLarge);
        else if (!await antiforgery.IsRequestValidAsync(context.HttpContext))
            page.ModelState.AddModelError("", Sentences.FormExpired);
        ForgetWhatWasNotPosted(context, page);
        await conflict.TakeChosenAsync(context, page);
        if (!page.ModelState.IsValid)
        {
            context.Result = await AgainAsync(page, context.HttpContext.RequestAborted);
            return;
        }

        if (context.HandlerMethod?.MethodInfo.IsDefined(typeof(GuardedAttribute), inherit: false) == true && !limits.TakeGuarded(context.HttpContext))
        {
            telemetry.Refused("limit");
            page.ModelState.AddModelError("", Sentences.TooOften);
            context.Result = await AgainAsync(page, context.HttpContext.RequestAborted, StatusCodes.Status429TooManyRequests);
            return;
        }

        var executed = await next();
        if (executed.Exception is DbUpdateConcurrencyException stale)
        {
            executed.ExceptionHandled = true;
            executed.Result = await StaleAsync(context, page, stale);
        }
        else if (Refused(executed.Exception) is var (sentence, status))
        {
            executed.ExceptionHandled = true;
            page.ModelState.AddModelError("", sentence);
            executed.Result = await AgainAsync(page, context.HttpContext.RequestAborted, status);
        }
        else if (executed.Result is PageResult && !page.ModelState.IsValid)
        {
            executed.Result = await AgainAsync(page, context.HttpContext.RequestAborted);
        }
        else if (executed.Result is NotFoundResult)
        {
            executed.Result = await NotThereAsync(page);
        }
    }

    /// <summary>Whatever is on the page of somebody who signed in is personal. The last word, since antiforgery sets its own.</summary>
    private static Task NeverStore(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>The status when this form is too large or was cut off: what came of it is not there to be shown again.</summary>
    private static async Task<int?> WhyUnreadableAsync(HttpContext context)
    {
        try
        {
            if (context.Request.HasFormContentType)
                await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge; // too many fields, or too long ones
        }
        catch (IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static (string Sentence, int Status)? Refused(Exception? exception) => exception switch
    {
        RefusalException refusal => (Sentences.Of(refusal), StatusCodes.Status422UnprocessableEntity),
        DbUpdateException update when update.IsUniqueConflict() => (Sentences.Stale, StatusCodes.Status422UnprocessableEntity),
        _ => DatabaseTroubles.Of(exception) switch
        {
            DatabaseTrouble.Busy => (Sentences.Busy, StatusCodes.Status503ServiceUnavailable),
            DatabaseTrouble.CannotWrite => (Sentences.CannotWrite, StatusCodes.Status503ServiceUnavailable),
            _ => null,
        },
    };

    /// <summary>Shows what is stored now beside what was typed. The form takes the version that is there now; otherwise it could never be saved.</summary>
    private async Task<IActionResult> StaleAsync(PageHandlerExecutingContext context, PageModel page, DbUpdateConcurrencyException exception)
    {
        var stored = await conflict.StoredAsync(context, page);
        page.ModelState.AddModelError("", await conflict.SentenceAsync(exception, context.HttpContext.RequestAborted));
        foreach (var key in page.ModelState.Keys.Where(k => k.EndsWith(".Version", StringComparison.OrdinalIgnoreCase)).ToList())
            page.ModelState.Remove(key);
        var again = await AgainAsync(page, context.HttpContext.RequestAborted);
        stored?.Renew(page);
        context.HttpContext.Features.Set(stored);
        return again;
    }

    /// <summary>The row of the form is gone: the page that says so shows what was typed, but not what another site sends.</summary>
    private async Task<IActionResult> NotThereAsync(PageModel page)
    {
        if (await antiforgery.IsRequestValidAsync(page.HttpContext))
            page.HttpContext.Features.Set(TypedTexts.Of(page));
        return page.NotFound();
    }

    /// <summary>
    /// A page may hold several forms; only the one that was posted is judged. The form of the handler counts as posted, also when none of its fields
    /// came along: it has the name of the handler, and of the handler without a name is every form that no other handler is named after.
    /// </summary>
    private static void ForgetWhatWasNotPosted(PageHandlerExecutingContext context, PageModel page)
    {
        var posted = page.Request.HasFormContentType ? page.Request.Form.Keys.Select(RootOf).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        var handler = context.HandlerMethod?.Name ?? "";
        var others = context.ActionDescriptor.HandlerMethods.Select(h => h.Name).OfType<string>().ToList();
        foreach (var key in page.ModelState.Keys.Where(k => k.Length > 0 && !posted.Contains(RootOf(k)) && !page.RouteData.Values.ContainsKey(k) && !IsOfHandler(RootOf(k))).ToList())
            page.ModelState.Remove(key);

        bool IsOfHandler(string root) => handler.Length > 0
            ? root.Equals(handler, StringComparison.OrdinalIgnoreCase)
            : context.HandlerMethod is not null && !others.Contains(root, StringComparer.OrdinalIgnoreCase);
    }

    private static string RootOf(string key) => key.Split('.', '[')[0];

    /// <summary>The same page, with status 422 when nothing else is said. What the handler changed in memory is dropped: nothing is half-written.</summary>
    private async Task<IActionResult> AgainAsync(PageModel page, CancellationToken cancellationToken, int status = StatusCodes.Status422UnprocessableEntity)
    {
        db.ChangeTracker.Clear();
        if (page is IFormPage form && !await form.LoadAsync(cancellationToken))
            return await NotThereAsync(page);
        page.Response.StatusCode = status;
        return new PageResult { ViewData = page.ViewData };
    }
}
