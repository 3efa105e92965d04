using System.Globalization;
using System.Text;
using System.Text.Json;
using Marketplace.Domain.Regulations;

namespace Marketplace.Tests.Consistency;

/// <summary>Writes docs/rules.md from the schemes, the figures and the reasons.</summary>
internal static class RulesPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Rules

            Written from the code and the data files; do not edit. `MARKETPLACE_REWRITE=1` and the test `RulesPageTests` write it anew.

            The logic of a scheme is in `src/Marketplace.Domain/Regulations/Schemes/`, its figures are dated files in
            `src/Marketplace.Domain/Regulations/Figures/`, the sentences are in `reasons-nl.json`. Every answer is indicative: the
            municipality, UWV or the Belastingdienst decides.

            Confidence of a figure: V read in the law or in several places · V2 one secondary source · GK general knowledge, to be
            confirmed (results say `figure-unconfirmed`) · NV not found · OWN a choice of this program. A *figure* is listed with the
            result and can be missing; a *term* always has a value, before its first version that of the first.

            ## Schemes

            """.ReplaceLineEndings("\n"));

        foreach (var scheme in Arrangements.Schemes)
        {
            page.Append('\n').Append(Line($"### {scheme.Title} (`{scheme.Code}`)")).Append('\n');
            page.Append(Line($"- Article: {scheme.Basis}"));
            page.Append(Line($"- Decides: {scheme.DecidedBy}"));
            page.Append(Line($"- Figures: {Named(scheme.Figures)}"));
            page.Append(Line($"- Terms: {Named(scheme.ReadTerms.Select(term => term.Member is null ? term.Figure : $"{term.Figure} {term.Member}"))}"));
        }

        page.Append("\n## Figures\n\n| figure | valid from | value | unit | confidence | source | used by |\n|---|---|---|---|---|---|---|\n");
        foreach (var figure in RegulationBook.Current.Figures)
        {
            foreach (var version in figure.Versions)
            {
                page.Append(Row(
                    $"`{figure.Name}`", Date(version.ValidFrom), Value(version.Value), figure.Unit, Mark(version.Confidence),
                    version.PublishedOn is { } day ? $"{version.Source}; published {Date(day)}" : version.Source,
                    figure.UsedBy.Count == 0 ? "–" : string.Join(", ", figure.UsedBy)));
            }
        }

        page.Append("\n## Reasons\n\n| code | sentence | basis | kind | decides |\n|---|---|---|---|---|\n");
        foreach (var reason in Reason.All)
        {
            page.Append(Row($"`{reason.Code}`", reason.Text, reason.Basis ?? "–", Kind(reason), reason.DecidedBy));
        }

        return page.ToString();
    }

    private static string Named(IEnumerable<string> names) =>
        names.Any() ? string.Join(", ", names.Select(name => $"`{name}`")) : "none";

    private static string Kind(Reason reason)
    {
        var parts = new List<string> { Word(reason.Kind) };
        parts.AddRange((reason.KindIn ?? new Dictionary<string, ReasonKind>()).Select(other => $"{Word(other.Value)} in {other.Key}"));
        if (reason.KindWithUwv is not null)
        {
            parts.Add($"{Word(reason.KindWithUwv)} with a benefit of UWV");
        }

        if (reason.Remark is not null)
        {
            parts.Add(reason.Remark);
        }

        return string.Join("; ", parts);
    }

    private static string Word(ReasonKind? kind) => kind switch
    {
        ReasonKind.Statutory => "statutory",
        ReasonKind.Uwv => "UWV",
        ReasonKind.Municipal => "municipal",
        _ => "–",
    };

    private static string Mark(Confidence confidence) => confidence switch
    {
        Confidence.Verified => "V",
        Confidence.OneSource => "V2",
        Confidence.GeneralKnowledge => "GK",
        Confidence.NotFound => "NV",
        _ => "OWN",
    };

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "unknown",
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(member => $"{member.Name} {Value(member.Value)}")),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
    };

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Row(params string[] cells) => Line($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");

    private static string Line(string text) => text + "\n";
}
