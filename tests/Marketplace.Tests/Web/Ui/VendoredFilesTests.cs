using System.Security.Cryptography;
using System.Text.Json;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

/// <summary>The front-end files of others are what <c>vendor.mjs</c> made of the locked versions; a build needs no npm to know.</summary>
public class VendoredFilesTests
{
    private static readonly string Library = WebSource.PathOf("wwwroot", "lib");
    private static readonly JsonElement Manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Library, "manifest.json"))).RootElement;

    [Fact]
    public void Every_file_has_the_hash_of_the_manifest()
    {
        var files = Manifest.GetProperty("files").EnumerateObject().ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(file.Value.GetProperty("sha256").GetString(), Hash(Path.Combine(Library, file.Name))));
    }

    [Fact]
    public void No_file_lies_beside_the_manifest()
    {
        var known = Manifest.GetProperty("files").EnumerateObject().Select(file => file.Name).Append("manifest.json").Order(StringComparer.Ordinal);
        var found = Directory.EnumerateFiles(Library, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Library, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

        Assert.Equal(known, found);
    }

    [Fact]
    public void The_lock_file_is_the_one_they_were_made_with_and_names_no_registry()
    {
        var path = WebSource.PathOf("Ui", "vendor", "package-lock.json");

        Assert.Equal(Manifest.GetProperty("lockSha256").GetString(), Hash(path));
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_licence_lies_beside_its_files() => Assert.All(
        new[] { "fonts/OFL.txt", "htmx/LICENSE", "icons/LICENSE", "nlds/LICENSE-EUPL-1.2.md", "nlds/NOTICE.md" },
        name => Assert.True(File.Exists(Path.Combine(Library, name)), name));

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
