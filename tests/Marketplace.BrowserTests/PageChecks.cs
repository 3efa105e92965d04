using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Marketplace.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>Every page in a real browser: axe fresh and with errors, 320 px, dark, no console or CSP error.</summary>
public sealed class PageChecks(BrowserFixture fixture)
{
    private const int Desk = 1366, Phone = 320;

    [Fact]
    public async Task Every_page_is_accessible_and_fits()
    {
        using var site = new TestSite();
        var browser = fixture.Browser;
        var address = BrowserFixture.Start(site);
        var samples = await PageSamples.MakeAsync(site);
        var faults = new ConcurrentQueue<string>();

        // A browser waits more than it works, so two people look at once.
        await Parallel.ForEachAsync(
            samples.GroupBy(s => s.Account),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (account, _) => await LookAsAsync(browser, address, account, faults));
        Assert.True(faults.IsEmpty, string.Join('\n', faults));
    }

    private static async Task LookAsAsync(IBrowser browser, string address, IGrouping<string?, PageSample> account, ConcurrentQueue<string> faults)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = Desk, Height = 900 },
            ColorScheme = ColorScheme.Light,
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message, page, faults);
        if (account.Key is not null)
            await page.SignInAsync(account.Key);
        foreach (var sample in account.Where(s => !s.Address.EndsWith(".ics", StringComparison.Ordinal)))
        {
            await page.GotoAsync(sample.Address);
            await LookAsync(page, sample.ToString(), Desk, ColorScheme.Light, faults);
            await LookOtherwiseAsync(page, sample.ToString(), faults);
            await SubmitEmptyAsync(page, sample, faults);
        }
    }

    /// <summary>The same page in dark and on a phone: both are style sheets only, so the page is not asked again.</summary>
    private static async Task LookOtherwiseAsync(IPage page, string what, ConcurrentQueue<string> faults)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await LookAsync(page, what, Desk, ColorScheme.Dark, faults);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Phone, 900);
        await LookAsync(page, what, Phone, ColorScheme.Light, faults);
        await page.SetViewportSizeAsync(Desk, 900);
    }

    /// <summary>Empties the first form of the page and sends it: the page with errors is accessible too.</summary>
    private static async Task SubmitEmptyAsync(IPage page, PageSample sample, ConcurrentQueue<string> faults)
    {
        var form = page.Locator("main form[method=post]:has(.utrecht-form-field):has(button[type=submit]:visible)").First;
        if (await form.CountAsync() == 0)
            return;
        foreach (var field in await form.Locator("input[type=text], input:not([type]), textarea").AllAsync())
        {
            if (await field.IsVisibleAsync())
                await field.FillAsync("");
        }

        await form.Locator("button[type=submit]:visible").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await LookAsync(page, $"{sample} with errors", Desk, ColorScheme.Light, faults);
    }

    /// <summary>A picture of every page looked at, for the eyes of a person, in the folder that MARKETPLACE_PICTURES names.</summary>
    private static async Task KeepPictureAsync(IPage page, string what, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("MARKETPLACE_PICTURES") is not { Length: > 0 } folder)
            return;
        var name = string.Concat($"{width}-{scheme}-{what}".Select(c => char.IsLetterOrDigit(c) || c == '-' ? c : '_'));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>All rules on a desk in light; of the same page in dark only what colours can break, on a phone only what width can break.</summary>
    private static async Task LookAsync(IPage page, string what, int width, ColorScheme scheme, ConcurrentQueue<string> faults)
    {
        await KeepPictureAsync(page, what, width, scheme);
        if (width > Phone)
        {
            var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
            if (scheme == ColorScheme.Dark)
                options.RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] };
            foreach (var violation in (await page.RunAxe(options)).Violations)
                faults.Enqueue($"{what} ({scheme}): {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}");
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0)
            faults.Enqueue($"{what}: {overflow} px too wide");
    }

    /// <summary>Chromium logs an answer of 422 as an error of its own; that line, and only that one, is no fault.</summary>
    private static void Note(IConsoleMessage message, IPage page, ConcurrentQueue<string> faults)
    {
        if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal))
            faults.Enqueue($"{page.Url}: console: {message.Text}");
    }
}
