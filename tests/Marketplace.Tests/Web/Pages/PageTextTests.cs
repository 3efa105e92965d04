using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Testing;
using Marketplace.Tests.Data.Seeding;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Marketplace.Tests.Web.Pages;

/// <summary>A page as it came over HTTP.</summary>
/// <param name="What">Who saw which page, and how it was reached.</param>
/// <param name="Inside">Where the names of the law are said: to those who arrange it, not to an employer or a visitor about a person.</param>
public sealed record ReadPage(string What, bool Inside, IHtmlDocument Document)
{
    /// <summary>The lines of the page: what one reads in one go, with the texts of attributes that are read out.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. PageLines.Of(Document)];
}

/// <summary>
/// Every page as it came: fresh, and with the errors of every form that is sent empty or with nonsense in it. On a site of its own,
/// because what is sent may be kept.
/// </summary>
public sealed class ReadPages : IAsyncLifetime
{
    /// <summary>The adviser of employers reads what kind of work a job is; an employer reads it only at the contract.</summary>
    private static readonly string[] Insiders = ["adviseur", "consulent", "jobcoach", "beheer", "beleid"];

    /// <summary>Explains the schemes of the law by their names, about nobody.</summary>
    private const string NamesTheLaw = "/ZoRekenenWij";

    private readonly TestSite _site = new();
    private readonly List<ReadPage> _pages = [];

    public IReadOnlyList<ReadPage> Pages => _pages;

    /// <summary>Texts of more than one word that stand in the database, longest first: somebody wrote them, the page only shows them.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var samples = await PageSamples.MakeAsync(_site);
        foreach (var account in samples.Concat(PageSamples.Faults).Where(s => !s.Address.EndsWith(".ics", StringComparison.Ordinal)).GroupBy(s => s.Account))
        {
            using var visitor = account.Key is null ? _site.Visitor() : await _site.SignedInAsync(account.Key);
            var forms = new List<(PageSample Sample, IHtmlFormElement Form)>();
            foreach (var sample in account)
            {
                var page = await visitor.OpenAsync(sample.Address);
                Keep(sample, "", page);
                forms.AddRange(page.QuerySelectorAll("main form[method=post]:has(.utrecht-form-field)").OfType<IHtmlFormElement>().Select(form => (sample, form)));
            }

            // All of it is read before anything is sent: a form that is accepted may take rows of another page away.
            foreach (var (sample, form) in forms)
            {
                foreach (var typed in new[] { "", "x" })
                    await SendAsync(visitor, sample, form, typed);
            }
        }

        Written = await WrittenAsync(_site.Database["Database:File"]);
    }

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SendAsync(WebVisitor visitor, PageSample sample, IHtmlFormElement form, string typed)
    {
        var changes = form.Elements.OfType<IHtmlElement>().Select<IHtmlElement, (string Name, string? Value)?>(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", Name: { } name } => (name, null),
            IHtmlInputElement { Type: "text" or "email" or "password" or "search" or "tel", Name: { } name } => (name, typed),
            IHtmlTextAreaElement { Name: { } name } => (name, typed),
            _ => null,
        }).OfType<(string, string?)>().ToArray();
        var button = form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault();
        if (string.IsNullOrEmpty(form.GetAttribute("action")))
            form.SetAttribute("action", sample.Address);
        var page = await visitor.PostAsync(form, button, changes);
        if (visitor.Status == HttpStatusCode.UnprocessableEntity)
            Keep(sample, typed.Length == 0 ? " sent empty" : " sent with nonsense", page);
    }

    private void Keep(PageSample sample, string how, IHtmlDocument page) =>
        _pages.Add(new ReadPage($"{sample} {(sample.Page == "/Fout/Index" || sample.Page == "/Scans/Question" ? sample.Address : "")}{how}", Insiders.Contains(sample.Account) || sample.Page == NamesTheLaw, page));

    private static async Task<IReadOnlyList<string>> WrittenAsync(string file)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var tables = new List<string>();
        await foreach (var table in RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            tables.Add(table);
        foreach (var table in tables)
        {
            await foreach (var text in RowsAsync(connection, $"SELECT * FROM \"{table}\""))
                found.UnionWith(Texts(text));
        }

        return [.. found.OrderByDescending(t => t.Length)];
    }

    private static async IAsyncEnumerable<string> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is string text)
                    yield return text;
            }
        }
    }

    /// <summary>The text, or those inside it when it is JSON, when it is more than one word.</summary>
    private static IEnumerable<string> Texts(string text)
    {
        if (text.StartsWith('[') || text.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(text);
            return [.. Inside(json.RootElement)];
        }

        return text.Contains(' ', StringComparison.Ordinal) ? [PageLines.Squeeze(text)] : [];

        static IEnumerable<string> Inside(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Inside(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Inside),
            JsonValueKind.String => Texts(element.GetString()!),
            _ => [],
        };
    }
}

