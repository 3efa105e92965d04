using Marketplace.Testing;
using Microsoft.Playwright;

namespace Marketplace.BrowserTests;

/// <summary>A browser per account, on a phone or a desk. When the clock was moved between two visits, the account signs in anew.</summary>
internal sealed class Visit(IBrowser browser, string address, TestClock clock, bool script) : IAsyncDisposable
{
    private readonly Dictionary<(string Account, bool Phone), IPage> _pages = [];
    private readonly Dictionary<IPage, DateTimeOffset> _signedInAt = [];

    public async Task<IPage> AsAsync(string account, bool phone = false)
    {
        if (!_pages.TryGetValue((account, phone), out var page))
            _pages[(account, phone)] = page = await OpenAsync(phone);
        if (_signedInAt.TryGetValue(page, out var at) && at == clock.GetUtcNow())
            return page;
        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(account);
        _signedInAt[page] = clock.GetUtcNow();
        return page;
    }

    private async Task<IPage> OpenAsync(bool phone)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            JavaScriptEnabled = script,
            Locale = "nl-NL",
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1366, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages.Values)
            await page.Context.CloseAsync();
    }
}
