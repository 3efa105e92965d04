using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Marketplace.Data.Privacy;
using Marketplace.Testing;
using Marketplace.Web.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>A backup of the default, looked at and put back on an empty machine, with and without the keys of the vault.</summary>
public sealed class SafekeepingTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ieder-talent-safe-").FullName;
    private readonly StringWriter _output = new(), _error = new();

    public void Dispose()
    {
        _site.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_backup_of_a_running_program_gives_every_name_back_on_an_empty_machine()
    {
        var people = await _site.WithAsync(db => db.People.Select(p => p.Id).ToListAsync());
        var names = await NamesAsync(_site, people);
        Assert.Equal(0, await BackupAsync());
        Assert.Equal(0, await Safekeeping.VerifyAsync([Zip], Empty("verify"), _output, _error));
        Assert.Contains("the names can be read", _output.ToString(), StringComparison.Ordinal);

        var machine = Empty("machine");
        Assert.Equal(0, await Safekeeping.RestoreAsync([Zip], machine, _output, _error));
        using var restored = new TestSite(empty: true, settings: new Dictionary<string, string?> { ["Database:File"] = machine["Database:File"], ["Keys:Folder"] = machine["Keys:Folder"] });
        Assert.Equal(names, await NamesAsync(restored, people));
        Assert.Equal(2, await Safekeeping.RestoreAsync([Zip], machine, _output, _error));
        Assert.Contains("there is a database here already", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_keys_restore_says_so_first_and_writes_nothing()
    {
        Assert.Equal(0, await BackupAsync("--without-keys"));
        Assert.Equal(2, await Safekeeping.VerifyAsync([Zip], Empty("verify"), _output, _error));
        Assert.Contains("nobody can read the names", _output.ToString(), StringComparison.Ordinal);

        var machine = Empty("machine");
        Assert.Equal(2, await Safekeeping.RestoreAsync([Zip], machine, _output, _error));
        Assert.Contains("nobody can read the names. Nothing was written.", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "machine")));

        Assert.Equal(0, await Safekeeping.RestoreAsync([Zip, "--keys", Settings["Keys:Folder"]!], machine, _output, _error));
        Assert.Equal(0, await Safekeeping.RestoreAsync([Zip, "--without-names"], Empty("other"), _output, _error));
    }

    [Fact]
    public async Task What_is_damaged_or_no_backup_is_refused_with_a_sentence_and_nothing_is_written()
    {
        Assert.Equal(0, await BackupAsync());
        var damaged = Path.Combine(_folder, "damaged.zip");
        File.Copy(Zip, damaged);
        using (var zip = ZipFile.Open(damaged, ZipArchiveMode.Update))
        {
            zip.GetEntry("marketplace.db")!.Delete();
            using var stream = zip.CreateEntry("marketplace.db").Open();
            stream.Write("SQLite format 3\0 and then nothing"u8);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "text.zip"), "no zip");
        using (ZipFile.Open(Path.Combine(_folder, "empty.zip"), ZipArchiveMode.Create))
        {
        }

        foreach (var name in new[] { "damaged.zip", "text.zip", "empty.zip", "absent.zip" })
        {
            var file = Path.Combine(_folder, name);
            Assert.Equal(2, await Safekeeping.VerifyAsync([file], Empty(name), _output, _error));
            Assert.Equal(2, await Safekeeping.RestoreAsync([file], Empty(name), _output, _error));
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, name + "-machine")));
        }

        Assert.Equal(2, await BackupAsync());
        Assert.Equal(2, await Safekeeping.BackupAsync([], Settings, _site.Clock, _output, _error));
        Assert.Equal(2, await Safekeeping.RestoreAsync([], Settings, _output, _error));
    }

    [Fact]
    public async Task Sealed_with_a_certificate_the_keys_open_nothing_without_it()
    {
        var certificate = Path.Combine(_folder, "keys.pfx");
        using (var key = RSA.Create(2048))
        using (var made = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1)))
            await File.WriteAllBytesAsync(certificate, made.Export(X509ContentType.Pkcs12, "geheim"));
        using var site = new TestSite(empty: true, settings: new Dictionary<string, string?> { ["Keys:Certificate"] = certificate, ["Keys:CertificatePassword"] = "geheim" });
        var settings = site.Services.GetRequiredService<IConfiguration>();
        Assert.All(Directory.GetFiles(settings["Keys:Folder"]!), file => Assert.Contains("<encryptedSecret", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(settings["Keys:Folder"]!), file => Assert.DoesNotContain("<masterKey", File.ReadAllText(file), StringComparison.Ordinal));

        Assert.Equal(0, await Safekeeping.BackupAsync(["--output", Zip], settings, site.Clock, _output, _error));
        Assert.Equal(0, await Safekeeping.VerifyAsync([Zip], settings, _output, _error));
        Assert.Equal(2, await Safekeeping.VerifyAsync([Zip], Empty("verify"), _output, _error));
        Assert.Contains("nobody can read the names", _output.ToString(), StringComparison.Ordinal);
    }

    private string Zip => Path.Combine(_folder, "backup.zip");

    private IConfiguration Settings => _site.Services.GetRequiredService<IConfiguration>();

    private Task<int> BackupAsync(params string[] more) => Safekeeping.BackupAsync(["--output", Zip, .. more], Settings, _site.Clock, _output, _error);

    private IConfiguration Empty(string name)
    {
        var machine = Directory.CreateDirectory(Path.Combine(_folder, name.EndsWith(".zip", StringComparison.Ordinal) ? name + "-machine" : name)).FullName;
        return new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:File"] = Path.Combine(machine, "marketplace.db"),
            ["Keys:Folder"] = Path.Combine(machine, "keys"),
        }).Build();
    }

    private static async Task<List<string>> NamesAsync(TestSite site, IReadOnlyList<Guid> people)
    {
        using var scope = site.Services.CreateScope();
        var read = await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync([.. people], "Test", TestContext.Current.CancellationToken);
        Assert.NotEmpty(read);
        return [.. read.OrderBy(p => p.Key).Select(p => $"{p.Value.FirstName} {p.Value.LastName}")];
    }
}
