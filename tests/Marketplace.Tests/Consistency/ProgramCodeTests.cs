using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Marketplace.Domain.People;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>
/// What the program never does, read from its compiled code: every type and method of others that it names. What is not named cannot be called, but
/// for reflection and what libraries do.
/// </summary>
public sealed partial class ProgramCodeTests
{
    private static readonly string[] Projects = ["Domain", "Matching", "Data", "Jobs", "Web"];

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>> Named = new(() => Projects.ToDictionary(p => p, NamesOf));

    [Fact]
    public void It_names_what_it_is_known_to_use() // otherwise the other tests see nothing
    {
        Assert.Contains("System.Security.Cryptography.RandomNumberGenerator", Named.Value["Web"]);
        Assert.Contains("System.TimeProvider.GetUtcNow", Named.Value["Web"]);
        Assert.Contains("Microsoft.EntityFrameworkCore.DbContext", Named.Value["Data"]);
    }

    [Theory]
    [InlineData("System.Diagnostics.Process.Start")]
    [InlineData("System.Diagnostics.ProcessStartInfo")]
    [InlineData("System.Runtime.InteropServices.DllImportAttribute")]
    [InlineData("System.Runtime.InteropServices.NativeLibrary")]
    public void It_starts_no_command_and_loads_no_native_code_of_its_own(string name) => Assert.Empty(Naming(name));

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTime.get_Today")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.TimeProvider.GetLocalNow")]
    public void It_reads_the_time_of_one_clock_in_UTC(string name) => Assert.Empty(Naming(name));

    [Theory]
    [InlineData("System.Runtime.Serialization.Formatters.Binary.BinaryFormatter")]
    [InlineData("System.Xml.XmlDocument")]
    [InlineData("System.Xml.XmlReader")]
    [InlineData("System.Xml.Linq.XDocument")]
    [InlineData("System.Xml.Serialization.XmlSerializer")]
    [InlineData("System.Type.GetType")]
    [InlineData("System.Reflection.Assembly.Load")]
    [InlineData("System.Reflection.Assembly.LoadFrom")]
    public void It_reads_no_format_that_makes_types_or_asks_for_files(string name) => Assert.Empty(Naming(name));

    /// <summary>HTML that is not encoded is made by the tag helpers only, out of parts that are.</summary>
    [Fact]
    public void Pages_write_nothing_without_encoding()
    {
        Assert.DoesNotContain("Microsoft.AspNetCore.Mvc.Rendering.IHtmlHelper.Raw", Named.Value["Web"]);
        Assert.Empty(Naming("Microsoft.AspNetCore.Mvc.ControllerBase"));
    }

    /// <summary>Everything that opens a connection is known by its place, and gets its address from a setting.</summary>
    [Fact]
    public void It_speaks_with_the_database_the_mail_server_the_search_server_and_the_collector_only()
    {
        Assert.Empty(Naming("System.Net.Http.HttpClient"));
        Assert.Empty(Naming("System.Net.WebRequest"));
        Assert.Empty(Naming("System.Net.Sockets.Socket"));
        Assert.Equal(["Jobs"], Naming("MailKit.Net.Smtp.SmtpClient"));
        Assert.Equal(["Jobs"], Naming("System.Net.Sockets.TcpClient")); // asks whether the mail server is there
        Assert.Equal(["Matching"], Naming("Elastic.Transport.HttpRequestInvoker"));
        Assert.Equal(["src/Marketplace.Jobs/Mail/SmtpTransport.cs"], Files("new SmtpClient|new TcpClient"));
        Assert.Equal(["src/Marketplace.Matching/Elasticsearch/SearchClient.cs"], Files("new HttpRequestInvoker|new SingleNodePool"));
        Assert.Equal( // a backup is a file; Design is for the tool that writes migrations
            ["src/Marketplace.Data/DatabaseSetup.cs", "src/Marketplace.Jobs/JobsSetup.cs", "src/Marketplace.Web/Commands/Safekeeping.cs"],
            Files(@"UseSqlServer\(|UseSqlite\(|new SqlServerStorage\(").Where(f => !f.EndsWith("Design.cs", StringComparison.Ordinal)));
        Assert.Equal(["src/Marketplace.Web/Hosting/TelemetryExport.cs"], Files(@"AddOtlpExporter\("));
    }

    [Fact]
    public void Its_cryptography_is_that_of_NET_and_nothing_weak()
    {
        var used = Named.Value.Values.SelectMany(names => names).Where(n => n.StartsWith("System.Security.Cryptography.", StringComparison.Ordinal))
            .Select(n => n["System.Security.Cryptography.".Length..].Split('.')[0]).Where(n => n != "X509Certificates").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["CryptographicException", "CryptographicOperations", "HMACSHA1", "RandomNumberGenerator", "SHA256"], used);

        // HMAC-SHA-1 is what every app for codes does; it is in that one file.
        Assert.Equal(["src/Marketplace.Web/Access/SecondStep.cs"], Files("HMACSHA1"));
        var random = Naming("System.Random.Next");
        Assert.Equal(["Data"], random); // the demo region, the same every time
        Assert.All(Files(@"\bnew Random\(|Random\.Shared"), file => Assert.StartsWith("src/Marketplace.Data/Seeding/", file, StringComparison.Ordinal));
    }

    [Fact]
    public void No_part_of_it_is_unsafe()
    {
        Assert.DoesNotContain(Named.Value.Values, names => names.Contains("System.Security.UnverifiableCodeAttribute"));
        Assert.Empty(Files(@"\bunsafe\b(?=[ {])"));
    }

    /// <summary>A pattern that is not written where it is used comes from our own code: one place takes it, and those that call it name a constant.</summary>
    [Fact]
    public void No_pattern_and_no_format_is_made_of_what_somebody_typed()
    {
        Assert.Equal(["src/Marketplace.Jobs/Imports/RowReader.cs"], Files(@"new Regex\(|Regex\.(IsMatch|Match|Matches|Replace|Split)\("));
        var patterns = Sources().SelectMany(s => RowPattern().Matches(s.Text)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern => Assert.True(typeof(IdentityRules).GetField(pattern.Split('.')[^1])!.IsLiteral && pattern.StartsWith("IdentityRules.", StringComparison.Ordinal), pattern));

        // Formats: our sentences and the words of the book of rules.
        Assert.Equal(
            ["src/Marketplace.Domain/Regulations/FigureWords.cs", "src/Marketplace.Web/Texts/ArrangementWords.cs", "src/Marketplace.Web/Texts/FigureTexts.cs", "src/Marketplace.Web/Texts/Sentences.cs"],
            Files(@"string\.Format\(|CompositeFormat|AppendFormat\("));
    }

    private static IReadOnlyList<string> Naming(string name) => [.. Named.Value.Where(p => p.Value.Contains(name)).Select(p => p.Key)];

    private static IReadOnlyList<string> Files(string pattern) =>
        [.. Sources().Where(s => Regex.IsMatch(s.Text, pattern)).Select(s => s.Path).Order(StringComparer.Ordinal)];

    /// <summary>Our source without remarks, which may name anything.</summary>
    private static IEnumerable<(string Path, string Text)> Sources() => Directory.EnumerateFiles(Path.Combine(StoredFile.Root, "src"), "*.cs*", SearchOption.AllDirectories)
        .Select(path => (Full: path, Path: Path.GetRelativePath(StoredFile.Root, path).Replace('\\', '/')))
        .Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) || f.Path.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal))
        .Select(f => (f.Path, Remark().Replace(File.ReadAllText(f.Full), "")));

    private static IReadOnlySet<string> NamesOf(string project)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"Marketplace.{project}.dll"));
        using var assembly = new PEReader(file);
        var reader = assembly.GetMetadataReader();
        var names = reader.TypeReferences.Select(handle => TypeOf(reader, handle)).ToHashSet();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
                names.Add($"{TypeOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}");
        }

        return names;
    }

    private static string TypeOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    [GeneratedRegex(@"^\s*//.*$|(?<=[;{}]\s*)//.*$", RegexOptions.Multiline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\.Line\([^,()]+, [^,()]+, ([^,()]+), ")]
    private static partial Regex RowPattern();
}
