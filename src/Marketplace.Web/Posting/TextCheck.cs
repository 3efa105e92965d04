using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Posting;

/// <summary>
/// The text guard at the fields of a form. It reads the text before it is saved and never changes what was typed by itself: the page shows
/// what was found, with "Vervang door ‘deze persoon’" and "Dit is geen naam" (partial _TextFindings).
/// </summary>
public sealed class TextCheck(IdentityVault vault)
{
    private IReadOnlyCollection<string>? _names;
    private bool _isAnswered;

    /// <summary>The text as it stands in the form.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The field of that text.</summary>
    public string Field { get; private set; } = "";

    /// <summary>What comes in the place of a name.</summary>
    public string Replacement { get; private set; } = "deze persoon";

    public IReadOnlyList<TextFinding> Findings { get; private set; } = [];

    /// <summary>An answer was given and nothing is found any more; the text is not saved yet.</summary>
    public bool IsNowGood => _isAnswered && Findings.Count == 0;

    /// <summary>
    /// Checks the text with the names of the vault and puts the error at the field. Reading the vault is saved at once, so this comes before
    /// any change of the person.
    /// </summary>
    public async Task<bool> IsSafeAsync(Person person, string? text, ModelStateDictionary state, string field, CancellationToken cancellationToken)
    {
        (Text, Field, Findings) = (text ?? "", field, []);
        if (string.IsNullOrWhiteSpace(text))
            return true;
        _names ??= (await vault.ReadAsync(person.Id, "Vrije tekst controleren op namen", cancellationToken))?.OwnNames ?? [];
        return IsSafe(person, _names, state);
    }

    /// <summary>Checks what is published of work, which is about nobody in particular; stops at the first field with something in it.</summary>
    public bool IsSafe(IGuardedText work, ModelStateDictionary state, params (string Field, string? Text)[] texts)
    {
        Replacement = "een collega";
        foreach (var (field, text) in texts)
        {
            (Text, Field) = (text ?? "", field);
            if (!IsSafe(work, [], state))
                return false;
        }

        return true;
    }

    /// <summary>"Vervang door ‘deze persoon’": the text with that in the place of this word.</summary>
    public string Without(string word)
    {
        _isAnswered = true;
        return Findings.Where(f => f.Word == word).Reverse().Aggregate(Text, (text, finding) => TextGuard.Replace(text, finding, Replacement));
    }

    /// <summary>"Dit is geen naam": a word that only looks like a name is kept where the text belongs, and logged.</summary>
    public void Keep(IGuardedText owner, string word)
    {
        _isAnswered = true;
        if (Findings.Any(f => !f.Refuses && f.Word == word))
            owner.AcceptWord(word);
    }

    private bool IsSafe(IGuardedText owner, IReadOnlyCollection<string> names, ModelStateDictionary state)
    {
        Findings = TextGuard.Check(Text, names, owner.NotNames);
        if (Findings.Count > 0)
            state.AddModelError(Field, string.Join(' ', GuardWords.Of(Findings)));
        return Findings.Count == 0;
    }
}
