using System.Text.RegularExpressions;
using Marketplace.Jobs.Mail;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Testing;
using Marketplace.Web.Hosting;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>docs/operations.md has every setting that the program reads, and lists every other program that it speaks with.</summary>
public sealed partial class SettingsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(StoredFile.Root, "docs", "operations.md"));

    [Fact]
    public void Every_setting_that_is_named_in_the_code_stands_on_the_page()
    {
        var named = Directory.EnumerateFiles(Path.Combine(StoredFile.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => SettingName().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Concat(Of(typeof(MailOptions), "Mail")).Concat(Of(typeof(SearchSettings), SearchSettings.Section)).Distinct().ToList();
        Assert.True(named.Count > 30, string.Join(' ', named));

        Assert.Empty(named.Except(Documented()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_it_speaks_with_is_every_setting_that_holds_the_address_of_a_server()
    {
        string[] servers =
        [
            "ConnectionStrings:Marketplace", TelemetryExport.Endpoint,
            .. Of(typeof(MailOptions), "Mail").Concat(Of(typeof(SearchSettings), SearchSettings.Section)).Where(name => name.EndsWith("Host", StringComparison.Ordinal) || name.EndsWith("Url", StringComparison.Ordinal)),
        ];
        var section = Page[Page.IndexOf("## What it speaks with", StringComparison.Ordinal)..Page.IndexOf("## Other settings", StringComparison.Ordinal)];

        Assert.Equal(4, servers.Length);
        Assert.Equal(servers.Order(StringComparer.Ordinal), Row().Matches(section).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    /// <summary>Settings of a section by its class; what can be written there can be set.</summary>
    private static IEnumerable<string> Of(Type type, string section) => type.GetProperties().Where(p => p.SetMethod?.IsPublic == true)
        .SelectMany(p => p.PropertyType.DeclaringType == type ? Of(p.PropertyType, $"{section}:{p.Name}") : [$"{section}:{p.Name}"]);

    /// <summary>Names in the first column; a name that begins with a colon goes on from the one before.</summary>
    private static HashSet<string> Documented()
    {
        var names = new HashSet<string>(Row().Matches(Page).Select(m => m.Groups[1].Value));
        foreach (var line in Page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)))
        {
            var before = "";
            foreach (var name in Name().Matches(line.Split('|')[1]).Select(m => m.Groups[1].Value))
                names.Add(before = name.StartsWith(':') ? before[..before.LastIndexOf(':')] + name : name);
        }

        return names;
    }

    /// <summary>A setting as it stands in code: words with colons, or the name of the connection string.</summary>
    [GeneratedRegex(@"(?:\[|GetValue(?:<[^>]+>)?\(|Bucket\(\w+, |UseSetting\()""([A-Z]\w+(?::[A-Z]\w+)+)""")]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^\| [^|`]+ \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
