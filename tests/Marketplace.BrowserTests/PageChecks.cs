using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Marketplace.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>Every page in a real browser: axe fresh and with errors, 320 px, dark, keyboard, forced colours, print, no console or CSP error.</summary>
public sealed partial class PageChecks(BrowserFixture fixture)
{
    private const int Desk = 1366, Phone = 320, Paper = 700;

    private static readonly string[] Press = ["rawKeyDown", "keyUp"];

    /// <summary>Axe leaves the rule of WCAG 2.2 about the size of what one presses (24 by 24 px) out unless it is asked.</summary>
    private static readonly Dictionary<string, RuleOptions> TargetsToo = new() { ["target-size"] = new RuleOptions { Enabled = true } };

    /// <summary>The looks that are taken inside the page (<c>page-looks.js</c>).</summary>
    private static readonly string Looks = ReadLooks();

    [Fact]
    public async Task Every_page_is_accessible_and_fits()
    {
        using var site = new TestSite();
        var browser = fixture.Browser;
        var address = BrowserFixture.Start(site);
        PageSample[] samples = [.. await PageSamples.MakeAsync(site), .. PageSamples.Faults];
        var faults = new ConcurrentQueue<string>();
        var conflicts = new ConcurrentBag<string>();

        // A second role reads the same page with other rows: what a style sheet or the order of the page can break was seen the first time, so ./test looks whether it fits and is quiet, and --long at everything.
        var first = samples.DistinctBy(s => AnyId().Replace(s.Address, "")).ToHashSet();

        // A browser waits more than it works, so two people look at once.
        await Parallel.ForEachAsync(
            samples.GroupBy(s => s.Account),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (account, _) => await LookAsAsync(browser, address, account, first, conflicts, faults));
        Assert.True(faults.IsEmpty, string.Join('\n', faults));
        Assert.Superset(new HashSet<string>(["/Work/EditTask", "/People/Sheets/Wishes", "/Placements/Terms", "/Scans/Question"]), conflicts.ToHashSet());
    }

    private static async Task LookAsAsync(IBrowser browser, string address, IGrouping<string?, PageSample> account, HashSet<PageSample> first, ConcurrentBag<string> conflicts, ConcurrentQueue<string> faults)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = Desk, Height = 900 },
            ColorScheme = ColorScheme.Light,
        });
        await context.AddInitScriptAsync(Looks);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message, page, faults);
        if (account.Key is not null)
            await page.SignInAsync(account.Key);
        foreach (var sample in account.Where(s => !s.Address.EndsWith(".ics", StringComparison.Ordinal)))
        {
            var what = sample.ToString();
            await page.GotoAsync(sample.Address);
            if (first.Contains(sample) || LongRun.IsOn)
                await LookAsync(page, what, Desk, ColorScheme.Light, faults);
            if (first.Contains(sample))
                await LookCloselyAsync(page, what, faults);
            await page.SetViewportSizeAsync(Phone, 900);
            await LookAsync(page, what, Phone, ColorScheme.Light, faults);
            await page.SetViewportSizeAsync(Desk, 900);
            if (first.Contains(sample) || LongRun.IsOn)
                await SubmitEmptyAsync(page, sample, faults);
            if (first.Contains(sample) && await SubmitStaleAsync(page, sample, faults))
                conflicts.Add(sample.Page);
        }

        await page.GotoAsync("/hulp");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        if (await page.EvaluateAsync<string>("document.activeElement.id") != "inhoud")
            faults.Enqueue($"{account.Key ?? "nobody"}: the skip link does not go to the content");
    }

    /// <summary>The same page by keyboard, in dark, in forced colours and on paper: all of it is the same answer, so the page is not asked again.</summary>
    private static async Task LookCloselyAsync(IPage page, string what, ConcurrentQueue<string> faults)
    {
        await WalkAsync(page, await page.EvaluateAsync<int>("looks.keyboard()"));
        await NoteAsync(page, what, "walked", faults);

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await LookAsync(page, what, Desk, ColorScheme.Dark, faults);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await KeepPictureAsync(page, "forced-" + what, Desk, ColorScheme.Dark);
        await NoteAsync(page, what, "forced", faults);

        // On paper, from a screen that is dark: that stays on the screen.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, Media = Media.Print });
        await page.SetViewportSizeAsync(Paper, 900);
        await KeepPictureAsync(page, "print-" + what, Paper, ColorScheme.Dark);
        await NoteAsync(page, what, "print", faults);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Screen });
    }

    /// <summary>Real presses of the Tab key. All are sent at once, because the browser takes them in order: waiting for each answer costs twice the time.</summary>
    private static async Task WalkAsync(IPage page, int keys)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await Task.WhenAll(Enumerable.Range(0, keys).SelectMany(_ => Press).Select(type => session.SendAsync(
            "Input.dispatchKeyEvent",
            new Dictionary<string, object> { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 })));
        await session.DetachAsync();
    }

    private static async Task NoteAsync(IPage page, string what, string look, ConcurrentQueue<string> faults)
    {
        foreach (var fault in await page.EvaluateAsync<string[]>($"looks.{look}()"))
            faults.Enqueue($"{what} ({look}): {fault}");
    }

    private static string ReadLooks()
    {
        using var reader = new StreamReader(typeof(PageChecks).Assembly.GetManifestResourceStream("page-looks.js")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex AnyId();

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

    /// <summary>Sends other answers from a form that is out of date: the page with both values at each field, and a box to choose, is accessible too.</summary>
    /// <returns>Whether the page has such a form, and it showed a stored value.</returns>
    private static async Task<bool> SubmitStaleAsync(IPage page, PageSample sample, ConcurrentQueue<string> faults)
    {
        await page.GotoAsync(sample.Address);
        if (!await page.EvaluateAsync<bool>("looks.makeStale()"))
            return false;
        await page.Locator("[data-press]").ClickAsync();
        await page.WaitForLoadStateAsync();
        if (await page.Locator(".pw-stored").CountAsync() == 0)
            return false;
        await LookAsync(page, $"{sample} stale", Desk, ColorScheme.Light, faults);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await LookAsync(page, $"{sample} stale", Desk, ColorScheme.Dark, faults);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Phone, 900);
        await LookAsync(page, $"{sample} stale", Phone, ColorScheme.Light, faults);
        await page.SetViewportSizeAsync(Desk, 900);
        return true;
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
            var options = new AxeRunOptions { ResultTypes = [ResultType.Violations], Rules = TargetsToo };
            if (scheme == ColorScheme.Dark)
                options = new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
            foreach (var violation in (await page.RunAxe(options)).Violations)
                faults.Enqueue($"{what} ({scheme}): {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}");
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0)
            faults.Enqueue($"{what}: {overflow} px too wide");
    }

    /// <summary>Chromium logs an answer of 422 as an error of its own, and so the status of a page that tells of a fault; those lines, and only those, are no fault.</summary>
    private static void Note(IConsoleMessage message, IPage page, ConcurrentQueue<string> faults)
    {
        if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal) && !IsStatusOf(page.Url, message.Text))
            faults.Enqueue($"{page.Url}: console: {message.Text}");

        static bool IsStatusOf(string url, string text) => url.Split("/fout/") is [_, var status] && text.Contains($"status of {status} ", StringComparison.Ordinal);
    }
}
