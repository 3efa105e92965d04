using AngleSharp.Html.Dom;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

/// <summary>What the other components put on the page.</summary>
public class ComponentTests(KitHost kit) : IClassFixture<KitHost>
{
    [Fact]
    public async Task A_band_is_words_and_a_picture_and_never_a_number_about_a_person()
    {
        var page = await kit.FreshAsync();
        var bands = page.QuerySelectorAll(".pw-tags")[1].Children;

        Assert.Equal(
            ["Past goed", "Past goed — nog 3 vragen", "Past met aanpassing — nog 1 vraag", "Nog uitzoeken", "Past nu niet"],
            bands.Select(band => band.TextContent));
        Assert.All(bands, band => Assert.NotNull(band.QuerySelector("svg[aria-hidden=true]")));
    }

    [Fact]
    public async Task Reasons_have_a_spoken_word_before_them() =>
        Assert.Equal(
            ["Past: Past bij 4 van de 5 taken", "Past: Werkt netjes en precies", "Valt af: Zonder de taak ‘Pallets stapelen en wikkelen’"],
            (await kit.FreshAsync()).QuerySelector("ul.pw-reasons")!.Children.Select(line => line.TextContent));

    [Fact]
    public async Task A_person_can_be_called()
    {
        var link = (await kit.FreshAsync()).QuerySelector(".pw-person a")!;

        Assert.Equal("tel:0780000010", link.GetAttribute("href"));
        Assert.Equal("078\u00a0000\u00a000\u00a010", link.TextContent);
    }

    [Fact]
    public async Task Every_picture_is_hidden_from_screen_readers_and_exists_in_the_sprite()
    {
        var page = await kit.FreshAsync();
        var sprite = File.ReadAllText(WebSource.PathOf("wwwroot", "lib", "icons", "tabler.svg"));

        Assert.All(page.QuerySelectorAll("svg"), picture => Assert.Equal("true", picture.GetAttribute("aria-hidden")));
        var names = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!).Where(address => address.StartsWith("/lib/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, address => Assert.Contains($"id=\"{address.Split('#')[1]}\"", sprite, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_are_numbered_and_the_current_one_is_marked()
    {
        var steps = (await kit.FreshAsync()).QuerySelectorAll("ol.pw-steps > li");

        Assert.Equal(["", "2", "3"], steps.Select(step => step.QuerySelector(".pw-steps__marker")!.TextContent));
        Assert.Equal([null, "step", null], steps.Select(step => step.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task The_last_crumb_is_this_page()
    {
        var crumbs = (await kit.FreshAsync()).QuerySelectorAll("nav[aria-label=Kruimelpad] li");

        Assert.Equal("page", crumbs[^1].Children[0].GetAttribute("aria-current"));
        Assert.Equal("/", crumbs[0].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Undo_is_a_post_with_a_token()
    {
        var form = (IHtmlFormElement)(await kit.FreshAsync()).QuerySelector(".pw-undo form")!;

        Assert.Equal("post", form.Method);
        Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal("7", ((IHtmlInputElement)form.QuerySelector("input[name=taak]")!).Value);
        Assert.Equal("Maak ongedaan: Vloer vegen", form.QuerySelector("button")!.TextContent);
    }

    [Fact]
    public async Task Pages_of_a_list_keep_the_rest_of_the_address()
    {
        var links = (await kit.GetAsync("/ontwikkel/onderdelen?band=good&band=adapted&pagina=2")).QuerySelectorAll(".utrecht-pagination a").Cast<IHtmlAnchorElement>().ToList();

        Assert.All(links, link => Assert.StartsWith("?band=good&band=adapted&pagina=", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Equal(["1", "2", "3", "4", "5", "9"], links.Where(link => link.GetAttribute("rel") is null).Select(link => link.TextContent["Pagina ".Length..]));
        Assert.Equal("Pagina 3", Assert.Single(links, link => link.GetAttribute("aria-current") == "page").TextContent);
    }

    [Fact]
    public async Task A_link_to_change_an_answer_says_which() =>
        Assert.Equal(["Wijzig Uren", "Wijzig Dagdelen"], (await kit.FreshAsync()).QuerySelectorAll(".pw-answers__change a").Select(link => link.TextContent));

    [Theory]
    [InlineData("/")]
    [InlineData("/hulp")]
    [InlineData("/privacy")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/ontwikkel/onderdelen")]
    public async Task A_page_has_one_heading_a_skip_link_and_help_in_the_same_place(string address)
    {
        var page = await kit.GetAsync(address);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#inhoud", page.Body!.Children[0].GetAttribute("href"));
        Assert.Equal("main", page.GetElementById("inhoud")!.LocalName);
        Assert.Equal(["/hulp", "/zo-rekenen-wij", "/privacy", "/toegankelijkheid"], page.QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")));
        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(400, "Deze pagina was te lang open")]
    [InlineData(403, "U mag dit niet zien")]
    [InlineData(404, "Deze pagina is er niet")]
    [InlineData(500, "Er ging iets mis")]
    public async Task A_fault_has_its_own_words_and_status(int code, string title)
    {
        var (status, page) = await kit.FaultAsync(code);

        Assert.Equal(code, status);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(title + " · Ieder Talent", page.Title);
    }

    [Theory]
    [InlineData("/kandidaten", "/kandidaten")]
    [InlineData("/kandidaten/1/profiel", "/kandidaten")]
    [InlineData("/functies/1/kandidaten", "/functies/1")]
    [InlineData("/kandidatenlijst", null)]
    public void The_band_marks_the_longest_address_that_the_page_lies_below(string path, string? expected)
    {
        var shell = new Shell("Sociale dienst", "S. Yilmaz", "consulent", 0, [new("Kandidaten", "/kandidaten"), new("Functies", "/functies"), new("Deze functie", "/functies/1")], false);

        Assert.Equal(expected, shell.Current(new PathString(path))?.Href);
    }
}
