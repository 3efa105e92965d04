using System.Text.RegularExpressions;
using Marketplace.Domain.Regulations;
using Xunit;

namespace Marketplace.Tests.Domain.Regulations;

/// <summary>Every figure of the book has Dutch words, for every version and every part of it.</summary>
public sealed partial class FigureWordsTests
{
    private static readonly RegulationBook Book = RegulationBook.Current;

    [Fact]
    public void Every_version_of_every_figure_can_be_said() => Assert.All(Book.Figures.SelectMany(f => f.Versions), version =>
    {
        var lines = FigureWords.Of(version.Figure).Lines(version);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.DoesNotMatch(Unfilled(), line));
        Assert.True(version.IsKnown != (lines is ["nog niet bekend"]), version.Reference);
    });

    [Theory]
    [InlineData("wml.hourly", "2026-07-01", "€ 14,99 per uur")]
    [InlineData("lkv.banenafspraak", "2026-07-01", "€ 1,01 per betaald uur; hoogstens € 2.000 per jaar")]
    [InlineData("jobcoach.uwv", "2026-07-01", "jaar 1, 2 en later: 15, 7,5, 6 procent van de uren; meestal vanaf 12 uur per week; meestal een contract van 6 maanden; meestal een loonwaarde vanaf 35 procent")]
    [InlineData("trial.uwv", "2026-07-01", "hoogstens 6 maanden; daarna een baan van ten minste 6 maanden")]
    [InlineData("aow.age", "2026-07-01", "804 maanden; geboren vanaf 1 januari 1961; dan 807 maanden")]
    [InlineData("wml.hourly", "2027-01-01", "nog niet bekend")]
    public void An_amount_is_said_as_people_say_it(string figure, string day, string words) =>
        Assert.Equal(words, string.Join("; ", FigureWords.Of(figure).Lines(Book.On(figure, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!)));

    [Fact]
    public void A_page_shows_the_last_known_amount_and_says_that_it_changes()
    {
        var before = Book.Shown("wml.hourly", new DateOnly(2026, 12, 31));
        Assert.Equal(("wml.hourly@2026-07-01", false), (before.Version!.Reference, before.IsToBeAdjusted));

        var after = Book.Shown("wml.hourly", new DateOnly(2027, 3, 1));
        Assert.Equal(("wml.hourly@2026-07-01", true), (after.Version!.Reference, after.IsToBeAdjusted));

        Assert.Equal(new ShownFigure(null, false), Book.Shown("volunteer.allowance", new DateOnly(2027, 3, 1)));
        Assert.Equal(new ShownFigure(null, false), Book.Shown("lkv.banenafspraak", new DateOnly(2025, 12, 31)));
    }

    [GeneratedRegex(@"\{|\}")]
    private static partial Regex Unfilled();
}
