using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Domain.Organisations;

namespace Marketplace.Web.Access;

/// <summary>
/// Passwords that are tried first: the ones that most people have, and the own words of this service with little around them. Letters, numbers and
/// signs count the same; a password needs none of them.
/// </summary>
public static class GuessablePassword
{
    /// <summary>So few letters beside known words are soon guessed.</summary>
    private const int FewLetters = 6;

    /// <summary>Shorter words stand in too many others by chance.</summary>
    private const int ShortestWord = 4;

    /// <summary>Of each common password the first eight bytes of its SHA-256, so that their words stand nowhere in our source (NOTICE.md says whose list it is).</summary>
    private static readonly Lazy<FrozenSet<ulong>> Common = new(ReadCommon);

    /// <summary>What Dutch people choose when a system asks for a password, and what this program is about.</summary>
    private static readonly string[] Known =
    [
        "iedertalent", "ieder", "talent", "talenten", "marketplace", "werkcentrum", "werkplein", "werkgever", "werkgeversservicepunt", "gemeente", "sociale", "dienst", "jobcoach", "consulent", "beheerder",
        "kandidaat", "participatie", "inloggen", "welkom", "wachtwoord", "geheim", "password", "passwort", "login", "admin", "administrator", "qwerty", "azerty", "letmein", "welcome", "hallo", "hoihoi",
        "zomer", "winter", "herfst", "lente", "voorjaar", "najaar", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december", "voetbal", "feyenoord", "ajax", "nederland", "holland",
    ];

    /// <summary>Words of the regions, such as "Drechtsteden".</summary>
    private static readonly Lazy<string[]> Regions = new(() => [.. LabourMarketRegion.All.SelectMany(r => WordsOf(r.Name))]);

    /// <summary>How many common passwords are known.</summary>
    public static int CountOfCommon => Common.Value.Count;

    /// <summary>Many people have this password.</summary>
    public static bool IsCommon(string password) => Common.Value.Contains(MarkOf(password));

    /// <summary>A word of the own organisation, of a region or of this service, and then hardly anything.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="own">Names of the organisations of the user.</param>
    public static bool IsOwnWord(string password, IEnumerable<string> own)
    {
        var words = own.SelectMany(WordsOf).Concat(Known).Concat(Regions.Value).Where(w => w.Length >= ShortestWord).Distinct().OrderByDescending(w => w.Length).ToList();
        return IsLittleBeside(words, Letters(password)) || IsLittleBeside(words, Letters(AsLetters(password)));
    }

    private static bool IsLittleBeside(IEnumerable<string> words, string letters)
    {
        var rest = words.Aggregate(letters, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest.Length < letters.Length && rest.Length < FewLetters;
    }

    private static IEnumerable<string> WordsOf(string name) => name.Split([' ', '-', '/', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(Letters).Append(Letters(name));

    /// <summary>The letters without accents, small. First the letters, because what is no sign of Unicode at all cannot be normalized.</summary>
    private static string Letters(string text) => string.Concat(string.Concat(text.Where(char.IsLetter)).Normalize(NormalizationForm.FormD).Where(char.IsLetter)).ToLowerInvariant();

    /// <summary>Numbers and signs that people write for a letter.</summary>
    private static string AsLetters(string text) => string.Concat(text.Select(c => c switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c }));

    private static ulong MarkOf(string password) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(password.ToLowerInvariant())));

    private static FrozenSet<ulong> ReadCommon()
    {
        using var reader = new StreamReader(typeof(GuessablePassword).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToFrozenSet();
    }
}
