using Xunit;

namespace Marketplace.Tests.Consistency;

public class RulesPageTests
{
    /// <summary>Run with MARKETPLACE_REWRITE=1 to write the page anew after a change of figures or schemes.</summary>
    [Fact]
    public void The_page_of_rules_is_current()
    {
        var file = Path.Combine(Root(), "docs", "rules.md");
        var page = RulesPage.Write();
        if (Environment.GetEnvironmentVariable("MARKETPLACE_REWRITE") == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(page, File.ReadAllText(file), ignoreLineEndingDifferences: true);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Marketplace.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie below the solution.");
        }

        return folder.FullName;
    }
}
