namespace Marketplace.Testing;

/// <summary>What <c>./test --long</c> asks: MARKETPLACE_LONG is 1. The one place that reads it.</summary>
public static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("MARKETPLACE_LONG") == "1";

    /// <summary>Generated inputs that every parser gets.</summary>
    public static int Inputs => IsOn ? 100_000 : 2_000;

    /// <summary>Races of two writers.</summary>
    public static int Races => IsOn ? 10_000 : 900;

    /// <summary>Questions of which two answers are compared.</summary>
    public static int Questions => IsOn ? 2_000 : 200;
}
