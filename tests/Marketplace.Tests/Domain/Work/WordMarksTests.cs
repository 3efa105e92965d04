using Marketplace.Domain.Privacy;
using Marketplace.Domain.Work;
using Marketplace.Tests.Data.Seeding;
using Xunit;

namespace Marketplace.Tests.Domain.Work;

/// <summary>Words that may shut people out, on sentences of our own and on everything that the program itself publishes.</summary>
public class WordMarksTests(ITestOutputHelper output)
{
    /// <summary>The lowest share that is right of what is marked, and that is marked of what should be. A sentence nobody thought of is found less often: of the last part of the file, two in three.</summary>
    private const double LeastPrecision = 0.97, LeastRecall = 0.94;

    private static readonly IReadOnlyList<(HashSet<WordGround> Grounds, string Text)> Labelled =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Domain/Work/labelled-job-texts.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .Select(c => (c[0] == "-" ? [] : c[0].Split(',').Select(Enum.Parse<WordGround>).ToHashSet(), c[1])),
    ];

    [Fact]
    public void Labelled_sentences_are_marked_as_a_reader_would()
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var (grounds, text) in Labelled)
        {
            var found = WordMarks.Find(text).Select(m => m.Ground).ToHashSet();
            right += found.Intersect(grounds).Count();
            wrong += found.Except(grounds).Count();
            missed += grounds.Except(found).Count();
            if (!found.SetEquals(grounds))
                output.WriteLine($"{text}: expected {string.Join(',', grounds)}, found {string.Join(", ", WordMarks.Find(text).Select(m => $"{m.Ground} ‘{m.Word}’"))}");
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)right / (right + missed));
        output.WriteLine($"{Labelled.Count} sentences: precision {precision:P1}, recall {recall:P1} (at least {LeastPrecision:P0} and {LeastRecall:P0}).");
        Assert.InRange(Labelled.Count(l => l.Grounds.Count > 0), 60, int.MaxValue);
        Assert.InRange(Labelled.Count, 120, int.MaxValue);
        Assert.True(precision >= LeastPrecision && recall >= LeastRecall, $"Precision {precision:P1}, recall {recall:P1}.");
    }

    [Fact]
    public void What_the_program_publishes_itself_is_neither_marked_nor_asked_about()
    {
        var texts = TaskExamples.All.SelectMany(e => new[] { e.Name, e.Short }).Concat(DemoContent.Region.Jobs.Select(j => j.Title)).ToList();

        Assert.Empty(texts.SelectMany(t => WordMarks.Find(t).Select(m => $"{t}: {m.Word}")));
        Assert.Empty(texts.Concat(TaskExamples.All.Select(e => e.DoneBy)).SelectMany(t => TextGuard.Check(t, [], []).Select(f => $"{t}: {f.Word}")));
    }

    [Fact]
    public void A_mark_says_where_it_is_in_the_text_as_typed_and_what_is_better()
    {
        var text = "Hulp bij: JONG, dynamisch TEAM (max. 27 jaar)";
        var marks = WordMarks.Find(text);

        Assert.Equal(["JONG, dynamisch TEAM", "max. 27 jaar"], marks.Select(m => m.Word));
        Assert.All(marks, m => Assert.Equal(m.Word, text.Substring(m.Start, m.Word.Length)));
        Assert.Equal([WordGround.Age, WordGround.Age], marks.Select(m => m.Ground));
        Assert.All(marks, m => Assert.EndsWith(".", m.Better, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀 jonge 😀")]
    [InlineData("Oekraïense medewerker")]
    public void Any_text_can_be_read(string text) => Assert.Equal(text.StartsWith('O') ? 1 : 0, WordMarks.Find(text).Count);

    [Fact]
    public void A_long_text_takes_no_longer_than_its_length_asks()
    {
        var text = string.Concat(Enumerable.Repeat("jonge en zonder geen 1, ", 2_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        WordMarks.Find(text);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }
}
