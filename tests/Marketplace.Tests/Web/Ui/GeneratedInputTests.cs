using CsCheck;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Text;
using Marketplace.Testing;
using Marketplace.Web.Access;
using Marketplace.Web.Pages.People;
using Marketplace.Web.Pages.Proposals;
using Marketplace.Web.Pages.Work;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

/// <summary>
/// Everything that reads what somebody typed, or what stands in an address, gets thousands of texts that nobody would type: it gives a value within its
/// bounds or says no, and never throws. Files and JSON have such tests of their own (CsvTableTests, the tests of the commands); all ask
/// <see cref="LongRun.Inputs"/> how many.
/// </summary>
public sealed class GeneratedInputTests
{
    /// <summary>Pieces of numbers, dates, postcodes and words, with what stands at their edges and what breaks text.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf(
            "0", "1", "12", "60", "61", "1.000", "1,000", "12,5", "0,25", "-", "−", "+", "e9", "1e999", "99999999999999999999999999999", ",", ".", " ", "\u00A0",
            "29", "30", "31", "februari", "feb.", "mrt", "ſept", "2026", "0000", "9999", "2100-12-31", "3311", "3311 AB", "٣٣١١", "１２",
            "inpakken", "de", "schoonmaken", "zoe\u0308k", "ß", "\"", "*", "(", ")", "AND", "NOT", "~", ":", "\\", "%", "&", "=", "#", "%00", "\0", "\uD83D", "\uDE42", "🙂", "\u202E", "\r\n",
            "K-00001", "23456789BCDF", "mon-1", "band", "now", "'; DROP TABLE People; --"),
        Gen.String[0, 12],
        Gen.Char.Array[0, 300].Select(letters => new string(letters)));

    private static readonly Gen<string> Text = Piece.Array[0, 6].Select(string.Concat);

    [Fact]
    public void A_number_is_read_or_refused() => Text.Sample(text =>
    {
        var (value, error) = NumberReading.Read(text);
        var (whole, wholeError) = NumberReading.ReadWhole(text);

        Assert.True(error is null || value == 0);
        Assert.True(wholeError is not null || (error is null && whole == value));
        Assert.True(new QuarterHoursAttribute().IsValid(value) == (value is >= 0.25m and <= 60 && value * 4 == decimal.Truncate(value * 4)));
    }, iter: LongRun.Inputs);

    [Fact]
    public void A_date_is_read_or_refused() => Gen.Select(Text, Text, Text).Sample((day, month, year) =>
    {
        var (date, error) = DateModelBinder.Read(day, month, year);

        Assert.True(error is not null ? date == default : date.Year is >= 1900 and <= 2100);
    }, iter: LongRun.Inputs);

    [Fact]
    public void A_postcode_is_one_of_the_country_or_none() => Text.Sample(text =>
        Assert.True(!Geography.Netherlands.TryGet(text, out var found) || found.Code == text), iter: LongRun.Inputs);

    [Fact]
    public void Words_to_look_for_become_questions_within_bounds() => Text.Sample(text =>
    {
        var words = AskedWords.Of(text);

        Assert.All(words.Steps(), step => Assert.True(Enum.IsDefined(step.Way)));
        Assert.Equal(words.Words.Count, words.Words.Distinct().Count());
    }, iter: LongRun.Inputs);

    [Fact]
    public void A_code_that_somebody_typed_becomes_one_form() => Text.Sample(text =>
    {
        var code = Secret.Clean(text);

        Assert.Equal(code, Secret.Clean(code));
        Assert.Equal(64, Secret.HashOf(code).Length);
    }, iter: LongRun.Inputs);

    [Fact]
    public void An_address_of_the_workbench_or_of_the_jobs_is_read_as_far_as_it_means_something() => Gen.Select(
        Gen.OneOf(Gen.OneOf((string[])[.. WorkbenchFacet.All.Select(f => f.Name), "regelt", "sorteer", "pagina", "zoek", "stand", "sector", "vorm"]), Text).Array[0, 6],
        Text.Array[6],
        Gen.Bool).Sample((names, values, isRaw) =>
    {
        var pairs = names.Select((name, i) => (Name: name, Value: values[i])).ToList();
        var address = string.Join('&', pairs.Select(p => isRaw ? $"{p.Name}={p.Value}" : $"{Uri.EscapeDataString(Whole(p.Name))}={Uri.EscapeDataString(Whole(p.Value))}"));
        var query = new QueryCollection(QueryHelpers.ParseQuery(address).GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Value));

        var workbench = WorkbenchFilter.Read(query);
        Assert.True(workbench.Page >= 1);
        Assert.All(workbench.Arranged, code => Assert.Contains(code, Measures.All.Select(m => m.Code)));
        Assert.All(WorkbenchFacet.All, facet => Assert.All(workbench.Chosen[facet.Name], answer => Assert.Contains(answer, facet.Answers.Select(a => a.Value))));

        var jobs = JobsFilter.Read(query, 1, seesStates: true);
        Assert.StartsWith("?", jobs.Address(), StringComparison.Ordinal);
        _ = jobs.Question(["drechtsteden"], []);
    }, iter: LongRun.Inputs);

    /// <summary>Half of a pair of surrogates cannot stand in an address.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
