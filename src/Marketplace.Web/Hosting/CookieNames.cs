namespace Marketplace.Web.Hosting;

/// <summary>The names of our cookies. Over HTTPS they have the prefix that keeps other hosts of the same domain from setting them.</summary>
/// <param name="AreSecure">Cookies go over HTTPS only.</param>
public sealed record CookieNames(bool AreSecure)
{
    public string SignedIn => Of("iedertalent");

    public string Code => Of("iedertalent-code");

    public string Form => Of("iedertalent-formulier");

    public string Message => Of("iedertalent-bericht");

    public string Scan => Of("iedertalent-scan");

    private string Of(string name) => AreSecure ? $"__Host-{name}" : name;
}
