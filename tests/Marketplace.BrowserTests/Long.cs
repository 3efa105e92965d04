namespace Marketplace.BrowserTests;

/// <summary>Walks that take many minutes run only when they are asked for: <c>./test --long</c>.</summary>
internal static class Long
{
    public static bool IsAsked => Environment.GetEnvironmentVariable("MARKETPLACE_LONG") == "1";
}
