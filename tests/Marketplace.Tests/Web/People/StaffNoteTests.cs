using System.Net;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>Free text about a person: nothing in it may tell who the person is.</summary>
public sealed class StaffNoteTests(ConsultantAtWork work) : IClassFixture<ConsultantAtWork>
{
    private const string Save = "Bewaar en later verder";

    private readonly TestSite _site = work.Site;
    private readonly WebVisitor _consultant = work.Consultant;

    [Theory]
    [InlineData("Mail naar zilpha@voorbeeld.nl voor een afspraak.", "Haal het e-mailadres uit de tekst")]
    [InlineData("Bel op 06 12 34 56 78 na twee uur.", "Haal het telefoonnummer uit de tekst")]
    [InlineData("Nummer 999990056 staat in de map.", "Haal het burgerservicenummer uit de tekst")]
    [InlineData("Vandaag was zilpha vroeg.", "Haal de naam van deze persoon uit de tekst")]
    [InlineData("Familie VAN QUINTUM helpt mee.", "Haal de naam van deze persoon uit de tekst")]
    public async Task What_identifies_somebody_is_refused_and_what_was_typed_is_kept(string text, string sentence)
    {
        var id = await _consultant.RegisterAsync();

        var page = await _consultant.PostAsync(Sheet(id), Save, ("In.Note", text), ("In.Helps", "own-pace"), ("In.Exclusions", "night"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        Assert.Equal((text, "own-pace", "night"), (page.Value("In.Note"), page.Value("In.Helps"), page.Value("In.Exclusions")));
        Assert.NotEmpty(page.QuerySelectorAll("mark"));
        Assert.DoesNotContain(page.QuerySelectorAll("main button"), b => b.TextContent.Contains("Dit is geen naam", StringComparison.Ordinal));
        var person = await _site.ReadAsync(id);
        Assert.Equal(("", 0), (person.StaffNote, person.Helps.Count));
    }

    [Fact]
    public async Task Everything_that_must_go_is_named_at_once()
    {
        var id = await _consultant.RegisterAsync();

        var page = await _consultant.PostAsync(Sheet(id), Save, ("In.Note", "Bel 06 12345678 of mail a@b.nl, nummer 999990056."));

        foreach (var what in (string[])["telefoonnummer", "e-mailadres", "burgerservicenummer"])
            Assert.Contains($"Haal het {what} uit de tekst", page.Errors(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Houdt van een vaste volgorde en van groen.")]
    [InlineData("De zilphanen in de tuin.")]
    [InlineData("Emma is een woord aan het begin van de zin.")]
    public async Task Other_text_is_saved_as_it_was_typed(string text)
    {
        var id = await _consultant.RegisterAsync();
        await _consultant.PostAsync(Sheet(id), Save, ("In.Note", text));

        Assert.Equal(HttpStatusCode.Redirect, _consultant.Status);
        Assert.Equal(text, (await _site.ReadAsync(id)).StaffNote);
    }

    [Fact]
    public async Task Another_name_is_asked_about_and_can_be_replaced()
    {
        var id = await _consultant.RegisterAsync();
        var page = await _consultant.PostAsync(Sheet(id), Save, ("In.Note", "Werkt graag met Emma aan tafel. Vraagt Emma om hulp."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains("misschien een naam: ‘Emma’", page.Errors(), StringComparison.Ordinal);
        page = await _consultant.PressAsync(page, "Vervang ‘Emma’");

        Assert.Equal(HttpStatusCode.OK, _consultant.Status);
        Assert.Equal(Sheet(id), page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal("Werkt graag met deze persoon aan tafel. Vraagt deze persoon om hulp.", page.Value("In.Note"));
        Assert.Equal("", (await _site.ReadAsync(id)).StaffNote);
        await _consultant.PressAsync(page, Save);
        Assert.Equal("Werkt graag met deze persoon aan tafel. Vraagt deze persoon om hulp.", (await _site.ReadAsync(id)).StaffNote);
    }

    [Fact]
    public async Task A_word_that_is_no_name_is_kept_for_this_person_and_logged_without_the_word()
    {
        var id = await _consultant.RegisterAsync();
        var page = await _consultant.PostAsync(Sheet(id), Save, ("In.Note", "Werkt graag met Emma aan tafel."), ("In.Certificates", "haccp"));
        page = await _consultant.PressAsync(page, "Dit is geen naam");

        Assert.Equal(HttpStatusCode.OK, _consultant.Status);
        Assert.Equal(("Werkt graag met Emma aan tafel.", "haccp"), (page.Value("In.Note"), page.Value("In.Certificates")));
        await _consultant.PressAsync(page, Save);

        Assert.Equal(HttpStatusCode.Redirect, _consultant.Status);
        var person = await _site.ReadAsync(id);
        Assert.Equal(("Werkt graag met Emma aan tafel.", "Emma"), (person.StaffNote, Assert.Single(person.NotNames)));
        var log = await _site.WithAsync(db => db.Audit.Where(a => a.EntityId == id && a.Fields.Contains("NotNames")).ToListAsync());
        Assert.DoesNotContain("Emma", Assert.Single(log).Fields, StringComparison.Ordinal);
        Assert.NotNull(log[0].UserId);
    }

    [Fact]
    public async Task Accepting_a_word_never_opens_the_own_name()
    {
        var id = await _consultant.RegisterAsync("Emma", "van Quintum");
        var page = await _consultant.PostAsync(Sheet(id), Save, ("In.Note", "Werkt met Emma."));
        using var request = new HttpRequestMessage(HttpMethod.Post, Sheet(id) + "?handler=NotAName")
        {
            Content = new FormUrlEncodedContent([new("word", "Emma"), new("In.Note", "Werkt met Emma."), new("__RequestVerificationToken", page.Value("__RequestVerificationToken")!)]),
        };
        await _consultant.Client.SendAsync(request);

        Assert.Empty((await _site.ReadAsync(id)).NotNames);
    }

    [Fact]
    public async Task A_corrected_name_that_stands_in_the_note_is_refused_until_the_note_is_mended()
    {
        var id = await _consultant.RegisterAsync();
        await _consultant.PostAsync(Sheet(id), Save, ("In.Note", "Heeft een roosje op de fiets."));
        var page = await _consultant.PostAsync($"/kandidaten/{id}/profiel/wie", Save, ("In.FirstName", "Roosje"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains("Deze naam staat in de aantekening", page.Errors(), StringComparison.Ordinal);
    }

    private static string Sheet(Guid id) => $"/kandidaten/{id}/profiel/helpt";
}
