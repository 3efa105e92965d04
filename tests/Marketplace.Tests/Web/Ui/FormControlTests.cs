using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Web.Ui;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

/// <summary>What the form controls put on the page: fresh, filled, and after an answer that is not right.</summary>
public class FormControlTests(KitHost kit) : IClassFixture<KitHost>
{
    private static readonly (string, string)[] Right =
    [
        ("In.Hours", "12,5"), ("In.Minutes", "45"), ("In.Name", "Dozen vouwen"), ("In.Sector", "care"), ("In.Form", "trial"),
        ("In.Modes", "bike"), ("In.Start.Dag", "5"), ("In.Start.Maand", "12"), ("In.Start.Jaar", "2026"), ("In.Dayparts", "mon-1"),
    ];

    [Fact]
    public async Task Every_control_has_a_label()
    {
        var page = await kit.FreshAsync();

        var controls = page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea");
        Assert.NotEmpty(controls);
        Assert.All(controls, control => Assert.False(string.IsNullOrWhiteSpace(Label(control)), control.OuterHtml));
    }

    [Fact]
    public async Task Every_group_has_a_legend()
    {
        var page = await kit.FreshAsync();

        Assert.All(page.QuerySelectorAll("main fieldset"), group => Assert.NotEqual("", group.QuerySelector(":scope > legend")!.TextContent.Trim()));
        Assert.Equal("Hoe lang staan gaat goed?", page.GetElementById("In_Standing")!.Closest("fieldset")!.QuerySelector("legend")!.TextContent);
    }

