using Microsoft.Playwright;

namespace Marketplace.BrowserTests;

/// <summary>A browser per account, on a phone or a desk. Time passes between visits, so everybody signs in anew.</summary>
internal sealed class Visit(IBrowser browser, string address, bool script) : IAsyncDisposable
{
    private IBrowserContext? _context;

    public async Task<IPage> AsAsync(string account, bool phone = false)
    {
        if (_context is not null)
            await _context.CloseAsync();
        _context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            JavaScriptEnabled = script,
            Locale = "nl-NL",
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1366, Height = 900 },
        });
        var page = await _context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.SignInAsync(account);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.CloseAsync();
    }
}
