using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Administration;

/// <summary>Regelingen en bedragen, with two administrators, and Zo rekenen wij.</summary>
public sealed class RegulationsPagesTests : IAsyncLifetime
{
    private const string New = "/beheer/regelingen/nieuw";
    private const string List = "/beheer/regelingen";

    private readonly TestSite _site = new();
    private Guid _municipality;

    public async ValueTask InitializeAsync() =>
        _municipality = await _site.WithAsync(db => db.MunicipalValues.Select(v => v.OrganisationId).Distinct().SingleAsync());

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_administrator_proposes_and_another_approves()
    {
        using var one = await _site.SignedInAsync("beheer");
        using var other = await _site.SignedInAsync("beheer2");
        var jobs = await _site.WithAsync(db => db.Jobs.CountAsync(j => j.State == Marketplace.Domain.Work.JobState.Open && j.RegionCode == "drechtsteden"));

        var check = await one.PostAsync(New, "Verder", Answers);
        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Contains($"Dit geldt voor {jobs} functies die nu open staan.", check.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(MunicipalRule.ParticipationPremium));

        await one.PostAsync(FormOf(check, "Bewaar en vraag een collega"));
        Assert.Equal(List, one.Location);
        Assert.Equal(0, await CountAsync(MunicipalRule.ParticipationPremium, MunicipalValueState.Approved));

        var own = await one.OpenAsync(List);
        Assert.Contains("Een andere beheerder keurt het goed.", Card(own, "Premie").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Keur goed", Card(own, "Premie").TextContent, StringComparison.Ordinal);

        var theirs = await other.OpenAsync(List);
        await ApproveAsync(other, theirs, "Premie");
        Assert.Equal(List, other.Location);
        Assert.Equal(1, await CountAsync(MunicipalRule.ParticipationPremium, MunicipalValueState.Approved));
        Assert.Contains("€ 150,50 per half jaar", (await one.OpenAsync(List)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_goes_round_the_page_does_not_approve_an_own_proposal()
    {
        using var one = await _site.SignedInAsync("beheer2");
        using var other = await _site.SignedInAsync("beheer");
        var page = await other.OpenAsync(List); // beheer2 proposed it, so this page has the button
        var form = Form(page, "Eerste deel");

        using var fields = new FormUrlEncodedContent([.. form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden" && i.Name != "__RequestVerificationToken").Select(i => KeyValuePair.Create(i.Name!, i.Value)),
            KeyValuePair.Create("__RequestVerificationToken", ((IHtmlInputElement)(await one.OpenAsync(List)).QuerySelector("input[name=__RequestVerificationToken]")!).Value)]);
        var answer = await one.Client.PostAsync(new Uri(List + "?handler=Approve", UriKind.Relative), fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("U stelde dit zelf voor.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(MunicipalRule.TrialFirstTerm, MunicipalValueState.Approved));
    }

    [Fact]
    public async Task Two_people_who_decide_at_once_are_told_and_nothing_is_done_twice()
    {
        using var one = await _site.SignedInAsync("beheer");
        using var other = await _site.SignedInAsync("beheer2");
        var (seen, alsoSeen) = (await one.OpenAsync(List), await other.OpenAsync(List));

        await other.PostAsync(Form(alsoSeen, "Eerste deel"), Button(alsoSeen, "Eerste deel", "Trek in"));
        await ApproveAsync(one, seen, "Eerste deel");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Equal(1, await CountAsync(MunicipalRule.TrialFirstTerm, MunicipalValueState.Withdrawn));
    }

    [Fact]
    public async Task Who_approves_in_the_instant_after_another_is_told_and_nothing_is_half_written()
    {
        using var one = await _site.SignedInAsync("beheer");
        var page = await one.OpenAsync(List);
        await _site.WithAsync(async db =>
        {
            // Another value for the same place, rule and day is approved between what the page read and what it writes.
            var columns = db.Model.FindEntityType(typeof(MunicipalValue))!.GetProperties().Select(p => p.Name).Order().ToList();
            var values = columns.Select(c => c is "Id" ? "'00000000-0000-0000-0000-00000000000A'" : c is "State" ? "'Approved'" : $"NEW.\"{c}\"");
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($$"""
                CREATE TRIGGER Earlier BEFORE UPDATE ON MunicipalValues WHEN NEW.State = 'Approved'
                BEGIN INSERT INTO MunicipalValues ({{string.Join(", ", columns.Select(c => $"\"{c}\""))}}) VALUES ({{string.Join(", ", values)}}); END
                """));
        });

        await ApproveAsync(one, page, "Eerste deel");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Equal(0, await CountAsync(MunicipalRule.TrialFirstTerm, MunicipalValueState.Approved));
    }

    [Theory]
    [InlineData("In.Value", "", "Vul een getal in.")]
    [InlineData("In.Value", "drie", "Vul een getal in, zoals 12,5.")]
    [InlineData("In.Value", "10001", "Vul een getal in van 0 tot en met 10000, met hoogstens twee cijfers achter de komma.")]
    [InlineData("In.ValidFrom.Dag", "", "Vul ook de dag in.")]
    [InlineData("In.ValidFrom.Maand", "2", "Vul een bestaande datum in, zoals 5 12 2026.")]
    [InlineData("In.Source", "", "Vul in welk besluit dit zegt.")]
    [InlineData("In.Rule", "own.rule", "Het antwoord ‘own.rule’ staat niet in de lijst. Kies een antwoord uit de lijst.")]
    [InlineData("In.Municipality", "bb5f0b1e-0000-0000-0000-000000000000", "Het antwoord ‘bb5f0b1e-0000-0000-0000-000000000000’ staat niet in de lijst. Kies een antwoord uit de lijst.")]
    public async Task A_wrong_answer_is_refused_and_the_rest_stays(string field, string value, string error)
    {
        using var one = await _site.SignedInAsync("beheer");

        var page = await one.PostAsync(New, "Verder", [.. Answers.Where(a => a.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Equal([error], WorkSite.Errors(page));
        Assert.Equal(field == "In.Source" ? "" : "Verordening premie", WorkSite.Value(page, "In.Source"));
        Assert.Equal(0, await CountAsync(MunicipalRule.ParticipationPremium));
    }

    [Fact]
    public async Task A_value_before_the_last_one_is_refused()
    {
        using var one = await _site.SignedInAsync("beheer");

        var page = await one.PostAsync(New, "Verder", [.. Answers.Where(a => a.Name is not ("In.Rule" or "In.Value" or "In.ValidFrom.Jaar")), ("In.Rule", "jobcoach.hoursPerWeek"), ("In.Value", "3"), ("In.ValidFrom.Jaar", "2024")]);

        Assert.Equal([$"Er geldt al een waarde vanaf 1 januari {_site.Clock.Today().Year}. Kies een latere eerste dag."], WorkSite.Errors(page));
    }

    [Fact]
    public async Task Every_figure_of_law_is_there_with_every_version_and_its_source()
    {
        using var one = await _site.SignedInAsync("beheer");

        var text = (await one.OpenAsync(List)).Body!.TextContent;

        Assert.All(RegulationBook.Current.Figures, figure =>
        {
            Assert.Contains(FigureWords.Of(figure.Name).Title, text, StringComparison.Ordinal);
            Assert.All(figure.Versions, version => Assert.Contains(version.Source, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Everybody_reads_how_is_calculated_with_todays_amounts_and_sources()
    {
        using var anybody = _site.Visitor();

        var page = await anybody.OpenAsync("/zo-rekenen-wij");

        Assert.Equal(HttpStatusCode.OK, anybody.Status);
        Assert.Equal(Arrangements.Schemes.Select(s => s.Title), page.QuerySelectorAll("h2").Select(h => h.TextContent));
        var wage = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=r-minimum-wage] tr"), r => r.TextContent.Contains("Minimumloon per uur", StringComparison.Ordinal));
        Assert.Contains($"{RegulationBook.Current.On("wml.hourly", _site.Clock.Today())!.Number():0.00}".Replace('.', ','), wage.TextContent, StringComparison.Ordinal);
        Assert.Contains("Indicatief. De gemeente, UWV of de Belastingdienst beslist.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("worden bijgesteld", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_new_amounts_are_not_published_yet_the_last_ones_say_so()
    {
        _site.Clock.MoveTo(new DateOnly(2027, 1, 4));
        using var anybody = _site.Visitor();

        var text = (await anybody.OpenAsync("/zo-rekenen-wij")).Body!.TextContent;

        Assert.Contains("€ 14,99 per uur", text, StringComparison.Ordinal);
        Assert.Contains("Bedragen van 1 juli 2026, worden bijgesteld.", text, StringComparison.Ordinal);
    }

    private (string Name, string? Value)[] Answers =>
    [
        ("In.Municipality", _municipality.ToString()),
        ("In.Rule", "participation.premium"), ("In.Value", "150,50"), ("In.ValidFrom.Dag", "31"), ("In.ValidFrom.Maand", "3"), ("In.ValidFrom.Jaar", "2026"),
        ("In.Source", "Verordening premie"),
    ];

    private static AngleSharp.Dom.IElement Card(IHtmlDocument page, string start) => page.QuerySelectorAll("section.pw-card").First(c => c.GetAttribute("aria-label")!.StartsWith(start, StringComparison.Ordinal));

    private static IHtmlFormElement Form(IHtmlDocument page, string start) => (IHtmlFormElement)Card(page, start).QuerySelector("form")!;

    private static IHtmlElement Button(IHtmlDocument page, string start, string text) =>
        (IHtmlElement)Card(page, start).QuerySelectorAll("button").First(b => b.TextContent.Trim() == text);

    private static IHtmlFormElement FormOf(IHtmlDocument page, string button) =>
        page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(b => b.TextContent.Trim() == button).Form!;

    private static Task<IHtmlDocument> ApproveAsync(WebVisitor visitor, IHtmlDocument page, string start) =>
        visitor.PostAsync(Form(page, start), Button(page, start, "Keur goed"));

    private Task<int> CountAsync(MunicipalRule rule, MunicipalValueState? state = null) =>
        _site.WithAsync(db => db.MunicipalValues.CountAsync(v => v.Rule == rule.Code && (state == null || v.State == state)));
}