/// <summary>Cuts a page into the lines that somebody reads in one go.</summary>
internal static partial class PageLines
{
    private static readonly HashSet<string> Inline = ["A", "ABBR", "B", "CODE", "EM", "I", "MARK", "SPAN", "STRONG", "TIME"];
    private static readonly HashSet<string> Silent = ["SCRIPT", "STYLE", "SVG", "META", "LINK"];
    private static readonly string[] Spoken = ["aria-label", "placeholder", "alt", "title", "data-offline", "data-fault", "data-expired", "data-busy"];

    public static IEnumerable<string> Of(IHtmlDocument page)
    {
        var lines = new List<string> { page.Title ?? "" };
        var line = new List<string>();
        Walk(page.Body!);
        End();
        return lines.Concat(page.All.SelectMany(e => Spoken.Select(e.GetAttribute)).OfType<string>()).Select(Squeeze).Where(l => l.Length > 0);

        void Walk(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                    Add(text.Data);
                if (child is not IElement element || Silent.Contains(element.TagName.ToUpperInvariant()))
                    continue;
                var apart = !Inline.Contains(element.TagName) || element.ClassList.Contains("pw-sr") || element.ClassList.Contains("pw-line");
                if (apart)
                    End();
                Walk(element);
                if (apart)
                    End();
            }
        }

        // Two words without anything between them are not one word: the style sheet sets them apart.
        void Add(string text)
        {
            if (text.Length > 0 && char.IsLetterOrDigit(text[0]) && line is [.., { Length: > 0 } last] && char.IsLetterOrDigit(last[^1]))
                End();
            line.Add(text);
        }

        void End()
        {
            lines.Add(string.Concat(line));
            line.Clear();
        }
    }

    public static string Squeeze(string text) => White().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}

/// <summary>What holds for the words of every page and for every page without script, without anyone remembering it.</summary>
public sealed partial class PageTextTests(ReadPages read) : IClassFixture<ReadPages>
{
    private const int MostWords = 15;

    /// <summary>ux.md §5: said inside, never to an employer or a visitor.</summary>
    private static readonly string[] OnlyInside = ["loonwaarde", "niveau", "capaciteit", "beschut", "banenafspraak"];

    /// <summary>Written by their makers as a program writes.</summary>
    private static readonly string[] Names = ["GitHub", "JavaScript", "VoiceOver"];

    private static readonly string[] English =
        ["the", "and", "with", "your", "please", "required", "invalid", "field", "value", "must", "submit", "save", "delete", "search", "next", "previous", "null", "true", "false", "error", "unknown"];

    [Fact]
    public void Forms_that_are_sent_wrong_are_read_too() =>
        Assert.True(read.Pages.Count(p => p.What.Contains("sent", StringComparison.Ordinal)) > 60, "Few pages with errors were read.");

    [Fact]
    public void No_page_holds_a_word_that_is_never_on_screen() =>
        None(page => Ours(page, line => DemoContentTests.Forbidden.Where(w => !page.Inside || !OnlyInside.Contains(w)).Where(w => DemoContentTests.Holds(line, w))));

