using System.Text.Json;
using CsCheck;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing.Matching;
using Xunit;

namespace Marketplace.Tests.Search;

public sealed class StoredRowTests
{
    private static readonly MatchEngine Engine = MatchEngine.Standard;
    private static readonly StoredRow Stored = new(Geography.Netherlands);

    [Fact]
    public void A_row_comes_back_as_it_was()
    {
        foreach (var person in new Population(41).People(500).Select(p => p.Candidate!))
        {
            Assert.True(CandidateRow.TryPack(Engine.Compile(person.Candidate), person.Candidate.LastProposed, person.Found, 0, 0, 0, out var row));

            Assert.True(Stored.TryRead(Stored.Write(row), out var read));

            Assert.Equal(row, read);
        }
    }

    [Fact]
    public void Base64_of_a_row_has_no_padding() =>
        Assert.DoesNotContain("=", Convert.ToBase64String(new byte[StoredRow.Size]), StringComparison.Ordinal);

    [Fact]
    public void A_row_that_another_version_wrote_is_not_read() => Gen.Int[0, (8 * StoredRow.Size) - 1].Sample(bit =>
    {
        var bytes = Stored.Write(default);
        bytes[bit / 8] ^= (byte)(1 << bit % 8);

        // The mark comes last; what stands before it is anybody's row.
        Assert.Equal(bit / 8 < StoredRow.Size - StoredRow.MarkBytes, Stored.TryRead(bytes, out _));
    });

    [Theory]
    [InlineData("""{"timed_out":false,"_shards":{"failed":0}}""", true)]
    [InlineData("""{"_shards":{"failed":0},"took":3,"more":[{"x":[1]}],"timed_out":false}""", true)]
    [InlineData("""{"timed_out":false}""", false)]
    [InlineData("""{"_shards":{"failed":0}}""", false)]
    [InlineData("""{"timed_out":true,"_shards":{"failed":0}}""", false)]
    [InlineData("""{"timed_out":false,"_shards":{"failed":1}}""", false)]
    [InlineData("{}", false)]
    public void An_answer_is_complete_only_when_it_says_so(string json, bool isComplete)
    {
        using var answer = JsonSerializer.Deserialize<SearchAnswer>(json)!;

        Assert.Equal(isComplete, answer.IsComplete);
    }

    [Fact]
    public void Rows_codes_and_the_count_are_read_wherever_they_stand()
    {
        var rows = Enumerable.Range(0, 3_000).Select(i => Enumerable.Range(0, StoredRow.Size).Select(b => (byte)(i * b)).ToArray()).ToList();
        var hits = string.Join(',', rows.Select((row, i) => """{"_index":"x","fields":{"p":["ROW"],"code":["CODE"]}}"""
            .Replace("ROW", Convert.ToBase64String(row).Replace("/", i % 2 == 0 ? "/" : "\\/", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("CODE", $"C{i}", StringComparison.Ordinal)));

        using var answer = JsonSerializer.Deserialize<SearchAnswer>(
            """{"hits":{"max_score":null,"hits":[#]},"aggregations":{"sure":{"doc_count":12}},"timed_out":false,"_shards":{"total":1,"failed":0}}"""
                .Replace("#", hits, StringComparison.Ordinal))!;

        Assert.True(answer.IsComplete);
        Assert.Equal(12, answer.Counted);
        Assert.Equal(rows.Count, answer.Rows.Count);
        for (var i = 0; i < rows.Count; i++)
            Assert.Equal(rows[i], answer.Rows[i].ToArray());
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => $"C{i}"), answer.Codes);
    }
}
