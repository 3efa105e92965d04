using System.Security.Cryptography;
using System.Text.Json;
using Marketplace.Data.Auditing;
using Marketplace.Data.Imports;
using Marketplace.Domain.Imports;
using Marketplace.Domain.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Privacy;

/// <summary>
/// The only door to identity. Who may knock is decided by the query that gave the person (VisibleTo, OwnPeople); every read is logged
/// with its purpose, and the log row is saved before the value is returned.
/// </summary>
public sealed class IdentityVault(MarketplaceDbContext db, IDataProtectionProvider protection, CurrentActor actor, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);
    private readonly IDataProtector _files = protection.CreateProtector("Marketplace.IdentityVault.Import.v1");

    /// <summary>What the audit log calls a read of identities, and of a file on its way in.</summary>
    public const string ReadPeople = "ReadIdentity", ReadImport = "ReadImport";

    private const string Purpose = "Marketplace.IdentityVault.v1";

    /// <summary>Whether these keys open a record; nothing of it is given back.</summary>
    public static bool Opens(IDataProtectionProvider keys, IdentityRecord record)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            keys.CreateProtector(Purpose).Unprotect(record.Sealed);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Keeps the identity of a person; saved with the next SaveChanges.</summary>
    public async Task WriteAsync(Guid personId, IdentityFacts facts, CancellationToken cancellationToken)
    {
        var record = await db.Identities.TagWith("IdentityVault.Write").SingleOrDefaultAsync(i => i.PersonId == personId, cancellationToken);
        if (record is null)
            Add(personId, facts);
        else
            record.Sealed = Seal(facts);
    }

    /// <summary>The same of a person who is new, so that nobody looks for an earlier one.</summary>
    public void Add(Guid personId, IdentityFacts facts) => db.Identities.Add(new IdentityRecord { PersonId = personId, Sealed = Seal(facts) });

    /// <summary>The identity of one person, or null when none was recorded.</summary>
    public async Task<IdentityFacts?> ReadAsync(Guid personId, string purpose, CancellationToken cancellationToken) =>
        (await ReadAsync([personId], purpose, cancellationToken)).GetValueOrDefault(personId);

    /// <summary>The identities of several people at once, in one logged read.</summary>
    public async Task<IReadOnlyDictionary<Guid, IdentityFacts>> ReadAsync(IReadOnlyCollection<Guid> personIds, string purpose, CancellationToken cancellationToken)
    {
        if (personIds.Count == 0)
            return new Dictionary<Guid, IdentityFacts>();
        db.Audit.Add(AuditInterceptor.Entry(
            actor, clock, ReadPeople, nameof(Person), personIds.Count == 1 ? personIds.First() : null, purpose: purpose, subjects: string.Join(' ', personIds)));
        await db.SaveChangesAsync(cancellationToken);
        var records = await db.Identities.AsNoTracking().TagWith("IdentityVault.Read").Where(i => personIds.Contains(i.PersonId)).ToListAsync(cancellationToken);
        return records.ToDictionary(r => r.PersonId, r => JsonSerializer.Deserialize<IdentityFacts>(_protector.Unprotect(r.Sealed), JsonSerializerOptions.Default)!);
    }

    /// <summary>
    /// Keeps the rows of a file on its way in, sealed like an identity, because there are names in it; saved with the next SaveChanges. What is
    /// kept takes the place of what was.
    /// </summary>
    public async Task KeepFileAsync(Guid importId, byte[] rows, CancellationToken cancellationToken)
    {
        var file = await db.ImportFiles.TagWith("IdentityVault.KeepFile").SingleOrDefaultAsync(f => f.ImportId == importId, cancellationToken);
        file ??= db.ImportFiles.Add(new ImportFile { ImportId = importId }).Entity;
        file.Sealed = _files.Protect(rows);
    }

    /// <summary>The rows of a file on its way in; null when it was thrown away. Reading is logged like that of an identity.</summary>
    public async Task<byte[]?> ReadFileAsync(Guid importId, string purpose, CancellationToken cancellationToken)
    {
        db.Audit.Add(AuditInterceptor.Entry(actor, clock, ReadImport, nameof(Import), importId, purpose: purpose));
        await db.SaveChangesAsync(cancellationToken);
        var file = await db.ImportFiles.AsNoTracking().TagWith("IdentityVault.ReadFile").SingleOrDefaultAsync(f => f.ImportId == importId, cancellationToken);
        return file is null ? null : _files.Unprotect(file.Sealed);
    }

    /// <summary>Throws the rows of a file away; saved with the next SaveChanges.</summary>
    public void ForgetFile(Guid importId) =>
        db.ImportFiles.Remove(db.ImportFiles.Local.FirstOrDefault(f => f.ImportId == importId) ?? new ImportFile { ImportId = importId });

    private string Seal(IdentityFacts facts) => _protector.Protect(JsonSerializer.Serialize(facts, JsonSerializerOptions.Default));
}
