using CsCheck;
using Marketplace.Domain.Work;
using Xunit;

namespace Marketplace.Tests.Domain.Work;

public class ExampleSearchTests
{
    [Theory]
    [InlineData("pallets wikkelen", "pallets-stapelen")]
    [InlineData("WIKKELEN PALLETS", "pallets-stapelen")]
    [InlineData("pallest", "pallets-stapelen")]
    [InlineData("werkbladen kopieren", "kopieren-en-nieten")]
    [InlineData("auto's", "autos-wassen")]
    [InlineData("heftruckchauffeur karton", "karton-persen")]
    public void An_example_is_found_by_words_out_of_order_with_a_slip_or_without_accents(string text, string code)
    {
        Assert.Contains(code, ExampleSearch.Find(text).Select(e => e.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - , ")]
    [InlineData("kwantumfysica")]
    [InlineData("pallets kwantumfysica")]
    public void Every_word_must_be_found(string text) => Assert.Empty(ExampleSearch.Find(text));

    [Fact]
    public void A_short_word_must_be_right()
    {
        Assert.Contains(ExampleSearch.Find("post"), e => e.Name.Contains("ost", StringComparison.Ordinal));
        Assert.Empty(ExampleSearch.Find("pxst"));
    }

    [Fact]
    public void Every_example_is_found_by_its_own_name_and_with_one_letter_less_in_a_long_word()
    {
        Gen.Select(Gen.Int[0, TaskExamples.All.Count - 1], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((number, which, where) =>
        {
            var example = TaskExamples.All[number];
            string[] words = [.. example.Name.Split([' ', ',', ':', '.']).Where(w => w.Length >= 6 && w.All(char.IsLetter))];
            var word = words.Length == 0 ? "" : words[which % words.Length];
            return ExampleSearch.Find(example.Name).Contains(example)
                && (word.Length == 0 || ExampleSearch.Find(word.Remove(where % word.Length, 1)).Contains(example));
        }, iter: 2000);
    }
}
