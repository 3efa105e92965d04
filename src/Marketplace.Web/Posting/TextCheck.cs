using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Posting;

/// <summary>
/// The text guard at the fields of a form. It reads the text before it is saved and never changes what was typed by itself: the page shows
/// what was found, with "Vervang door ‘deze persoon’" and "Dit is geen naam" (partial _TextFindings).
/// </summary>
public sealed class TextCheck(MarketplaceDbContext db, IdentityVault vault)
{
    private FreeText? _read;
    private IReadOnlyCollection<string>? _names;
    private bool _isAnswered;

    /// <summary>The text as it stands in the form.</summary>
    public string Text => _read?.Text ?? "";

    /// <summary>The field of that text.</summary>
    public string Field => _read?.Field ?? "";

    /// <summary>What comes in the place of a name.</summary>
    public string Replacement { get; private set; } = "deze persoon";

    public IReadOnlyList<TextFinding> Findings { get; private set; } = [];

    /// <summary>An answer was given and nothing is found any more; the text is not saved yet.</summary>
    public bool IsNowGood => _isAnswered && Findings.Count == 0;

    /// <summary>
    /// Checks the texts up to the first with something in it, and puts the error at its field. What is about a person is checked with the
    /// names of the vault; reading those is saved at once, so this comes before any change of the person.
    /// </summary>
    public async Task<bool> IsSafeAsync(IGuardedText owner, ModelStateDictionary state, IEnumerable<FreeText> texts, CancellationToken cancellationToken)
    {
        Findings = [];
        if (owner is not Person)
            Replacement = "een collega"; // what is published of work is about nobody in particular
        foreach (var text in texts)
        {
            _read = text;
            if (string.IsNullOrWhiteSpace(text.Text))
                continue;
            _names ??= owner is Person person ? (await vault.ReadAsync(person.Id, "Vrije tekst controleren op namen", cancellationToken))?.OwnNames ?? [] : [];
            Findings = TextGuard.Check(Text, _names, owner.NotNames);
            if (Findings.Count == 0)
                continue;
            state.AddModelError(Field, string.Join(' ', GuardWords.Of(Findings)));
            return false;
        }

        return true;
    }

    /// <summary>"Vervang door ‘deze persoon’": the text of the form, with that in the place of this word.</summary>
    public void Replace(string word)
    {
        _isAnswered = true;
        _read?.Retype(Findings.Where(f => f.Word == word).Reverse().Aggregate(Text, (text, finding) => TextGuard.Replace(text, finding, Replacement)));
    }

    /// <summary>"Dit is geen naam": a word that only looks like a name is kept where the text belongs, and logged.</summary>
    /// <returns>Whether something was saved.</returns>
    public async Task<bool> KeepAsync<TOwner>(TOwner owner, Guid? version, string word, CancellationToken cancellationToken)
        where TOwner : Root, IGuardedText
    {
        _isAnswered = true;
        if (version is { } seen)
            db.Expect(owner, seen);
        if (Findings.Any(f => !f.Refuses && f.Word == word))
            owner.AcceptWord(word);
        return await db.SaveChangesAsync(cancellationToken) > 0;
    }
}
