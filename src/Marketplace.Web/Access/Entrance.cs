using System.Security.Claims;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Jobs;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Access;

/// <summary>The one way in: a password, a second step when it is on, and a session that can be ended from elsewhere.</summary>
public sealed class Entrance(MarketplaceDbContext db, SignInManager<User> signIn, UserManager<User> users, Tries tries, Acting acting, CurrentActor current, TimeProvider clock, Telemetry telemetry)
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 200;

    private static readonly User Nobody = new();
    private static string? _hashOfNobody;

    /// <summary>The user of this address and password, or null. Takes as long for an address that nobody has.</summary>
    public async Task<User?> FindAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        bool isRight;
        if (user?.PasswordHash is not null)
            isRight = await users.CheckPasswordAsync(user, password);
        else
        {
            _hashOfNobody ??= users.PasswordHasher.HashPassword(Nobody, Secret.NewLink());
            users.PasswordHasher.VerifyHashedPassword(Nobody, _hashOfNobody, password);
            isRight = false;
        }

        if (isRight)
            return user;
        await RefuseAsync(user?.Id, "Wachtwoord", "password", cancellationToken);
        return null;
    }

    /// <summary>Notes a try in vain.</summary>
    public Task RefuseAsync(Guid? userId, string purpose, string reason, CancellationToken cancellationToken)
    {
        telemetry.Refused(reason);
        return NoteAsync("SignInRefused", userId, purpose, cancellationToken);
    }

    /// <summary>Notes in the audit log what changed no row, such as a try in vain.</summary>
    public async Task NoteAsync(string action, Guid? userId, string purpose, CancellationToken cancellationToken)
    {
        db.Audit.Add(AuditInterceptor.Entry(current, clock, action, nameof(User), userId, purpose: purpose));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What is counted: tries for one address, however it is written.</summary>
    public static string TriesOf(string email) => $"password {email.Trim().ToUpperInvariant()}";

    /// <summary>Why this cannot be a password of this user; null when it can.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="email">The address that it is typed with.</param>
    /// <param name="organisations">Names of the organisations of the user.</param>
    public static string? WhyNotPassword(string password, string email, IEnumerable<string> organisations) =>
        password.Length is < ShortestPassword or > LongestPassword ? $"Maak het wachtwoord langer: ten minste {ShortestPassword} tekens."
        : GuessablePassword.IsCommon(password) ? "Veel mensen hebben dit wachtwoord. Kies bijvoorbeeld drie woorden die niet bij elkaar horen."
        : password.Distinct().Count() < 6 || password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase) || email.Contains(password, StringComparison.OrdinalIgnoreCase)
            || GuessablePassword.IsOwnWord(password, organisations)
            ? "Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld drie woorden die niet bij elkaar horen."
            : null;

    /// <inheritdoc cref="WhyNotPassword(string, string, IEnumerable{string})"/>
    public async Task<string?> WhyNotPasswordAsync(User user, string password, CancellationToken cancellationToken) => WhyNotPassword(password, user.Email!, await (
        from m in db.Memberships
        where m.UserId == user.Id
        join o in db.Organisations on m.OrganisationId equals o.Id
        select o.Name).TagWith("Entrance.OwnWords").ToListAsync(cancellationToken));

    /// <summary>
    /// Whether the password that is typed again is that of this user; counted as a try. An account of the demo region has none, and needs none.
    /// </summary>
    public async Task<bool> ConfirmAsync(User user, string? password, CancellationToken cancellationToken)
    {
        var what = TriesOf(user.Email!);
        if (user.PasswordHash is not null && (!await tries.TakeAsync(what, cancellationToken) || !await users.CheckPasswordAsync(user, password ?? "")))
            return false;
        await tries.ForgetAsync(what, cancellationToken);
        return true;
    }

    /// <summary>Sets the password and ends every session of the user, or all but one. The caller saves.</summary>
    public async Task SetPasswordAsync(User user, string password, Guid? butNot, CancellationToken cancellationToken)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = Secret.NewLink();
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        await EndSessionsAsync(user.Id, butNot, cancellationToken);
    }

    /// <summary>Ends the sessions of a user, all but one. The caller saves.</summary>
    public async Task EndSessionsAsync(Guid userId, Guid? butNot, CancellationToken cancellationToken)
    {
        foreach (var session in await db.Sessions.Where(s => s.UserId == userId && s.EndedAt == null && s.Id != butNot).TagWith("Entrance.Sessions").ToListAsync(cancellationToken))
            session.End(acting.Now);
    }

    /// <summary>Remembers for five minutes that the password was right; the second step comes next.</summary>
    public static Task AskSecondStepAsync(HttpContext http, User user) => http.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Signs in, for the organisation of last time. Null: the user belongs to no organisation, or is blocked there.</summary>
    public async Task<Role?> EnterAsync(HttpContext http, User user, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.Where(m => m.UserId == user.Id)
            .OrderByDescending(m => db.Sessions.Where(s => s.MembershipId == m.Id).Max(s => (DateTime?)s.SeenAt)).ThenBy(m => m.Id)
            .TagWith("SignIn.Membership").FirstOrDefaultAsync(cancellationToken);
        if (membership is null)
            return null;
        current.Value = new Actor(user.Id, user.DisplayName, membership.OrganisationId, "", membership.Role, membership.IsManager, []);
        var before = ActorMiddleware.SessionOf(http.User);
        (await db.Sessions.TagWith("Entrance.Before").SingleOrDefaultAsync(s => s.Id == before, cancellationToken))?.End(acting.Now);
        var session = new Session(membership, DeviceWords.Of(http.Request.Headers.UserAgent), acting.Now);
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(ActorMiddleware.SessionClaim, session.Id.ToString())]);
        return membership.Role;
    }
}
