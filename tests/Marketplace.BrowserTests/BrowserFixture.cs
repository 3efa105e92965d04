using Marketplace.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Marketplace.BrowserTests.BrowserFixture))]

namespace Marketplace.BrowserTests;

/// <summary>One real Chromium for all browser tests; without one they are skipped with that reason.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The same engine without windows: half the time.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string Chromium => Environment.GetEnvironmentVariable("MARKETPLACE_CHROMIUM") ?? (File.Exists(Shell) ? Shell : "/usr/bin/chromium");

    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"No Chromium at {Chromium}: install Debian's package chromium, or set MARKETPLACE_CHROMIUM.");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true, Args = Flags });
    }

    /// <summary>The real program on a real port, with a clock that the test moves.</summary>
    public static string Start(TestSite site)
    {
        site.UseKestrel(0);
        site.StartServer();
        return site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
