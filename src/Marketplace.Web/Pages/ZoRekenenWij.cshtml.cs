using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages;

/// <summary>Every arrangement in words, with the figures of the book that hold today and their sources. For everybody; no person, no database.</summary>
public sealed class ZoRekenenWijModel(RegulationBook book, Acting acting) : PageModel
{
    public sealed record SchemeSection(string Code, string Title, SchemeWords Words, IReadOnlyList<FigureRow> Figures);

    public sealed record FigureRow(string Title, IReadOnlyList<string> Lines, string Since, string Source);

    public DateOnly Today => acting.Today;

    public IReadOnlyList<SchemeSection> Schemes { get; private set; } = [];

    public void OnGet() => Schemes =
    [
        .. Arrangements.Schemes.Select(scheme => new SchemeSection(
            scheme.Code, scheme.Title, SchemeWords.Of(scheme), [.. scheme.Figures.Concat(scheme.ReadTerms.Select(t => t.Figure)).Distinct().Select(Row)])),
    ];

    private FigureRow Row(string name)
    {
        var (words, shown) = (FigureWords.Of(name), book.Shown(name, Today));
        return new FigureRow(
            words.Title, shown.Version is { } version ? words.Lines(version) : ["nog niet bekend"], FigureTexts.Since(shown), shown.Version?.Source ?? "–");
    }
}
