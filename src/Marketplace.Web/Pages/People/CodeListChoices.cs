using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.People;

/// <summary>A code list as answers to choose.</summary>
public static class CodeListChoices
{
    public static IReadOnlyList<Choice> Choices(this CodeList list) => [.. list.Entries.Select(e => new Choice(e.Key, e.Value))];

    /// <summary>Only some codes of the list, in their own order.</summary>
    public static IReadOnlyList<Choice> Choices(this CodeList list, IEnumerable<string> codes) => [.. codes.Select(c => new Choice(c, list.Word(c)))];
}
