using System.Text.RegularExpressions;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>The page about security says nothing of tests that are not there, and forgets no requirement of ASVS 5.0.0 up to level 2.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(StoredFile.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_that_it_names_exists()
    {
        var tests = typeof(SecurityPageTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet();
        var named = TestName().Matches(Page).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 30, $"Only {named.Count} tests are named.");
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Every_requirement_up_to_level_2_stands_there_once_with_a_test_or_why_not()
    {
        var rows = Row().Matches(Page).Select(m => (Number: m.Groups[1].Value, Level: m.Groups[2].Value, How: m.Groups[3].Value, Test: m.Groups[4].Value)).ToList();

        Assert.Equal(Requirements.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Numbers), rows.Select(r => r.Number));
        Assert.Equal((70, 183), (rows.Count(r => r.Level == "1"), rows.Count(r => r.Level == "2")));
        Assert.All(rows, r => Assert.True(r.How.Trim().Length > 2 && (r.Test is "not covered" or "not used" || TestName().IsMatch(r.Test)), r.Number));
    }

    [Fact]
    public void Its_counts_are_those_of_its_lines()
    {
        var rows = Row().Matches(Page).Select(m => (Level: m.Groups[2].Value, Test: m.Groups[4].Value)).ToList();
        foreach (var level in new[] { "1", "2" })
        {
            var (not, unused) = (rows.Count(r => r.Level == level && r.Test == "not covered"), rows.Count(r => r.Level == level && r.Test == "not used"));
            Assert.Contains($"| {level} | {rows.Count(r => r.Level == level) - not - unused} | {not} | {unused} |", Page, StringComparison.Ordinal);
        }
    }

    /// <summary>Every page that lets somebody in, found by what it calls.</summary>
    [Fact]
    public void The_ways_in_are_those_that_it_names()
    {
        var pages = Path.Combine(StoredFile.Root, "src", "Marketplace.Web", "Pages");
        var entering = Directory.EnumerateFiles(pages, "*.cshtml.cs", SearchOption.AllDirectories).Where(f => Enters().IsMatch(File.ReadAllText(f)))
            .Select(f => Regex.Match(File.ReadAllText(f[..^3]), "@page \"([^\"]+)\"").Groups[1].Value);
        var section = Page[Page.IndexOf("### Ways in", StringComparison.Ordinal)..Page.IndexOf("A mailed link for a new password", StringComparison.Ordinal)];
        var named = section.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).SelectMany(l => Regex.Matches(l.Split('|')[1], "`([^`]+)`").Select(m => m.Groups[1].Value));

        Assert.Equal(entering.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    /// <summary>Every section with its last number up to level 2; those of level 3 come behind these.</summary>
    private const string Requirements =
        "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 "
        + "5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 "
        + "9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 "
        + "13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 "
        + "17.3:2 ";

    private static IEnumerable<string> Numbers(string section) =>
        Enumerable.Range(1, int.Parse(section.Split(':')[1])).Select(n => $"{section.Split(':')[0]}.{n}");

    [GeneratedRegex(@"`([A-Z]\w+Tests)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"entrance\.EnterAsync\(|\.SignIn\w*Async\(|key\.Give\(")]
    private static partial Regex Enters();

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| (\d) \| [^|]+ \| ([^|]+) \| ([^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
