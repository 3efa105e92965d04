using System.Text.Json;
using System.Text.Unicode;

namespace Marketplace.Domain.Contracts;

/// <summary>
/// Reads the input of a command as JSON in the narrow sense of RFC 8259: valid UTF-8 with at most one byte order
/// mark, one value and nothing after it, no comment, no trailing comma, no NaN, no field twice in one object and no
/// half surrogate pair. Where JSON readers usually differ, this one refuses.
/// </summary>
public static class StrictJson
{
    /// <summary>The limit where a contract names none; far above what any input needs, and no recursion depends on it.</summary>
    public const int GenerousNesting = 100_000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses the whole file.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="maxNesting">How many objects and lists may be nested; a scalar is no level.</param>
    /// <returns>The document, to be disposed by the caller, or null when the bytes are not JSON.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> file, int maxNesting = GenerousNesting)
    {
        var text = file.Span.StartsWith(ByteOrderMark) ? file[ByteOrderMark.Length..] : file;
        if (!Utf8.IsValid(text.Span) || !IsStrict(text.Span, maxNesting))
        {
            return null;
        }

        return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxNesting });
    }

    /// <summary>One pass over all tokens, because a document does not tell later whether a name stood twice.</summary>
    private static bool IsStrict(ReadOnlySpan<byte> text, int maxNesting)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = maxNesting });
        var namesOfOpenObjects = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        namesOfOpenObjects.Push(new HashSet<string>(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject:
                        namesOfOpenObjects.Pop();
                        break;
                    case JsonTokenType.PropertyName when !namesOfOpenObjects.Peek().Add(reader.GetString()!):
                        return false;
                    case JsonTokenType.String when reader.ValueIsEscaped:
                        _ = reader.GetString(); // throws on half a surrogate pair
                        break;
                }
            }

            return true;
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
