using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Posting;

/// <summary>
/// The text guard at one field of a form. It reads the text before it is saved and never changes what was typed by itself: the page shows
/// what was found, with "Vervang door ‘deze persoon’" and "Dit is geen naam" (partial _TextFindings).
/// </summary>
public sealed class TextCheck(IdentityVault vault)
{
    private IReadOnlyCollection<string>? _names;
    private bool _isAnswered;

    /// <summary>The text as it stands in the form.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<TextFinding> Findings { get; private set; } = [];

    /// <summary>An answer was given and nothing is found any more; the text is not saved yet.</summary>
    public bool IsNowGood => _isAnswered && Findings.Count == 0;

    /// <summary>
    /// Checks the text with the names of the vault and puts the error at the field. Reading the vault is saved at once, so this comes before
    /// any change of the person.
    /// </summary>
    public async Task<bool> IsSafeAsync(Person person, string? text, ModelStateDictionary state, string field, CancellationToken cancellationToken)
    {
        (Text, Findings) = (text ?? "", []);
        if (string.IsNullOrWhiteSpace(text))
            return true;
        _names ??= (await vault.ReadAsync(person.Id, "Vrije tekst controleren op namen", cancellationToken))?.OwnNames ?? [];
        Findings = TextGuard.Check(text, _names, person.NotNames);
        if (Findings.Count > 0)
            state.AddModelError(field, string.Join(' ', GuardWords.Of(Findings)));
        return Findings.Count == 0;
    }

    /// <summary>"Vervang door ‘deze persoon’": the text with that in the place of this word.</summary>
    public string Without(string word)
    {
        _isAnswered = true;
        return Findings.Where(f => f.Word == word).Reverse().Aggregate(Text, TextGuard.Replace);
    }

    /// <summary>"Dit is geen naam": a word that only looks like a name is kept for this person, and logged.</summary>
    public void Keep(Person person, string word)
    {
        _isAnswered = true;
        if (Findings.Any(f => !f.Refuses && f.Word == word))
            person.AcceptWord(word);
    }
}
