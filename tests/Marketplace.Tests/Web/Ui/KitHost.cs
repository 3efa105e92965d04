using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

/// <summary>The real pages and the real kit in a host of its own, without a database or sign-in: for pages that need neither.</summary>
public sealed class KitHost : IAsyncLifetime
{
    private const string Gallery = "/ontwikkel/onderdelen";
    private WebApplication? app;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Shell).Assembly).AddMvcOptions(ModelBindingMessages.Apply);
        app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app!.DisposeAsync();
    }

    public async Task<IHtmlDocument> GetAsync(string address) => Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    public async Task<(int Status, IHtmlDocument Page)> FaultAsync(int code)
    {
        var answer = await client.GetAsync(new Uri($"/fout/{code}", UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public Task<IHtmlDocument> FreshAsync() => GetAsync(Gallery);

    public Task<IHtmlDocument> FilledAsync() => GetAsync(Gallery + "?stand=gevuld");

    /// <summary>Sends the form of the gallery: what is given, and the hidden fields that a browser sends along.</summary>
    public async Task<(int Status, IHtmlDocument Page)> PostAsync(params (string Name, string Value)[] fields)
    {
        var first = await client.GetAsync(new Uri(Gallery, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var hidden = page.QuerySelectorAll("#formulier input[type=hidden]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, Gallery)
        {
            Content = new FormUrlEncodedContent(fields.Concat(hidden).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Add("Cookie", first.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
