namespace Marketplace.Domain.Vocabulary;

/// <summary>Opens a data file that is embedded in this assembly under its path below the project.</summary>
internal static class EmbeddedFile
{
    internal static Stream Open(string path) =>
        typeof(EmbeddedFile).Assembly.GetManifestResourceStream(path)
        ?? throw new InvalidOperationException($"The embedded file {path} is missing.");

    internal static string ReadAllText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }
}
