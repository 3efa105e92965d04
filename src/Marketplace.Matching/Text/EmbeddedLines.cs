namespace Marketplace.Matching.Text;

/// <summary>A list of words that is embedded in this assembly; lines with <c>#</c> are notes.</summary>
internal static class EmbeddedLines
{
    internal static List<string> Of(string file)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream($"Text/{file}")
            ?? throw new InvalidOperationException($"The embedded file {file} is missing.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } text && text[0] != '#')
                lines.Add(text);
        }

        return lines;
    }
}
