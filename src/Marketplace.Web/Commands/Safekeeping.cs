using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Data.Sqlite;
using Marketplace.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Commands;

/// <summary>
/// <c>backup</c>, <c>verify</c> and <c>restore</c> of the default with SQLite: one zip with the database as it is at one moment, a note of what is
/// in it, and the keys that open the vault. Without keys nobody can read a name any more, and each command says so. A SQL Server has its own.
/// </summary>
public static class Safekeeping
{
    private const string Database = "marketplace.db", Note = "backup.json", Keys = "keys/";

    /// <summary>What was kept, so that a copy can be judged without the program that made it.</summary>
    /// <param name="MadeAt">UTC.</param>
    /// <param name="LastMigration">The version of the tables.</param>
    /// <param name="Sha256">Of the database.</param>
    /// <param name="People">How many people.</param>
    /// <param name="Identities">How many of them have a name in the vault.</param>
    public sealed record Contents(DateTime MadeAt, string LastMigration, string Sha256, int People, int Identities);

    /// <summary><c>backup --output FILE.zip [--without-keys]</c>: also while the program runs.</summary>
    /// <returns>0, or 2 with a sentence on <paramref name="error"/> and nothing written.</returns>
    public static async Task<int> BackupAsync(string[] args, IConfiguration configuration, TimeProvider clock, TextWriter output, TextWriter error)
    {
        if (WhyNot(configuration, Option(args, "--output"), "backup: name a file with --output FILE.zip") is { } why)
            return await RefuseAsync(error, why);
        var (file, target) = (DatabaseSetup.SqliteFile(configuration), Option(args, "--output")!);
        if (!File.Exists(file))
            return await RefuseAsync(error, "backup: there is no database here yet.");
        if (File.Exists(target))
            return await RefuseAsync(error, "backup: that file is there already. Choose another name; a backup is never written over.");
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        var copy = $"{beside}.db";
        try
        {
            SqliteCopy.Make(file, copy);
            var contents = await ContentsAsync(copy, clock.GetUtcNow().UtcDateTime);
            await using (var zip = await ZipFile.OpenAsync(beside, ZipArchiveMode.Create))
            {
                await zip.CreateEntryFromFileAsync(copy, Database);
                if (!args.Contains("--without-keys"))
                {
                    foreach (var key in KeyFiles(configuration))
                        await zip.CreateEntryFromFileAsync(key, Keys + Path.GetFileName(key));
                }

                await using var note = await zip.CreateEntry(Note).OpenAsync();
                await JsonSerializer.SerializeAsync(note, contents, JsonSerializerOptions.Web);
            }

            File.Move(beside, target);
            await output.WriteLineAsync($"backup: {contents.People} people, {contents.Identities} names, tables of {contents.LastMigration}.");
            await output.WriteLineAsync(args.Contains("--without-keys")
                ? "backup: the keys are not in it. Without them nobody can read the names; keep them elsewhere."
                : "backup: the keys of the vault are in it. Keep this file where nobody else can read it.");
            return CommandCall.Done;
        }
        finally
        {
            File.Delete(beside);
            File.Delete(copy);
        }
    }

