using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Jobs;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>
/// The program helps and never enforces: there is no table, column, role, page, file, command or line of the log for sanctions, and no place for a BSN. A word of the law in a
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

    /// <summary>Every page of every role, whole: its text, what stands in attributes, its fields; and every file that one of them offers.</summary>
    [Fact]
    public async Task No_page_and_no_file_of_any_role_shows_or_asks_it()
    {
        using var site = new TestSite();
        var planned = await site.WithAsync(db => db.Introductions
            .Where(i => i.State == IntroductionState.Planned && db.Users.Any(u => u.Id == i.CoachId && u.Email == "jobcoach@demo.example")).Select(i => i.ProposalId).FirstAsync());
        List<PageSample> samples = [.. await PageSamples.MakeAsync(site), new("/Proposals/Calendar", "jobcoach", $"/voorstellen/{planned}/kennismaking.ics")];
        var (found, kinds, read) = (new List<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var account in samples.GroupBy(s => s.Account))
        {
            using var visitor = account.Key is null ? site.Visitor() : await site.SignedInAsync(account.Key);
            foreach (var sample in account)
            {
                var page = await visitor.OpenAsync(sample.Address);
                Look(sample.ToString(), visitor, page);
                foreach (var address in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Where(IsFile).ToList())
                {
                    if (read.Add($"{account.Key} {address}"))
                        Look($"{account.Key} {address}", visitor, await visitor.OpenAsync(address));
                }
            }
        }

        Assert.Empty(found);
        Assert.Equal(["text/calendar", "text/csv", "text/html"], kinds.Order(StringComparer.Ordinal));
        Assert.Contains(read, address => address.EndsWith("handler=Fouten", StringComparison.Ordinal));
        Assert.Contains(read, address => address.EndsWith("handler=Voorbeeld", StringComparison.Ordinal));

        void Look(string what, WebVisitor visitor, IHtmlDocument page)
        {
            Assert.Equal((what, HttpStatusCode.OK), (what, visitor.Status));
            var kind = visitor.Last!.Content.Headers.ContentType!.MediaType!;
            kinds.Add(kind);

            // The fine for an employer who reports late is a figure of law, and nothing that is kept of anybody.
            var isPage = kind == "text/html";
            var text = (isPage ? Words(page) : visitor.Html).Replace("boete hoogstens €", "", StringComparison.Ordinal);
            var names = isPage ? string.Join(' ', page.QuerySelectorAll("input, select, textarea").Select(f => f.GetAttribute("name"))) : text;
            if (Enforcement().IsMatch(text) || Bsn().IsMatch(names))
                found.Add($"{what}: {Enforcement().Match(text).Value}{Bsn().Match(names).Value}");
        }
    }

    /// <summary>What the commands write, as their contract has it, and the shape of what they read.</summary>
    [Fact]
    public void No_command_writes_or_asks_it()
    {
        var files = Directory.EnumerateFiles(Path.Combine(StoredFile.Root, "tests", "Marketplace.Tests", "Contracts"), "*.json")
            .Where(f => f.EndsWith(".out.json", StringComparison.Ordinal) || f.EndsWith(".schema.json", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count >= 8);
        Assert.All(files, file => Assert.False(Enforcement().IsMatch(File.ReadAllText(file)) || Bsn().IsMatch(File.ReadAllText(file)), file));
    }

    /// <summary>Words of the log and of the meters, names of jobs, and every code of a list: what is written beside the database.</summary>
    [Fact]
    public void No_line_of_the_log_no_meter_no_job_and_no_code_is_about_it()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(StoredFile.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var said = sources.SelectMany(source => Said().Matches(source).Select(m => m.Value)).ToList();
        var codes = typeof(Role).Assembly.GetTypes().Where(t => t.IsEnum).SelectMany(t => Enum.GetNames(t).Append(t.Name)).ToList();
        Assert.DoesNotContain(said, word => Bsn().IsMatch(word));
        string[] all = [.. said, .. codes, .. JobList.All.Select(j => j.Name)];

        Assert.True(said.Count > 10 && codes.Count > 200);
        Assert.DoesNotContain(all, word => Enforcement().IsMatch(word));
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

    /// <summary>A link to something that is no page.</summary>
    private static bool IsFile(string address) => address.Contains("handler=", StringComparison.Ordinal) || address.EndsWith(".ics", StringComparison.Ordinal) || address.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>The text of a page, with what a screen reader or a pointer gets beside it.</summary>
    private static string Words(IHtmlDocument page) => string.Join('\n', page.QuerySelectorAll("*")
        .SelectMany(e => new[] { "title", "alt", "aria-label", "placeholder", "content", "value", "href" }.Select(e.GetAttribute)).OfType<string>()
        .Prepend(page.Body!.TextContent).Prepend(page.Title ?? ""));

    /// <summary>A line of the log, or the name of a meter or of a count.</summary>
    [GeneratedRegex("""(?<=\[LoggerMessage\([^\]]*Message = )".*?"(?=\))|(?<=Create(?:Counter|Histogram|UpDownCounter|ObservableGauge)(?:<\w+>)?\()[^)]*|(?<=MeterName = )".*?"(?=;)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"^\| (`.*`) \| (.*?) \|")]
    private static partial Regex Row();
}
