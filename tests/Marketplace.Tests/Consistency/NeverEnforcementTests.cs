using System.Text.RegularExpressions;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>
/// The program helps and never enforces: there is no table, column, role or page for sanctions, and no place for a BSN. A word of the law in a
/// sentence that explains is something else; these are the names of what is kept and shown.
/// </summary>
public sealed partial class NeverEnforcementTests
{
    [Fact]
    public async Task No_table_or_column_is_about_sanctions_or_holds_a_bsn()
    {
        using var site = new TestSite(empty: true, environment: "Production");
        var names = await site.WithAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(t => t.GetProperties().Select(p => $"{t.GetTableName()}.{p.GetColumnName()}")).ToList()));

        Assert.True(names.Count > 300);
        Assert.DoesNotContain(names, name => Enforcement().IsMatch(name) || Bsn().IsMatch(name));
    }

    [Fact]
    public void No_role_is_about_enforcement() => Assert.DoesNotContain(Enum.GetNames<Role>(), name => Enforcement().IsMatch(name));

    [Fact]
    public async Task No_page_of_any_role_shows_or_asks_it()
    {
        using var site = new TestSite();
        var samples = await PageSamples.MakeAsync(site);
        var found = new List<string>();
        foreach (var account in samples.GroupBy(s => s.Account))
        {
            using var visitor = account.Key is null ? site.Visitor() : await site.SignedInAsync(account.Key);
            foreach (var sample in account.Where(s => !s.Address.EndsWith(".ics", StringComparison.Ordinal)))
            {
                var page = await visitor.OpenAsync(sample.Address);
                var fields = page.QuerySelectorAll("main input, main select, main textarea").Select(f => f.GetAttribute("name") ?? "");

                // The fine for an employer who reports late is a figure of law, and nothing that is kept of anybody.
                var text = (page.QuerySelector("main")?.TextContent ?? "").Replace("boete hoogstens €", "", StringComparison.Ordinal);
                if (Enforcement().IsMatch(text) || fields.Any(name => Bsn().IsMatch(name)))
                    found.Add($"{sample}: {Enforcement().Match(text).Value}");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Every_table_has_a_term_or_a_reason()
    {
        using var site = new TestSite(empty: true, environment: "Production");
        var tables = await site.WithAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList()));
        var rows = File.ReadLines(Path.Combine(StoredFile.Root, "docs", "retention.md")).Select(line => Row().Match(line)).Where(m => m.Success)
            .SelectMany(m => m.Groups[1].Value.Split(", ").Select(name => (Name: name.Trim('`'), Term: m.Groups[2].Value.Trim()))).ToList();

        Assert.Equal(tables, rows.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.True(row.Term.Length > 3, $"{row.Name} has no term."));
    }

    [GeneratedRegex("sanctie|sanction|boete|handhav|enforce|fraude|fraud|verwijtbaar|terugvorder|strafkorting|penalt", RegexOptions.IgnoreCase)]
    private static partial Regex Enforcement();

    [GeneratedRegex("bsn|burgerservice|citizenservice|sofinummer", RegexOptions.IgnoreCase)]
    private static partial Regex Bsn();

    [GeneratedRegex(@"^\| (`.*`) \| (.*?) \|")]
    private static partial Regex Row();
}
