using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Testing;
using Marketplace.Tests.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>What the keys and hashes really are, read from the options, the files of keys and the stored hashes; and the page about security says the same.</summary>
public sealed class CryptographyTests : IAsyncLifetime
{
    private const string Email = "nieuw@gemeente.example";
    private const int PasswordRounds = 210_000;

    /// <summary>The numbers of ASP.NET Core Identity: version 3 of its format, HMAC-SHA-512.</summary>
    private const int Version3 = 1, HmacSha512 = 2;

    private readonly TestSite _site = new();

    public async ValueTask InitializeAsync() => (await _site.ComeInAsync(Email)).Dispose();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void What_is_sealed_is_encrypted_with_AES_256_and_authenticated_with_HMAC_SHA_256()
    {
        var keys = _site.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value;
        var how = Assert.IsType<AuthenticatedEncryptorConfiguration>(keys.AuthenticatedEncryptorConfiguration);
        Assert.Equal((EncryptionAlgorithm.AES_256_CBC, ValidationAlgorithm.HMACSHA256), (how.EncryptionAlgorithm, how.ValidationAlgorithm));
        Assert.Equal((TimeSpan.FromDays(90), true), (keys.NewKeyLifetime, keys.AutoGenerateKeys));

        // The files say it too: one algorithm each, and 512 random bits to derive keys from.
        var files = KeyFiles();
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            Assert.Equal("AES_256_CBC", file.Descendants("encryption").Single().Attribute("algorithm")!.Value);
            Assert.Equal("HMACSHA256", file.Descendants("validation").Single().Attribute("algorithm")!.Value);
            Assert.Equal(64, Convert.FromBase64String(file.Descendants("masterKey").Single().Element("value")!.Value).Length);
            var (from, to) = (file.Root!.Element("activationDate")!.Value, file.Root!.Element("expirationDate")!.Value);
            Assert.InRange((Moment(to) - Moment(from)).TotalDays, 89, 92);
        });

        static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void What_is_sealed_opens_only_for_this_application_this_purpose_and_unchanged_and_never_looks_the_same()
    {
        var ours = _site.Services.GetRequiredService<IDataProtectionProvider>();
        var sealedText = ours.CreateProtector("One").Protect("wie wat kan");
        Assert.NotEqual(sealedText, ours.CreateProtector("One").Protect("wie wat kan"));
        Assert.Equal("wie wat kan", Application(CoreSetupName()).CreateProtector("One").Unprotect(sealedText));

        Assert.Throws<CryptographicException>(() => Application("Other").CreateProtector("One").Unprotect(sealedText));
        Assert.Throws<CryptographicException>(() => ours.CreateProtector("Two").Unprotect(sealedText));
        for (var at = 0; at < sealedText.Length - 2; at += 5)
            Assert.ThrowsAny<CryptographicException>(() => ours.CreateProtector("One").Unprotect(sealedText[..at] + (sealedText[at] == 'A' ? 'B' : 'A') + sealedText[(at + 1)..]));

        IDataProtectionProvider Application(string name) => DataProtectionProvider.Create(new DirectoryInfo(KeyFolder()), keys => keys.SetApplicationName(name));
        string CoreSetupName() => _site.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator!;
    }

    [Fact]
    public async Task A_stored_password_is_stretched_by_PBKDF2_with_SHA_512_and_a_salt_of_its_own()
    {
        (await _site.ComeInAsync("ander@gemeente.example")).Dispose();
        var stored = await _site.WithAsync(db => db.Users.Where(u => u.PasswordHash != null).Select(u => u.PasswordHash!).ToListAsync());

        Assert.Equal(2, stored.Count);
        Assert.Equal(2, stored.Distinct().Count()); // the same password
        Assert.All(stored, hash =>
        {
            var bytes = Convert.FromBase64String(hash);
            Assert.Equal((Version3, HmacSha512, PasswordRounds, 16), (bytes[0], Number(bytes, 1), Number(bytes, 5), Number(bytes, 9)));
            Assert.Equal(13 + 16 + 32, bytes.Length);
            Assert.Equal(bytes[29..], Rfc2898DeriveBytes.Pbkdf2(AccountSite.Password, bytes[13..29], PasswordRounds, HashAlgorithmName.SHA512, 32));
        });

        static int Number(byte[] bytes, int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
    }

    [Fact]
    public async Task A_hash_of_an_older_way_still_opens_and_is_made_anew_at_sign_in()
    {
        var older = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new User { Id = NewId.Next() }, AccountSite.Password);
        await _site.WithAsync(db => db.Users.Where(u => u.Email == Email).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, older)));
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);

        Assert.Equal("/te-doen", visitor.Location);
        var now = Convert.FromBase64String(await _site.WithAsync(db => db.Users.Where(u => u.Email == Email).Select(u => u.PasswordHash!).SingleAsync()));
        Assert.Equal(PasswordRounds, (int)BinaryPrimitives.ReadUInt32BigEndian(now.AsSpan(5)));
    }

    [Fact]
    public void The_page_about_security_says_what_is_used()
    {
        var page = File.ReadAllText(Path.Combine(StoredFile.Root, "docs", "security.md"));
        var table = page[page.IndexOf("### Cryptography in use", StringComparison.Ordinal)..page.IndexOf("### Logs", StringComparison.Ordinal)];
        var keys = _site.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value;
        var rounds = _site.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount;

        foreach (var part in new[] { "AES-256-CBC with HMAC-SHA-256", $"every {keys.NewKeyLifetime.TotalDays:0} days", $"PBKDF2-HMAC-SHA512, {rounds.ToString("N0", CultureInfo.InvariantCulture)} rounds", "SHA-256", "HMAC-SHA-1, 160 bits", "`Keys:Folder`", "`Keys:Certificate`" })
            Assert.Contains(part, table, StringComparison.Ordinal);
    }

    private string KeyFolder() => _site.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["Keys:Folder"]!;

    private List<XDocument> KeyFiles() => [.. Directory.EnumerateFiles(KeyFolder(), "key-*.xml").Select(file => XDocument.Load(file))];
}
