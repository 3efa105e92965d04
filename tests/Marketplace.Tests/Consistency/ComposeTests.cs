using System.Diagnostics;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>The larger size, as far as it can be looked at without starting it.</summary>
public sealed class ComposeTests
{
    [Fact]
    public async Task Docker_compose_reads_the_file()
    {
        Assert.SkipUnless((await ComposeAsync("version")).ExitCode == 0, "No docker compose: infra/compose.yaml is not read by it here.");

        var (exitCode, said) = await ComposeAsync("-f", Path.Combine(StoredFile.Root, "infra", "compose.yaml"), "config", "--quiet");

        Assert.True(exitCode == 0, said);
    }

    private static async Task<(int ExitCode, string Said)> ComposeAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker", ["compose", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DATABASE_PASSWORD"] = "for-a-test";
        try
        {
            using var process = Process.Start(start)!;
            var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await said + await wrong);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "There is no docker.");
        }
    }
}
