namespace Marketplace.Domain.Privacy;

/// <summary>Something with free text that <see cref="TextGuard"/> reads, and with the answers that were given to it.</summary>
public interface IGuardedText
{
    /// <summary>Words of which somebody said "Dit is geen naam"; the text guard does not ask again.</summary>
    List<string> NotNames { get; }

    /// <summary>"Dit is geen naam": the text guard does not ask about this word again here. The audit row is the log.</summary>
    void AcceptWord(string word)
    {
        if (!NotNames.Contains(word, StringComparer.OrdinalIgnoreCase))
            NotNames.Add(word);
    }
}