    [Fact]
    public void No_sentence_of_ours_is_longer_than_fifteen_words() =>
        None(page => Ours(page, line => SentenceEnd().Split(line).Where(s => Words(s) > MostWords).Select(s => $"{Words(s)} words")));

    [Fact]
    public void No_page_shows_what_is_meant_for_the_program() =>
        None(page => Ours(page, line => ForTheProgram().Matches(line).Select(m => m.Value).Except(Names).Concat(English.Where(w => DemoContentTests.Holds(line, w)))));

    [Fact]
    public void Every_page_works_without_script() => None(NeedsScript);

    /// <summary>What is found in the lines of a page, but not in what somebody wrote: that is shown as it was written.</summary>
    private IEnumerable<string> Ours(ReadPage page, Func<string, IEnumerable<string>> find) =>
        from line in page.Lines
        where find(line).Any()
        from found in find(read.Written.Aggregate(line, (left, written) => left.Replace(written, "…", StringComparison.Ordinal)))
        select $"{found}: {line}";

    private static int Words(string sentence) => sentence.Split(' ').Count(w => w.Any(char.IsLetterOrDigit) || w.Contains('…', StringComparison.Ordinal));

    private static IEnumerable<string> NeedsScript(ReadPage page)
    {
        var document = page.Document;
        foreach (var form in document.QuerySelectorAll("form").OfType<IHtmlFormElement>().Where(f => !f.Elements.Any(e => e is IHtmlButtonElement { Type: "submit" })))
            yield return $"a form without a button that sends it: {Start(form)}";
        foreach (var control in document.QuerySelectorAll("input, select, textarea, button").Where(e => e is IHtmlInputElement { Form: null } or IHtmlSelectElement { Form: null } or IHtmlTextAreaElement { Form: null } or IHtmlButtonElement { Form: null }))
            yield return $"a control without a form: {Start(control)}";
        foreach (var element in document.QuerySelectorAll("button[type=button], input[type=button], [hidden], [onclick], a:not([href]), a[href='#'], a[href^='javascript'], [role=button]:not(button)"))
            yield return $"only script does something here: {Start(element)}";
        foreach (var element in document.QuerySelectorAll("[hx-get], [hx-post]").Where(e => e is not (IHtmlFormElement or IHtmlAnchorElement) && e.Closest("form") is null))
            yield return $"no form and no link: {Start(element)}";
        foreach (var element in document.QuerySelectorAll("details").Where(d => d.FirstElementChild?.LocalName != "summary"))
            yield return $"cannot be opened: {Start(element)}";
        foreach (var element in document.QuerySelectorAll("main :is(div, section, ul, ol, table, p, dl):not(:has(*))").Where(e => string.IsNullOrWhiteSpace(e.TextContent) && !e.HasAttribute("role") && !e.HasAttribute("aria-hidden")))
            yield return $"empty until script fills it: {Start(element)}";
    }

    private static string Start(IElement element) => PageLines.Squeeze(element.OuterHtml)[..Math.Min(140, PageLines.Squeeze(element.OuterHtml).Length)];

    /// <summary>The same fault on many pages is one line, with the first page that has it.</summary>
    private void None(Func<ReadPage, IEnumerable<string>> faults)
    {
        var found = read.Pages.SelectMany(page => faults(page).Select(fault => (page.What, Fault: fault))).DistinctBy(f => f.Fault).Select(f => $"{f.What}: {f.Fault}").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The end of a sentence, of an item of a list on one line, of a value that an import takes.</summary>
    [GeneratedRegex(@"(?<=[.?!:;][”’)]?) | · | \| ")]
    private static partial Regex SentenceEnd();

    /// <summary>A place of a format, a day or amount as a computer writes it, a name of code.</summary>
    [GeneratedRegex(@"\{\d+\}|\b\d{4}-\d{2}-\d{2}\b|€ ?[\d.]*\.\d{1,2}(?!\d)|(?<!\d)\d+\.\d uur|\b[A-Za-z]?[a-z]+[A-Z][a-z]+\w*|\b[a-z]+_[a-z]+\b|\bSystem\.")]
    private static partial Regex ForTheProgram();
}
