using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Marketplace.Testing;

/// <summary>Somebody with a browser without script: opens pages, fills in forms as they stand, posts them.</summary>
public sealed class WebVisitor(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client { get; } = client;

    /// <summary>The answer of the last request.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer sent the visitor, when it was a redirect.</summary>
    public string? Location { get; private set; }

    /// <summary>The headers of the last answer.</summary>
    public HttpResponseMessage? Last { get; private set; }

    public string Html { get; private set; } = "";

    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request);
    }

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<IHtmlDocument> GoAsync(string address)
    {
        var page = await OpenAsync(address);
        for (var hops = 0; hops < 5 && Location is not null; hops++)
            page = await OpenAsync(Location);
        return page;
    }

    public async Task SignInAsync(string account)
    {
        var page = await OpenAsync("/inloggen");
        var form = page.QuerySelectorAll("button[name=email]").OfType<IHtmlButtonElement>().First().Form!;
        await PostAsync(form, null, ("email", $"{account}@demo.example"));
        if (Status != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{account} could not sign in: {(int)Status}.");
    }

    /// <summary>
    /// Posts the form that holds <paramref name="submit"/> (or the first post form of <c>main</c>) as a browser would, with some fields changed:
    /// a text sets a field, several values tick boxes, null takes a field away.
    /// </summary>
    public async Task<IHtmlDocument> PostAsync(IHtmlFormElement form, IHtmlElement? submit = null, params (string Name, string? Value)[] changes)
    {
        var fields = FieldsOf(form);
        foreach (var name in changes.Select(c => c.Name).Distinct())
            fields.RemoveAll(f => f.Key == name);
        fields.AddRange(changes.Where(c => c.Value is not null).Select(c => new KeyValuePair<string, string>(c.Name, c.Value!)));
        if (submit?.GetAttribute("name") is { Length: > 0 } pressed)
            fields.Add(new(pressed, submit.GetAttribute("value") ?? ""));
        var action = submit?.GetAttribute("formaction") ?? form.GetAttribute("action");
        using var request = new HttpRequestMessage(HttpMethod.Post, string.IsNullOrEmpty(action) ? _address : action) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(request);
    }

    /// <summary>What a browser would send of a form as it stands.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements.Where(e => e is IHtmlElement { } h && !h.HasAttribute("disabled")))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked && box.Name is not null:
                    fields.Add(new(box.Name, box.Value ?? "on"));
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "submit" or "button" or "image") } input when !string.IsNullOrEmpty(input.Name):
                    fields.Add(new(input.Name, input.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area when !string.IsNullOrEmpty(area.Name):
                    fields.Add(new(area.Name, area.Value ?? ""));
                    break;
                case IHtmlSelectElement select when !string.IsNullOrEmpty(select.Name):
                    fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(select.Name, o.Value)));
                    break;
            }
        }

        return fields;
    }

    /// <summary>Presses the first button of the page with these words in it.</summary>
    public Task<IHtmlDocument> PressAsync(IHtmlDocument page, string words)
    {
        var button = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().First(b => b.TextContent.Contains(words, StringComparison.Ordinal));
        return PostAsync(button.Form!, button);
    }

    /// <summary>Opens a page and posts its form (the one with the button whose text is <paramref name="button"/>, or the first of <c>main</c>).</summary>
    public async Task<IHtmlDocument> PostAsync(string address, string? button, params (string Name, string? Value)[] changes)
    {
        var page = await OpenAsync(address);
        var submit = button is null
            ? null
            : page.QuerySelectorAll("main button").OfType<IHtmlElement>().FirstOrDefault(b => b.TextContent.Contains(button, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"No button “{button}” on {address} ({Status}).");
        var form = (submit as IHtmlButtonElement)?.Form
            ?? page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault()
            ?? throw new InvalidOperationException($"No form on {address} ({Status}).");
        return await PostAsync(form, submit, changes);
    }

    /// <summary>Opens a page and sends its form with a file in it.</summary>
    public async Task<IHtmlDocument> UploadAsync(string address, string field, byte[] file, string name = "lijst.csv", params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(address);
        using var content = new MultipartFormDataContent();
        var token = page.QuerySelector<IHtmlInputElement>("main form[method=post] input[name=__RequestVerificationToken]")?.Value ?? "";
        foreach (var (key, value) in fields.Prepend(("__RequestVerificationToken", token)))
            content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(file), field, name);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await SendAsync(request);
    }

    public void Dispose() => Client.Dispose();

    private string _address = "/";

    private async Task<IHtmlDocument> SendAsync(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get)
            _address = request.RequestUri!.ToString();
        Last = await Client.SendAsync(request, CancellationToken.None);
        Status = Last.StatusCode;
        Location = Last.Headers.Location?.ToString();
        Html = await Last.Content.ReadAsStringAsync();
        return Parser.ParseDocument(Html);
    }
}
