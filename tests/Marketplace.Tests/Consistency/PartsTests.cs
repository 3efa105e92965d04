using System.Text.Json;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>The parts of others that the program ships: each with its version and hash in the list beside it, and named with its licence in NOTICE.md.</summary>
public sealed class PartsTests
{
    private static readonly JsonElement List = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(ProgramProcess.Built, ".deps.json"))).RootElement;

    [Fact]
    public void Every_part_that_is_shipped_has_a_version_and_a_hash_and_is_named_in_the_notice()
    {
        var notice = File.ReadAllText(Path.Combine(StoredFile.Root, "NOTICE.md"));
        var libraries = List.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package").ToDictionary(l => l.Name, l => l.Value.GetProperty("sha512").GetString());
        var shipped = Shipped().Where(libraries.ContainsKey).ToList();
        Assert.True(shipped.Count > 30, $"Only {shipped.Count} parts.");
        Assert.DoesNotContain(shipped, part => part.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)); // of the tool for migrations

        Assert.All(shipped, part => Assert.StartsWith("sha512-", libraries[part], StringComparison.Ordinal));
        Assert.DoesNotContain(shipped.Select(part => part.Split('/')[0]), name => !IsNamed(notice, name));
    }

    [Fact]
    public void There_are_terms_for_updates_and_one_place_for_versions()
    {
        var terms = File.ReadAllText(Path.Combine(StoredFile.Root, "docs", "operations.md"));
        Assert.Contains("critical within 3 days, high within 14, the rest within 90", terms, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(StoredFile.Root, "*.csproj", SearchOption.AllDirectories), project => Assert.DoesNotMatch("<PackageReference[^>]* Version=", File.ReadAllText(project)));
    }

    /// <summary>What the program leads to, without the tool that writes migrations.</summary>
    private static HashSet<string> Shipped()
    {
        var target = List.GetProperty("targets").EnumerateObject().Single().Value;
        var (seen, next) = (new HashSet<string>(), new Stack<string>(target.EnumerateObject().Select(l => l.Name).Where(n => n.StartsWith("Marketplace.Web/", StringComparison.Ordinal))));
        while (next.TryPop(out var name))
        {
            if (!seen.Add(name) || !target.GetProperty(name).TryGetProperty("dependencies", out var dependencies))
                continue;
            foreach (var dependency in dependencies.EnumerateObject().Where(d => d.Name != "Microsoft.EntityFrameworkCore.Design").Select(d => $"{d.Name}/{d.Value.GetString()}").Where(d => target.TryGetProperty(d, out _)))
                next.Push(dependency);
        }

        return seen;
    }

    /// <summary>By its own name, or as one of a family that the notice names as a whole.</summary>
    private static bool IsNamed(string notice, string part) => part.StartsWith("System.", StringComparison.Ordinal) || notice.Contains(part, StringComparison.Ordinal)
        || Families.Any(family => part.StartsWith(family, StringComparison.Ordinal) && notice.Contains(family.TrimEnd('.'), StringComparison.Ordinal));

    private static readonly string[] Families = ["Microsoft.", "Azure.", "Hangfire.", "OpenTelemetry", "SQLitePCLRaw.", "Lucene.Net."];
}
