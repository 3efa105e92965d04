using Lucene.Net.Tartarus.Snowball.Ext;
using Marketplace.Matching.Text;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>The Dutch of both text indexes.</summary>
public sealed class DutchWordsTests(SearchServer server)
{
    [Fact]
    public void The_stemmer_is_the_one_of_snowball()
    {
        var stemmer = new DutchStemmer();
        var wrong = DemoSearch.Lines("snowball-dutch.tsv").Select(l => l.Split('\t')).Where(row =>
        {
            stemmer.SetCurrent(row[0]);
            stemmer.Stem();
            return stemmer.Current != row[1];
        }).Select(row => string.Join(" → ", row)).ToList();

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("inpakken", "inpakwerk")]
    [InlineData("schoonmaken", "schoonmaakkarren")]
    [InlineData("dozen", "doosje")]
    [InlineData("auto", "auto’s")]
    [InlineData("kopieren", "kopiëren")]
    [InlineData("bus", "bestelbussen")]
    [InlineData("heftruck", "heftruckchauffeur")]
    [InlineData("tafels", "inpaktafels")]
    public void A_word_is_found_in(string asked, string text) => Assert.Contains(DutchWords.Stem(asked), DutchWords.Stems(text));

    [Theory]
    [InlineData("zorg", "bezorgen")]
    [InlineData("sport", "transport")]
    [InlineData("bed", "bediening")]
    [InlineData("voeren", "vervoer uitvoerder")]
    [InlineData("vis", "supervisor")]
    public void A_word_is_not_found_in(string asked, string text) => Assert.DoesNotContain(DutchWords.Stem(asked), DutchWords.Stems(text));

    [Theory]
    [InlineData("inpakwerk", "inpak werk")]
    [InlineData("voorraadkast", "voorraad kast")]
    [InlineData("inpakken", "")]
    [InlineData("bus", "")]
    public void A_compound_word_is_cut_into_all_of_its_parts_or_not_at_all(string word, string parts) => Assert.Equal(parts, string.Join(' ', DutchWords.Parts(word)));

    [Fact]
    public void The_lists_are_in_order()
    {
        Assert.All(DutchWords.CompoundParts, p => Assert.Equal([p], DutchWords.Split(p)));
        Assert.All(DutchWords.CompoundParts, p => Assert.InRange(p.Length, 3, 15));
        Assert.Empty(DutchWords.CompoundParts.Intersect(DutchWords.StopWords));
        Assert.All(DutchWords.StemOverrides, r => Assert.Equal(r.Value, DutchWords.Stem(r.Key)));
        Assert.DoesNotContain(DutchWords.StopWords.ToList(), w => w == "was");
    }

    [Fact]
    public async Task The_node_makes_the_same_stems()
    {
        await using var node = await TextSearchNode.WithAsync(server, []);
        foreach (var task in TaskDocument.Catalogue)
        {
            var text = $"{task.Title} {task.Name} {task.DoneBy} auto's 's morgens café crèche VCA-basis";
            Assert.Equal(DutchWords.Stems(text).Order(StringComparer.Ordinal), (await node.AnalyseAsync("dutch_index", text)).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(
                DutchWords.Split(text).Select(DutchWords.Stem).Where(s => s.Length > 0), await node.AnalyseAsync("dutch_search", text));
        }
    }
}
