using System.Globalization;
using System.Text;

namespace Marketplace.Domain.Privacy;

/// <summary>A run of letters. Positions are those of the folded text, end exclusive.</summary>
internal readonly record struct Word(int Start, int End, string Letters);

/// <summary>
/// A text reduced to what is read: lower case, no accents, no invisible characters, one kind of space, dash, apostrophe and
/// digit. So "ZOË", "Zoe" and a full-width "Ｚｏｅ" are the same word. Every character remembers the place it came from,
/// because findings point into the text as typed. One pass, linear in the length.
/// </summary>
internal sealed class FoldedText
{
    // Letters that Unicode does not take apart, as people type them without the key.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ı'] = "i",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
    };

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "afd", "bijv", "bv", "ca", "dhr", "dr", "drs", "ds", "evt", "excl", "hr", "incl", "ing", "ir", "jr", "mej", "mevr",
        "mr", "mw", "nr", "prof", "resp", "sr", "st", "tel", "vd", "zgn",
    };

    private readonly StringBuilder _folded;
    private readonly List<bool> _letters;
    private readonly List<int> _starts;
    private readonly List<int> _ends;

    internal FoldedText(string typed)
    {
        AsTyped = typed;
        _folded = new StringBuilder(typed.Length);
        _letters = new List<bool>(typed.Length);
        _starts = new List<int>(typed.Length);
        _ends = new List<int>(typed.Length);

        for (var i = 0; i < typed.Length;)
        {
            // A half surrogate pair is no character; it stays as a place that separates words.
            var known = Rune.DecodeFromUtf16(typed.AsSpan(i), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (known) Fold(rune, i, i + length);
            else Append('\uFFFD', false, i, i + length);
            i += length;
        }

        Text = _folded.ToString();
        Words = FindWords();
    }

    internal string AsTyped { get; }

    internal string Text { get; }

    internal IReadOnlyList<Word> Words { get; }

    internal bool IsLetter(int index) => _letters[index];

    internal bool IsLetterOrDigit(int index) => _letters[index] || char.IsAsciiDigit(Text[index]);

    /// <summary>The place in the text as typed of a part of the folded text that is not empty.</summary>
    internal (int Start, int Length) Typed(int start, int end) => (_starts[start], _ends[end - 1] - _starts[start]);

    internal int TypedStart(Word word) => _starts[word.Start];

    internal bool IsCapitalised(Word word) =>
        Rune.GetUnicodeCategory(Rune.GetRuneAt(AsTyped, _starts[word.Start]))
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

    /// <summary>True when only spaces or hyphens stand between this word and the next: "Anna Bakker", "Anna-Maria".</summary>
    internal bool AreNeighbours(int word)
    {
        var gap = Text.AsSpan(Words[word].End, Words[word + 1].Start - Words[word].End);
        return gap.Length <= 3 && !gap.ContainsAnyExcept(' ', '-');
    }

    /// <summary>
    /// True at the start of the text, of a line, and after a full stop, question or exclamation mark. The full stop of an
    /// initial ("P. Bakker") or of an abbreviation ("mevr. Bakker", "o.a. Emma") ends no sentence.
    /// </summary>
    internal bool IsSentenceStart(int word)
    {
        if (word == 0) return true;

        var before = Words[word - 1];
        var between = Text.AsSpan(before.End, Words[word].Start - before.End);
        if (between.Contains('\n')) return true;

        var afterNumber = between[(between.LastIndexOfAnyInRange('0', '9') + 1)..];
        if (afterNumber.IndexOfAny('!', '?') >= 0) return true;

        var stop = afterNumber.IndexOf('.');
        var endsAbbreviation = stop == 0 && afterNumber.Length == between.Length
            && afterNumber[1..].IndexOf('.') < 0
            && (before.Letters.Length == 1 || Abbreviations.Contains(before.Letters));
        return stop >= 0 && !endsAbbreviation;
    }

    private void Fold(Rune rune, int start, int end)
    {
        if (rune.Value is >= ' ' and < 0x7F)
        {
            var ascii = (char)rune.Value;
            Append(char.ToLowerInvariant(ascii), char.IsAsciiLetter(ascii), start, end);
        }
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        {
            Append('\uFFFD', false, start, end);
        }
        else
        {
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()) FoldPart(part, start, end);
        }
    }

    private void FoldPart(Rune part, int start, int end)
    {
        switch (part.Value)
        {
            case '\t':
                Append(' ', false, start, end);
                return;
            case '\n' or '\r' or '\v' or '\f' or 0x85:
                Append('\n', false, start, end);
                return;
            case '‘' or '’' or '‛' or '′' or 'ʼ' or 'ʻ':
                Append('\'', false, start, end);
                return;
            case '−':
                Append('-', false, start, end);
                return;
        }

        switch (Rune.GetUnicodeCategory(part))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                // An accent belongs to the letter before it, also when that letter is replaced.
                if (_ends.Count > 0 && _ends[^1] == start) _ends[^1] = end;
                break;
            case UnicodeCategory.Format or UnicodeCategory.Control:
                break;
            case UnicodeCategory.SpaceSeparator:
                Append(' ', false, start, end);
                break;
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                Append('\n', false, start, end);
                break;
            case UnicodeCategory.DashPunctuation:
                Append('-', false, start, end);
                break;
            case UnicodeCategory.DecimalDigitNumber:
                Append((char)('0' + (int)Rune.GetNumericValue(part)), false, start, end);
                break;
            case UnicodeCategory.SpacingCombiningMark:
                AppendLower(part, true, start, end);
                break;
            default:
                AppendLower(part, Rune.IsLetter(part), start, end);
                break;
        }
    }

    private void AppendLower(Rune rune, bool isLetter, int start, int end)
    {
        Span<char> characters = stackalloc char[2];
        foreach (var lower in characters[..Rune.ToLowerInvariant(rune).EncodeToUtf16(characters)])
        {
            if (!Plain.TryGetValue(lower, out var plain)) Append(lower, isLetter, start, end);
            else foreach (var letter in plain) Append(letter, isLetter, start, end);
        }
    }

    private void Append(char folded, bool isLetter, int start, int end)
    {
        _folded.Append(folded);
        _letters.Add(isLetter);
        _starts.Add(start);
        _ends.Add(end);
    }

    private List<Word> FindWords()
    {
        var words = new List<Word>();
        for (var i = 0; i < Text.Length; i++)
        {
            if (!_letters[i]) continue;
            var start = i;
            while (i < Text.Length && _letters[i]) i++;
            words.Add(new Word(start, i, Text[start..i]));
        }
        return words;
    }
}