    [Fact]
    public async Task Every_description_exists_and_every_id_is_there_once()
    {
        var (_, page) = await kit.PostAsync();

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-describedby]").SelectMany(element => element.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.Contains(label.GetAttribute("for"), ids));
    }

    [Fact]
    public async Task A_fresh_page_shows_no_error_and_no_summary()
    {
        var page = await kit.FreshAsync();

        Assert.Empty(page.QuerySelectorAll("[aria-invalid]"));
        Assert.Null(page.GetElementById("fouten"));
        Assert.Equal("Onderdelen · Ieder Talent", page.Title);
    }

    [Fact]
    public async Task Hint_and_suffix_stand_with_the_field()
    {
        var field = (await kit.FreshAsync()).GetElementById("In_Hours")!;

        Assert.Equal("In_Hours-hint", field.GetAttribute("aria-describedby"));
        Assert.Equal("Bijvoorbeeld 16 of 12,5", field.Owner!.GetElementById("In_Hours-hint")!.TextContent);
        Assert.Equal("text", field.GetAttribute("type"));
        Assert.Equal("decimal", field.GetAttribute("inputmode"));
        Assert.Equal("uur per week", field.NextElementSibling!.TextContent);
    }

    [Fact]
    public async Task An_optional_question_says_so_at_the_end_of_its_label() =>
        Assert.Equal("Wat is het mooiste van deze taak? (niet verplicht)", Label((await kit.FreshAsync()).GetElementById("In_Text")!));

    [Fact]
    public async Task The_model_fills_every_kind_of_control()
    {
        var page = await kit.FilledAsync();

        Assert.Equal("12,5", Value(page, "In_Hours"));
        Assert.Equal("45", Value(page, "In_Minutes"));
        Assert.Equal("Retouren & voorraad", Value(page, "In_Name"));
        Assert.Equal("Dozen vouwen.\nCadeaukaart erbij doen.", ((IHtmlTextAreaElement)page.GetElementById("In_Text")!).Value);
        Assert.Equal("logistics", ((IHtmlSelectElement)page.GetElementById("In_Sector")!).Value);
        Assert.Equal(["2"], Ticked(page, "In.Standing"));
        Assert.Equal(["trial"], Ticked(page, "In.Form"));
        Assert.Equal(["bike", "transit"], Ticked(page, "In.Modes"));
        Assert.Equal(["true"], Ticked(page, "In.TeamAgrees"));
        Assert.Equal(["5", "12", "2026"], new[] { "In_Start", "In_Start_Maand", "In_Start_Jaar" }.Select(id => Value(page, id)));
        Assert.Equal(["mon-1", "tue-1", "fri-3"], Ticked(page, "In.Dayparts"));
    }

    [Fact]
    public async Task An_empty_post_gives_422_and_the_summary_in_the_order_of_the_page()
    {
        var (status, page) = await kit.PostAsync(("In.Minutes", "45"));

        Assert.Equal(422, status);
        Assert.StartsWith("Fout: ", page.Title!, StringComparison.Ordinal);
        Assert.Equal("Er zijn 7 dingen die niet kloppen", page.GetElementById("fouten-titel")!.TextContent);
        Assert.Equal(
            [
                ("#In_Hours", "Vul in hoeveel uur per week"), ("#In_Name", "Vul in welke taak het is"), ("#In_Sector", "Kies een branche"),
                ("#In_Form", "Kies hoe u wilt beginnen"), ("#In_Modes", "Kies ten minste één manier om te reizen"),
                ("#In_Start", "Vul in wanneer het kan beginnen"), ("#In_Dayparts", "Kies ten minste één dagdeel"),
            ],
            page.QuerySelectorAll("#fouten a").Select(link => (link.GetAttribute("href")!, link.TextContent)));
        Assert.All(page.QuerySelectorAll("#fouten a"), link => Assert.True(page.GetElementById(link.GetAttribute("href")![1..]) is IHtmlInputElement or IHtmlSelectElement));
    }

    [Theory]
    [InlineData("In_Hours")]
    [InlineData("In_Name")]
    [InlineData("In_Sector")]
    public async Task A_field_with_an_error_says_what_is_wrong(string id)
    {
        var (_, page) = await kit.PostAsync();
        var field = page.GetElementById(id)!;

        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains(id + "-fout", field.GetAttribute("aria-describedby")!.Split(' '));
        Assert.StartsWith("Fout: ", page.GetElementById(id + "-fout")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In_Form")]
    [InlineData("In_Modes")]
    [InlineData("In_Start")]
    [InlineData("In_Dayparts")]
    public async Task A_group_with_an_error_says_what_is_wrong(string id)
    {
        var (_, page) = await kit.PostAsync();
        var group = page.GetElementById(id)!.Closest("fieldset")!;

        Assert.Contains(id + "-fout", group.GetAttribute("aria-describedby")!.Split(' '));
        Assert.StartsWith("Fout: ", page.GetElementById(id + "-fout")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains(group.QuerySelectorAll("input").Append(group), element => element.GetAttribute("aria-invalid") == "true");
    }

    [Fact]
    public async Task Everything_typed_is_kept_when_one_answer_is_wrong()
    {
        var (status, page) = await kit.PostAsync(
            ("In.Hours", "twaalf"), ("In.Minutes", "1.000"), ("In.Name", "<b>Dozen</b> & \"lijm\""), ("In.Text", "\nregel twee"), ("In.Sector", "care"),
            ("In.Standing", "3"), ("In.Form", "regular"), ("In.Modes", "car"), ("In.Modes", "walk"), ("In.TeamAgrees", "true"),
            ("In.Start.Dag", "31"), ("In.Start.Maand", "feb"), ("In.Start.Jaar", "2026"), ("In.Dayparts", "all-2"), ("In.Dayparts", "sun-3"));

        Assert.Equal(422, status);
        Assert.Equal("twaalf", Value(page, "In_Hours"));
        Assert.Equal("1.000", Value(page, "In_Minutes"));
        Assert.Equal("<b>Dozen</b> & \"lijm\"", Value(page, "In_Name"));
        Assert.Equal("\nregel twee", ((IHtmlTextAreaElement)page.GetElementById("In_Text")!).Value);
        Assert.Equal("care", ((IHtmlSelectElement)page.GetElementById("In_Sector")!).Value);
        Assert.Equal(["3"], Ticked(page, "In.Standing"));
        Assert.Equal(["regular"], Ticked(page, "In.Form"));
        Assert.Equal(["walk", "car"], Ticked(page, "In.Modes"));
        Assert.Equal(["true"], Ticked(page, "In.TeamAgrees"));
        Assert.Equal(["31", "feb", "2026"], new[] { "In_Start", "In_Start_Maand", "In_Start_Jaar" }.Select(id => Value(page, id)));
        Assert.Equal(["mon-2", "tue-2", "wed-2", "thu-2", "fri-2", "sat-2", "sun-2", "sun-3"], Ticked(page, "In.Dayparts"));
        Assert.Equal(
            [UiWords.NotANumber, UiWords.AmbiguousNumber, UiWords.NotADate],
            page.QuerySelectorAll("#fouten a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("12.5")]
    [InlineData(" 12,50 ")]
    public async Task Right_answers_are_taken_with_comma_or_point(string hours)
    {
        var (status, page) = await kit.PostAsync([.. Right.Where(field => field.Item1 != "In.Hours"), ("In.Hours", hours)]);

        Assert.Equal(200, status);
        Assert.Null(page.GetElementById("fouten"));
        Assert.Contains("Opgeslagen. U werkt 12,5 uur", page.QuerySelector("[role=status][data-focus]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_which_nothing_is_ticked_is_empty_and_not_what_the_page_set_beforehand()
    {
        Assert.Equal(["mail"], Ticked(await kit.FreshAsync(), "In.Messages"));

        var (status, page) = await kit.PostAsync(Right);

        Assert.Equal(200, status);
        Assert.Empty(Ticked(page, "In.Messages"));
    }

    [Fact]
    public async Task A_number_that_must_be_there_may_not_be_empty()
    {
        var (_, page) = await kit.PostAsync([.. Right.Where(field => field.Item1 != "In.Minutes"), ("In.Minutes", "")]);

        Assert.Equal([UiWords.NotAWholeNumber], page.QuerySelectorAll("#fouten a").Select(link => link.TextContent));
        Assert.Equal("Er is 1 ding dat niet klopt", page.GetElementById("fouten-titel")!.TextContent);
    }

    [Fact]
    public async Task A_missing_part_of_a_date_is_named()
    {
        var (_, page) = await kit.PostAsync([.. Right.Where(field => field.Item1 != "In.Start.Maand"), ("In.Start.Maand", "")]);

        Assert.Equal(["Vul ook de maand in."], page.QuerySelectorAll("#fouten a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task A_validation_attribute_without_words_speaks_Dutch()
    {
        var (_, page) = await kit.PostAsync([.. Right.Where(field => field.Item1 != "In.Name"), ("In.Name", new string('a', 81))]);

        Assert.Equal(["Gebruik hoogstens 80 tekens"], page.QuerySelectorAll("#fouten a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task The_week_is_a_table_with_a_name_at_every_box()
    {
        var table = (await kit.FreshAsync()).QuerySelector("table.pw-week-grid")!;

        var boxes = table.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToList();
        Assert.Equal(["all-1", "all-2", "all-3", .. Dayparts.All], boxes.Select(box => box.Value));
        Assert.Equal(24, boxes.Select(Label).Distinct().Count());
        Assert.Equal(8, table.QuerySelectorAll("th[scope=row]").Length);
        Assert.Equal(["ochtend", "middag", "avond"], table.QuerySelectorAll("th[scope=col]").Select(head => head.TextContent));
    }

    [Fact]
    public async Task An_empty_choice_list_begins_with_words_not_with_an_answer()
    {
        var select = (IHtmlSelectElement)(await kit.FreshAsync()).GetElementById("In_Sector")!;

        Assert.Equal(("", UiWords.ChooseAnswer), (select.Options[0].Value, select.Options[0].Text));
        Assert.Equal("", select.Value);
    }

    private static string Label(IElement control) =>
        (control.Id is { } id && control.Owner!.QuerySelector($"label[for='{id}']") is { } label ? label : control.Closest("label"))?.TextContent.Trim() ?? "";

    private static string Value(IHtmlDocument page, string id) => ((IHtmlInputElement)page.GetElementById(id)!).Value;

    private static IEnumerable<string> Ticked(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"input[name='{name}']").Cast<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value);
}
