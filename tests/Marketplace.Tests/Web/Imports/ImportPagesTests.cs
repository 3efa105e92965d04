using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Imports;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Marketplace.Tests.Web.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Marketplace.Tests.Web.Imports;

/// <summary>An import in the browser, from the template to taking it back.</summary>
public sealed class ImportPagesTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_consultant_looks_takes_fetches_the_bad_rows_mends_them_and_takes_everything_back()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var (people, faults) = (await CountAsync(), ImportSamples.File(ImportKind.People, good: 7, bad: 2));

        await consultant.UploadAsync("/import", "In.File", faults);
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        var address = consultant.Location!;
        var page = await consultant.OpenAsync(address);
        Assert.Equal("Wij lezen uw lijst", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("noscript meta[http-equiv=refresh]"));
        Assert.Equal("every 2s", page.QuerySelector("#import")!.GetAttribute("hx-trigger"));

        await _site.RunJobAsync(nameof(RunImports));
        page = await consultant.OpenAsync(address);
        Assert.Equal("Kijk na wat wij lezen", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("#import")!.GetAttribute("hx-get"));
        Assert.Equal(["2", "3", "4", "5", "6"], page.QuerySelectorAll("[aria-labelledby=goed-kop] tbody th").Select(c => c.TextContent));
        Assert.Contains("Quirinab", page.QuerySelector("[aria-labelledby=goed-kop] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["9|postcode|Deze postcode bestaat niet. Kijk de cijfers na.", "10|postcode|Deze postcode bestaat niet. Kijk de cijfers na."],
            page.QuerySelectorAll("[aria-labelledby=fouten-kop] tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
        Assert.Equal(people, await CountAsync());

        await consultant.PressAsync(page, "Neem 7 kandidaten over");
        Assert.Equal(address, consultant.Location);
        Assert.Equal("Wij nemen de rijen over", (await consultant.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        await _site.RunJobAsync(nameof(RunImports));
        page = await consultant.OpenAsync(address);
        Assert.Equal("De rijen zijn overgenomen", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(people + 7, await CountAsync());

        // The bad rows come as a file, are mended, and come back.
        await consultant.OpenAsync($"{address}?handler=Fouten");
        Assert.Equal("text/csv", consultant.Last!.Content.Headers.ContentType!.MediaType);
        Assert.True(consultant.Last.Headers.CacheControl!.NoStore);
        var mended = consultant.Html.Replace("1000 AA", "3311 AB", StringComparison.Ordinal);
        await consultant.UploadAsync("/import", "In.File", Encoding.UTF8.GetBytes(mended));
        await _site.RunJobAsync(nameof(RunImports));
        Assert.Contains("Neem 2 kandidaten over", (await consultant.OpenAsync(consultant.Location!)).Body!.TextContent, StringComparison.Ordinal);

        await consultant.PressAsync(page, "Draai 7 kandidaten terug");
        await _site.RunJobAsync(nameof(RunImports));
        Assert.Equal("De lijst is teruggedraaid", (await consultant.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.Equal(people, await CountAsync());
    }

    [Fact]
    public async Task What_somebody_works_with_is_not_taken_back_and_the_page_says_so()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var address = await TakenAsync(consultant, ImportSamples.File(ImportKind.People, 2));
        var person = await _site.WithAsync(async db => (await db.ImportedRows.FirstAsync()).EntityId);
        await consultant.PostAsync($"/kandidaten/{person}/profiel/reizen", "Bewaar", ("In.Modes", "car"), ("In.MaxMinutes", "30"));
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);

        var page = await consultant.PressAsync(await consultant.OpenAsync(address), "Draai 2 kandidaten terug");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        Assert.Contains("Iemand werkt al met een deel van deze rijen.", page.Errors(), StringComparison.Ordinal);
        Assert.Equal(ImportState.Taken, await _site.WithAsync(db => db.Imports.Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task An_employer_brings_tasks_and_the_adviser_asks_about_what_has_no_example()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var file = string.Join('\n', ImportSamples.Lines(ImportKind.Tasks, 2).Append(ImportSamples.Task("R3", "Kratten tellen uit een lijst", example: "geen")));

        await TakenAsync(employer, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(file.Replace(';', ',')));

        await _site.WithAsync(async db =>
        {
            var task = await db.WorkTasks.SingleAsync(t => t.Name == "Kratten tellen uit een lijst");
            Assert.False(task.IsAsked);
            Assert.True(await db.OpenSteps.AnyAsync(s => s.TaskId == task.Id && s.DoneAt == null));
            Assert.Equal(2, await db.ImportedRows.CountAsync(r => db.WorkTasks.Any(t => t.Id == r.EntityId && t.ExampleCode == "dozen-vouwen" && t.State == TaskState.Listed)));
        });
    }

    [Fact]
    public async Task An_adviser_chooses_the_employer_of_the_region()
    {
        using var adviser = await _site.SignedInAsync("adviseur");
        var employer = await _site.WithAsync(db => db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.OrganisationId).SingleAsync());
        var page = await adviser.UploadAsync("/import", "In.File", ImportSamples.File(ImportKind.Tasks, 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, adviser.Status);
        Assert.Contains("Kies een werkgever uit de lijst.", page.Errors(), StringComparison.Ordinal);
        await adviser.UploadAsync("/import", "In.File", ImportSamples.File(ImportKind.Tasks, 1), fields: ("In.Employer", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, adviser.Status);

        await TakenAsync(adviser, ImportSamples.File(ImportKind.Tasks, 1), ("In.Employer", employer.ToString()));

        Assert.Equal(employer, await _site.WithAsync(db => db.ImportedRows.Where(r => db.WorkTasks.Any(t => t.Id == r.EntityId && t.OrganisationId == employer)).Select(r => r.OrganisationId).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_own_organisation_sees_an_import_or_its_bad_rows()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        await consultant.UploadAsync("/import", "In.File", ImportSamples.File(ImportKind.People, 1, bad: 1));
        var address = consultant.Location!;
        await _site.RunJobAsync(nameof(RunImports));
        var page = await consultant.OpenAsync(address);
        await _site.MoveConsultantAsync();

        await consultant.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, consultant.Status);
        await consultant.OpenAsync($"{address}?handler=Fouten");
        Assert.Equal(HttpStatusCode.NotFound, consultant.Status);
        await consultant.PressAsync(page, "Neem 1 kandidaat over");
        Assert.Equal(HttpStatusCode.NotFound, consultant.Status);
        Assert.DoesNotContain(address, (await consultant.OpenAsync("/import")).Body!.InnerHtml, StringComparison.Ordinal);
        using var employer = await _site.SignedInAsync("werkgever");
        await employer.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, employer.Status);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty", [], "Dit bestand is leeg." },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "Dit is geen CSV-bestand." },
        { "xlsx", [.. "PK"u8, 3, 4, 20, 0], "Dit is een bestand van Excel." },
        { "no header", "R1;Quirina;van Zonderdam;5-12-1990;3311 AB"u8.ToArray(), "De eerste rij is geen rij met onze kolommen." },
        { "wrong header", "kenmerk;voornaam\nR1;Quirina"u8.ToArray(), "Deze kolommen ontbreken: achternaam, geboortedatum, postcode." },
        { "no rows", Encoding.UTF8.GetBytes(ImportSamples.PeopleHeader), "Onder de eerste rij staat niets." },
        { "11 MB", new byte[11 * 1024 * 1024], "Dit bestand is te groot." },
        { "100 MB", new byte[100 * 1024 * 1024], "Dit bestand is te groot." },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_cannot_be_read_gives_a_clear_page_and_nothing_is_kept(string what, byte[] file, string sentence)
    {
        Assert.NotEmpty(what);
        using var consultant = await _site.SignedInAsync("consulent");

        var page = await consultant.UploadAsync("/import", "In.File", file);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        Assert.Equal("Lees kandidaten in", page.QuerySelector("h1")!.TextContent);
        Assert.Equal((0, 0), await _site.WithAsync(async db => (await db.Imports.CountAsync(), await db.ImportFiles.CountAsync())));
    }

    [Fact]
    public async Task A_form_without_a_file_asks_for_one()
    {
        using var consultant = await _site.SignedInAsync("consulent");

        var page = await consultant.PostAsync("/import", "Lees het bestand");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        Assert.Contains("Kies een bestand.", page.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_can_be_fetched()
    {
        using var consultant = await _site.SignedInAsync("consulent");

        var template = await consultant.OpenAsync("/import?handler=Voorbeeld");

        Assert.NotNull(template);
        Assert.StartsWith("kenmerk;voornaam;", consultant.Html.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_name_of_a_file_reaches_the_log()
    {
        var log = new ConcurrentQueue<string>();
        using var site = _site.WithWebHostBuilder(host => host.ConfigureServices(services => services
            .AddSingleton<ILoggerProvider>(new Keeping(log))
            .PostConfigure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = LogLevel.Debug;
            })));
        using var consultant = new WebVisitor(site.CreateClient(new() { AllowAutoRedirect = false }));
        await consultant.SignInAsync("consulent");
        foreach (var file in new[] { ImportSamples.File(ImportKind.People, 2, bad: 1), "R1;Quirina;van Zonderdam"u8.ToArray(), [.. ImportSamples.File(ImportKind.People, 1, prefix: "Q"), .. "\n\"Quirina"u8] })
        {
            await consultant.UploadAsync("/import", "In.File", file);
            using var scope = site.Services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<Marketplace.Jobs.JobRunner>().RunAsync(nameof(RunImports), CancellationToken.None);
            if (consultant.Location is { } address)
                await consultant.PressAsync(await consultant.OpenAsync(address), "Neem");
            await scope.ServiceProvider.GetRequiredService<Marketplace.Jobs.JobRunner>().RunAsync(nameof(RunImports), CancellationToken.None);
        }

        Assert.True(log.Count > 100, $"{log.Count} lines.");
        Assert.DoesNotContain(log, line => line.Contains("Quirina", StringComparison.OrdinalIgnoreCase) || line.Contains("Zonderdam", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string> TakenAsync(WebVisitor visitor, byte[] file, params (string Name, string Value)[] fields)
    {
        await visitor.UploadAsync("/import", "In.File", file, fields: fields);
        var address = visitor.Location!;
        await _site.RunJobAsync(nameof(RunImports));
        await visitor.PressAsync(await visitor.OpenAsync(address), "over");
        await _site.RunJobAsync(nameof(RunImports));
        return address;
    }

    private Task<int> CountAsync() => _site.WithAsync(db => db.People.CountAsync());

    private sealed class Keeping(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