    /// <summary><c>verify FILE.zip [--keys FOLDER]</c>: whether a backup is whole and its names can be read.</summary>
    public static async Task<int> VerifyAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter error)
    {
        if (WhyNot(configuration, args.FirstOrDefault(), "verify: name a file: verify FILE.zip") is { } why)
            return await RefuseAsync(error, why);
        return await WithUnpackedAsync(args, async (folder, contents, fault) =>
        {
            if (fault is not null)
                return await RefuseAsync(error, $"verify: {fault}");
            var opens = await OpensAsync(folder, configuration);
            await output.WriteLineAsync($"verify: whole; {contents!.People} people, {contents.Identities} names, tables of {contents.LastMigration}, made {contents.MadeAt:u}.");
            await output.WriteLineAsync(opens ? "verify: the names can be read." : NoKeys("verify"));
            return opens ? CommandCall.Done : CommandCall.Refused;
        });
    }

    /// <summary>
    /// <c>restore FILE.zip [--keys FOLDER] [--without-names]</c> on a machine without a database. Nothing is written before the backup was judged;
    /// when its names cannot be read it says so first, and goes on only when asked to.
    /// </summary>
    public static async Task<int> RestoreAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter error)
    {
        if (WhyNot(configuration, args.FirstOrDefault(), "restore: name a file: restore FILE.zip") is { } why)
            return await RefuseAsync(error, why);
        var file = DatabaseSetup.SqliteFile(configuration);
        if (File.Exists(file))
            return await RefuseAsync(error, "restore: there is a database here already. Stop the program and move that file away first.");
        return await WithUnpackedAsync(args, async (folder, contents, fault) =>
        {
            if (fault is not null)
                return await RefuseAsync(error, $"restore: {fault} Nothing was written.");
            if (!await OpensAsync(folder, configuration) && !args.Contains("--without-names"))
                return await RefuseAsync(error, $"{NoKeys("restore")} Nothing was written. Give the keys with --keys FOLDER, or go on with --without-names.");
            Directory.CreateDirectory(CoreSetup.KeyFolder(configuration));
            foreach (var key in Directory.EnumerateFiles(Path.Combine(folder, Keys), "*.xml"))
                File.Copy(key, Path.Combine(CoreSetup.KeyFolder(configuration), Path.GetFileName(key)), overwrite: true);

            // The database comes last and at once: until then there is none, and restore can be called again.
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Path.Combine(folder, Database), $"{file}.tmp", overwrite: true);
            File.Move($"{file}.tmp", file);
            await output.WriteLineAsync($"restore: {contents!.People} people, {contents.Identities} names. Start the program; it brings the tables up to date.");
            return CommandCall.Done;
        });
    }

    private static string NoKeys(string command) => $"{command}: the keys that open the vault are not here, so nobody can read the names.";

    private static string? WhyNot(IConfiguration configuration, string? file, string usage) =>
        DatabaseSetup.IsSqlServer(configuration) ? "This is for the default with SQLite. Of SQL Server make a backup with its own tools, and keep the folder of keys."
        : string.IsNullOrEmpty(file) || file.StartsWith("--", StringComparison.Ordinal) ? usage
        : null;

    private static async Task<int> RefuseAsync(TextWriter error, string sentence)
    {
        await error.WriteLineAsync(sentence);
        return CommandCall.Refused;
    }

    private static string? Option(string[] args, string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();

    private static IEnumerable<string> KeyFiles(IConfiguration configuration) =>
        Directory.Exists(CoreSetup.KeyFolder(configuration)) ? Directory.EnumerateFiles(CoreSetup.KeyFolder(configuration), "*.xml") : [];

    private static async Task<Contents> ContentsAsync(string file, DateTime now)
    {
        await using var db = Open(file);
        var migrations = await db.Database.GetAppliedMigrationsAsync();
        await using var stream = File.OpenRead(file);
        return new Contents(
            now, migrations.Last(), Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)),
            await db.People.TagWith("Backup.People").CountAsync(), await db.Identities.TagWith("Backup.Identities").CountAsync());
    }

    /// <summary>Unpacks into a folder of its own, which goes away again, and looks whether what came out is whole.</summary>
    private static async Task<int> WithUnpackedAsync(string[] args, Func<string, Contents?, string?, Task<int>> work)
    {
        var folder = Directory.CreateTempSubdirectory("ieder-talent-backup-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, Keys));
            var (contents, fault) = await UnpackAsync(args[0], folder);
            if (Option(args, "--keys") is { } given && Directory.Exists(given))
            {
                foreach (var key in Directory.EnumerateFiles(given, "*.xml"))
                    File.Copy(key, Path.Combine(folder, Keys, Path.GetFileName(key)), overwrite: true);
            }

            return await work(folder, contents, fault);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Contents? Contents, string? Fault)> UnpackAsync(string file, string folder)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file);

            // Only names that we write ourselves: a name in a zip can point outside the folder.
            foreach (var entry in zip.Entries.Where(e => e.FullName is Database or Note || e.FullName == Keys + e.Name))
                await entry.ExtractToFileAsync(Path.Combine(folder, entry.FullName));
            var contents = JsonSerializer.Deserialize<Contents>(await File.ReadAllTextAsync(Path.Combine(folder, Note)), JsonSerializerOptions.Web)!;
            await using var stream = File.OpenRead(Path.Combine(folder, Database));
            var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
            return sum == contents.Sha256 && SqliteCopy.IsWhole(Path.Combine(folder, Database)) ? (contents, null)
                : (null, "the database in this file is damaged.");
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or JsonException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, "this file cannot be read, or it is no backup of this program.");
        }
    }

    /// <summary>Whether the keys of the folder open the vault of its database; an empty vault needs none.</summary>
    private static async Task<bool> OpensAsync(string folder, IConfiguration configuration)
    {
        await using var db = Open(Path.Combine(folder, Database));
        var records = await db.Identities.AsNoTracking().TagWith("Backup.Vault").ToListAsync();
        var protection = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, Keys)), keys => keys.SetApplicationName(CoreSetup.ApplicationName).SealKeys(configuration));
        return records.TrueForAll(record => IdentityVault.Opens(protection, record));
    }

    private static SqliteMarketplaceDbContext Open(string file) =>
        new(new DbContextOptionsBuilder<SqliteMarketplaceDbContext>().UseSqlite($"Data Source={file};Mode=ReadOnly;Pooling=False").Options);
}
