using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Posting;

/// <summary>A form with texts that the guard reads, and the two answers to what it finds there (partial _TextFindings).</summary>
/// <typeparam name="TOwner">Where the texts belong, and which keeps the words that are no name.</typeparam>
public abstract class TextPage<TOwner>(TextCheck check) : PageModel, IFormPage
    where TOwner : Root, IGuardedText
{
    /// <summary>What the guard found.</summary>
    public TextCheck Check => check;

    protected abstract IEnumerable<FreeText> Texts { get; }

    /// <summary>The version of the owner that the form was made from; null: this form changes nothing else of it.</summary>
    protected virtual Guid? Version => null;

    public abstract Task<bool> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Null: there is none for who asks (404).</summary>
    protected abstract Task<TOwner?> OwnerAsync(CancellationToken cancellationToken);

    protected Task<bool> IsSafeAsync(TOwner owner, CancellationToken cancellationToken) => check.IsSafeAsync(owner, ModelState, Texts, cancellationToken);

    /// <summary>"Vervang door ‘deze persoon’": changes the text in the form; saving stays an act of its own.</summary>
    public async Task<IActionResult> OnPostReplaceAsync(string word, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(cancellationToken) is not { } owner)
            return NotFound();
        await IsSafeAsync(owner, cancellationToken);
        check.Replace(word);
        return await AgainAsync(owner, cancellationToken);
    }

    /// <summary>"Dit is geen naam": kept for the owner and logged, and the text stays as it was typed.</summary>
    public async Task<IActionResult> OnPostNotANameAsync(string word, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(cancellationToken) is not { } owner)
            return NotFound();
        await IsSafeAsync(owner, cancellationToken);
        if (await check.KeepAsync(owner, Version, word, cancellationToken) && Version is not null)
            ModelState.Remove("In.Version");
        return await AgainAsync(owner, cancellationToken);
    }

    /// <summary>The form again, with what the guard finds now.</summary>
    private async Task<IActionResult> AgainAsync(TOwner owner, CancellationToken cancellationToken)
    {
        ModelState.Remove(check.Field);
        await IsSafeAsync(owner, cancellationToken);
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }
}
