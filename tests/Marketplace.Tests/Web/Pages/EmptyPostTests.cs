using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Testing;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Web.Pages;

/// <summary>What no browser sends: a form without any of its fields, or with fields of another kind. It is refused, and is no fault of ours.</summary>
public sealed class EmptyPostTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    public async Task A_form_without_its_fields_is_no_fault(string? version)
    {
        var samples = await PageSamples.MakeAsync(_site);
        var pages = await HandlersAsync();
        List<string> faults = [];
        var sent = 0;
        foreach (var (page, account, address, _) in samples.Where(s => pages.ContainsKey(s.Page)))
        {
            // Signed in anew: what is sent may end the session.
            using var visitor = account is null ? _site.Visitor() : await _site.SignedInAsync(account);
            foreach (var handler in pages[page])
            {
                if ((await visitor.OpenAsync(address)).QuerySelector("input[name=__RequestVerificationToken]") is not IHtmlInputElement token)
                    continue;
                var to = handler.Length == 0 ? address : QueryHelpers.AddQueryString(address, "handler", handler);
                using var content = new FormUrlEncodedContent([new(token.Name!, token.Value), .. version is null ? [] : new[] { KeyValuePair.Create("In.Version", version) }]);
                using var answer = await visitor.Client.PostAsync(to, content, TestContext.Current.CancellationToken);
                sent++;
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    faults.Add($"{account}: {to}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(sent > 100, $"Only {sent} were sent.");
    }

    [Theory]
    [InlineData("/inloggen")]
    [InlineData("/wachtwoord")]
    public async Task An_address_that_is_no_text_belongs_to_nobody(string address)
    {
        using var visitor = _site.Visitor();
        foreach (var email in new[] { "jan\uFFFE@voorbeeld.example", "jan\uFFFF@voorbeeld.example", "j\0an@voorbeeld.example" })
        {
            await visitor.PostAsync(address, null, ("In.Email", email), ("In.Password", "drie losse woorden"));
            Assert.True(visitor.Status < HttpStatusCode.InternalServerError, $"{visitor.Status}");
        }
    }

    /// <summary>The names of the handlers of a post, by page; empty for the one without a name.</summary>
    private async Task<Dictionary<string, List<string>>> HandlersAsync()
    {
        var loader = _site.Services.GetRequiredService<PageLoader>();
        var pages = new Dictionary<string, List<string>>();
        foreach (var page in _site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, new Microsoft.AspNetCore.Http.EndpointMetadataCollection());
            pages[page.ViewEnginePath] = [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "")];
        }

        return pages;
    }
}
