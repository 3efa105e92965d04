using System.Reflection;
using Marketplace.Data;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Posting;

/// <summary>
/// Two people changed the same row. The page tells who was first, and shows what is stored beside what was typed. What is stored is
/// read by the page itself: a second instance of its model is opened as a GET, so no page needs a line for this.
/// </summary>
public sealed class Conflict(MarketplaceDbContext db, Acting acting, IPageModelFactoryProvider factories)
{
    /// <summary>The same page as it would be opened now; null when it would not show a form any more.</summary>
    public async Task<StoredValues?> StoredAsync(PageHandlerExecutingContext posted, PageModel page)
    {
        var descriptor = posted.ActionDescriptor;
        var get = descriptor.HandlerMethods.FirstOrDefault(h => HttpMethods.IsGet(h.HttpMethod) && string.IsNullOrEmpty(h.Name));
        if (get is null || !page.Request.HasFormContentType)
            return null;
        db.ChangeTracker.Clear();

        // Its own model state: what the second instance says of itself is no error of what was typed.
        var context = new PageContext(new ActionContext(page.HttpContext, page.RouteData, descriptor))
        {
            ViewData = new ViewDataDictionary(page.MetadataProvider, new()),
            ValueProviderFactories = page.PageContext.ValueProviderFactories,
            ViewStartFactories = page.PageContext.ViewStartFactories,
        };
        var fresh = factories.CreateModelFactory(descriptor)!(context);
        foreach (var property in descriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>().Select(p => p.Property).Where(IsOfTheAddress))
            property.SetValue(fresh, property.GetValue(page));
        var result = await ResultOf(get.MethodInfo.Invoke(fresh, [.. get.Parameters.Select(p => Argument(p, posted))]));
        db.ChangeTracker.Clear();
        return result is null or PageResult ? new StoredValues(fresh, page.Request.Form, fresh is not IMakesNewRow) : null;
    }

    /// <summary>The controls of which the stored value was chosen get it, before the form is judged and saved as any other.</summary>
    public async Task TakeChosenAsync(PageHandlerExecutingContext posted, PageModel page)
    {
        if (!page.Request.HasFormContentType || page.Request.Form[StoredValues.Take] is not { Count: > 0 } chosen || await StoredAsync(posted, page) is not { } stored)
            return;
        foreach (var name in chosen.OfType<string>().Where(name => stored.TryTake(page, name)))
        {
            foreach (var key in page.ModelState.Keys.Where(k => StoredValues.IsOf(k, name)).ToList())
                page.ModelState.Remove(key);
        }
    }

    /// <summary>Who saved and when, as far as the reader may know: a name only of a colleague.</summary>
    public async Task<string> SentenceAsync(DbUpdateConcurrencyException exception, CancellationToken cancellationToken)
    {
        var ids = exception.Entries.Select(e => e.Entity).OfType<Root>().Select(r => r.Id).ToList();
        var last = await db.Audit.Where(a => a.EntityId != null && ids.Contains(a.EntityId.Value) && a.Action == nameof(EntityState.Modified))
            .OrderByDescending(a => a.At)
            .Select(a => new { a.At, a.UserId, Colleague = a.OrganisationId == acting.Actor.OrganisationId ? db.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault() : null })
            .TagWith("Conflict.Who").FirstOrDefaultAsync(cancellationToken);
        return last switch
        {
            null => Sentences.Stale,
            _ when last.UserId is not null && last.UserId == acting.Actor.UserId => Sentences.StaleByYou(last.At),
            _ => Sentences.StaleBy(last.Colleague, last.At),
        };
    }

    private static bool IsOfTheAddress(PropertyInfo property) =>
        property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true && (property.PropertyType.IsValueType || property.PropertyType == typeof(string));

    private static object? Argument(ParameterDescriptor parameter, PageHandlerExecutingContext posted) => parameter switch
    {
        { ParameterType: var type } when type == typeof(CancellationToken) => posted.HttpContext.RequestAborted,
        _ when posted.HandlerArguments.TryGetValue(parameter.Name, out var given) && parameter.ParameterType.IsInstanceOfType(given) => given,
        _ => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
    };

    private static async Task<IActionResult?> ResultOf(object? returned)
    {
        if (returned is Task<IActionResult> withResult)
            return await withResult;
        if (returned is Task task)
            await task;
        return returned as IActionResult;
    }
}
