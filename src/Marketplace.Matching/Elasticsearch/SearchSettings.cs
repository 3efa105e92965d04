using System.Text.RegularExpressions;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Where Elasticsearch is: the section <c>Search</c> of the configuration. Without an address the index in the process answers alone.</summary>
public sealed partial class SearchSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Search";

    /// <summary>The one value of <see cref="Compatibility"/>.</summary>
    public const string OpenSearch = "opensearch";

    /// <summary>Address of the server; null: there is none.</summary>
    public Uri? Url { get; set; }

    /// <summary>Key for a server that asks for one.</summary>
    public string? ApiKey { get; set; }

    /// <summary><see cref="OpenSearch"/> for that server, which the client refuses otherwise; null: Elasticsearch 9 or 10.</summary>
    public string? Compatibility { get; set; }

    /// <summary>What the names of our indices begin with, so that several installations can share a server.</summary>
    public string Prefix { get; set; } = "iedertalent";

    /// <summary>How long a question may take before the index in the process answers it.</summary>
    public TimeSpan QuestionBudget { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long one request to write, or the check of the server, may take.</summary>
    public TimeSpan WriteBudget { get; set; } = TimeSpan.FromSeconds(30);

    internal bool SpeaksOpenSearch => Compatibility == OpenSearch;

    /// <summary>Checks the settings; the program must not start with wrong ones.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public void Check()
    {
        if (Url is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
            throw new InvalidOperationException("Search:Url is not an address that begins with http:// or https://.");
        if (Compatibility is not (null or "" or OpenSearch))
            throw new InvalidOperationException($"Search:Compatibility is empty or {OpenSearch}.");
        if (!PrefixForm().IsMatch(Prefix))
            throw new InvalidOperationException("Search:Prefix is 1 to 40 small letters, digits or underscores and begins with a letter.");
    }

    // Without a dash: otherwise the indices of one prefix could be taken for those of another.
    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex PrefixForm();
}
