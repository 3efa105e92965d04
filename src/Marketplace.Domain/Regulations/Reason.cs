using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations;

/// <summary>A reason that a scheme can give, with its words and ground; all of them stand in <c>Regulations/reasons-nl.json</c>.</summary>
/// <param name="Code">The code in the results.</param>
/// <param name="Text">The Dutch sentence, B1, at most 15 words.</param>
/// <param name="Basis">The article; null when it is no rule.</param>
/// <param name="Kind">What it rests on, unless <paramref name="KindIn"/> or <paramref name="KindWithUwv"/> says otherwise; null when it is no rule.</param>
/// <param name="DecidedBy">Who decides.</param>
/// <param name="DecidedByText">Who decides, in Dutch.</param>
/// <param name="KindIn">Another kind in some schemes, by their code.</param>
/// <param name="KindWithUwv">Another kind when the benefit is one of UWV.</param>
/// <param name="Remark">What is of another kind though the reason itself is not.</param>
public sealed record Reason(
    string Code,
    string Text,
    string? Basis,
    ReasonKind? Kind,
    string DecidedBy,
    string DecidedByText,
    IReadOnlyDictionary<string, ReasonKind>? KindIn = null,
    ReasonKind? KindWithUwv = null,
    string? Remark = null)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, Reason> ByCode = Load();

    /// <summary>All reasons.</summary>
    public static IReadOnlyCollection<Reason> All => ByCode.Values;

    /// <summary>The reason of a code.</summary>
    /// <exception cref="KeyNotFoundException">No scheme gives such a reason.</exception>
    public static Reason Of(string code) => ByCode[code];

    /// <summary>What the reason rests on in a result.</summary>
    /// <param name="scheme">The scheme that gives the reason.</param>
    /// <param name="facts">The facts it was given for: with a benefit of UWV the law itself may say it (WW 76a, WIA 37).</param>
    public ReasonKind? KindFor(string scheme, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (KindWithUwv is not null && facts.HasAny(Status.Ww, Status.WiaWao, Status.WajongArb))
        {
            return KindWithUwv;
        }

        return KindIn is not null && KindIn.TryGetValue(scheme, out var kind) ? kind : Kind;
    }

    private static Dictionary<string, Reason> Load()
    {
        using var stream = EmbeddedFile.Open("Regulations/reasons-nl.json");
        return JsonSerializer.Deserialize<Reason[]>(stream, Format)!.ToDictionary(reason => reason.Code, StringComparer.Ordinal);
    }
}
