using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Access;

/// <summary>
/// The second step of signing in: six numbers of an app (TOTP, RFC 6238), or a recovery code. The key is encrypted, a code of the app counts
/// once, and of recovery codes only hashes are kept.
/// </summary>
public sealed class SecondStep(MarketplaceDbContext db, IDataProtectionProvider protection, Acting acting)
{
    public const int RecoveryCodes = 8;

    private const int Seconds = 30;
    private const int KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>How long somebody may take to set it up.</summary>
    private static readonly TimeSpan SetUpWithin = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _keys = protection.CreateProtector("Marketplace.SecondStep");
    private readonly IDataProtector _setUp = protection.CreateProtector("Marketplace.SecondStep.SetUp");

    /// <summary>A new key for this user, sealed: it goes through the form and counts only after a code of it was typed.</summary>
    public string Begin(User user) => _setUp.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{user.Id:N}|{(acting.Now.At + SetUpWithin).Ticks}|{Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes))}"));

    /// <summary>The key in a seal of this user; null when it is somebody else's, too old or made up.</summary>
    public byte[]? Open(User user, string? seal)
    {
        try
        {
            var parts = _setUp.Unprotect(seal ?? "").Split('|');
            return parts[0] == user.Id.ToString("N") && long.Parse(parts[1], CultureInfo.InvariantCulture) > acting.Now.At.Ticks ? Convert.FromHexString(parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Turns it on with this key when the code is right, and makes recovery codes. The caller saves.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(User user, byte[] key, string code, CancellationToken cancellationToken)
    {
        if (StepOf(key, code, 0) is not { } step)
            return null;
        (user.SecondStepKey, user.SecondStepUsed, user.TwoFactorEnabled) = (_keys.Protect(Convert.ToHexString(key)), step, true);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return await NewRecoveryCodesAsync(user, cancellationToken);
    }

    /// <summary>Turns it off; key and recovery codes are gone. The caller saves.</summary>
    public async Task TurnOffAsync(User user, CancellationToken cancellationToken)
    {
        (user.SecondStepKey, user.TwoFactorEnabled, user.ConcurrencyStamp) = (null, false, Guid.NewGuid().ToString());
        db.RemoveRange(await RecoveryCodesOf(user).ToListAsync(cancellationToken));
    }

    /// <summary>New recovery codes in the place of the old ones. The caller saves.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(User user, CancellationToken cancellationToken)
    {
        db.RemoveRange(await RecoveryCodesOf(user).ToListAsync(cancellationToken));
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Secret.NewReadable()).ToList();
        db.AddRange(codes.Select(code => new OneTimeCode(CodePurpose.Recovery, user.Id, Secret.HashOf(code), null)));
        return codes;
    }

    /// <summary>Takes a code of the app or a recovery code. The caller saves; two requests with the same code cannot both be saved.</summary>
    public async Task<bool> TakeAsync(User user, string typed, CancellationToken cancellationToken)
    {
        if (user.SecondStepKey is null)
            return false;
        if (StepOf(Convert.FromHexString(_keys.Unprotect(user.SecondStepKey)), typed, user.SecondStepUsed) is { } step)
        {
            (user.SecondStepUsed, user.ConcurrencyStamp) = (step, Guid.NewGuid().ToString());
            return true;
        }

        var hash = Secret.HashOf(Secret.Clean(typed));
        var recovery = await RecoveryCodesOf(user).SingleOrDefaultAsync(c => c.Hash == hash && c.UsedAt == null, cancellationToken);
        recovery?.Use(acting.Now);
        return recovery is not null;
    }

    public Task<int> CountRecoveryCodesAsync(User user, CancellationToken cancellationToken) => RecoveryCodesOf(user).CountAsync(c => c.UsedAt == null, cancellationToken);

    /// <summary>The key as people type it into an app: groups of four.</summary>
    public static string Readable(byte[] key) => string.Join(' ', Encode(key).Chunk(4).Select(group => new string(group)));

    /// <summary>The key as apps read it.</summary>
    public static string Address(byte[] key, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString("Ieder Talent")}:{Uri.EscapeDataString(email)}?secret={Encode(key)}&issuer={Uri.EscapeDataString("Ieder Talent")}&algorithm=SHA1&digits=6&period={Seconds}";

    /// <summary>The six numbers of a moment.</summary>
    public static string CodeAt(byte[] key, DateTime utc) => CodeOf(key, Step(utc));

    /// <summary>The step of which this is the code: now, or one before or after, and later than the last one that was used.</summary>
    private long? StepOf(byte[] key, string typed, long used)
    {
        var code = Encoding.ASCII.GetBytes(string.Concat(typed.Where(c => !char.IsWhiteSpace(c))));
        var now = Step(acting.Now.At);
        return Enumerable.Range(-1, 3).Select(beside => now + beside).Where(step => step > used)
            .Where(step => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), code)).Select(step => (long?)step).FirstOrDefault();
    }

    private static long Step(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / (Seconds * TimeSpan.TicksPerSecond);

    private static string CodeOf(byte[] key, long step)
    {
        var moment = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(moment, step);
#pragma warning disable CA5350 // What every app does (RFC 6238); HMAC does not rest on what is weak in SHA-1.
        var hash = HMACSHA1.HashData(key, moment);
#pragma warning restore CA5350
        var at = hash[^1] & 0x0f;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string Encode(byte[] key)
    {
        var bits = string.Concat(key.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five), 2)]));
    }

    private IQueryable<OneTimeCode> RecoveryCodesOf(User user) => db.OneTimeCodes.Where(c => c.UserId == user.Id && c.Purpose == CodePurpose.Recovery).TagWith("SecondStep.Recovery");
}
