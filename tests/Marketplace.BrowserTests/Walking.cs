using Microsoft.Playwright;

namespace Marketplace.BrowserTests;

/// <summary>Steps that a person takes on a page, by the words on the screen.</summary>
internal static class Walking
{
    public static async Task SignInAsync(this IPage page, string account)
    {
        await page.GotoAsync("/inloggen");
        await page.Locator($"button[name=email][value='{account}@demo.example']").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/inloggen", StringComparison.Ordinal));
    }
}
