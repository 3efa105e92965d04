using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Seeding;

/// <summary>The demo region: invented organisations and people on real postcodes. Never in Production.</summary>
public sealed class DemoRegion(MarketplaceDbContext db, UserManager<User> users)
{
    /// <summary>Normalised end of every demo address.</summary>
    public const string AccountDomain = "@DEMO.EXAMPLE";

    /// <summary>The accounts of the sign-in page: one for each role that has a page.</summary>
    public static IReadOnlyList<string> SignInAccounts { get; } =
        ["werkgever@demo.example", "adviseur@demo.example", "consulent@demo.example", "jobcoach@demo.example", "beheer@demo.example"];

    private static bool? s_isHere;

    /// <summary>Whether this database holds the demo region: every page says so.</summary>
    public bool IsHere => s_isHere ??= db.Users.TagWith("Demo.IsHere").Any(u => u.NormalizedEmail!.EndsWith(AccountDomain));

    public async Task SeedWhenEmptyAsync(CancellationToken cancellationToken)
    {
        if (await db.Organisations.TagWith("Demo.Empty").AnyAsync(cancellationToken))
            return;
        db.Regions.Add(new Region { Code = "drechtsteden", Name = "Drechtsteden" });
        await AccountAsync("werkgever@demo.example", "Werkgever", Role.Employer, Organisation("Retourhuis De Kil", OrganisationKind.Company));
        await AccountAsync("beheer@demo.example", "Beheer", Role.Administrator, Organisation("Werkcentrum Drechtstreek", OrganisationKind.Wsp));
        await db.SaveChangesAsync(cancellationToken);
    }

    private Organisation Organisation(string name, OrganisationKind kind)
    {
        var organisation = new Organisation(name, kind, saysNonProfit: false);
        organisation.WorksIn("drechtsteden");
        db.Organisations.Add(organisation);
        return organisation;
    }

    private async Task AccountAsync(string email, string name, Role role, Organisation organisation)
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name };
        await users.CreateAsync(user);
        db.Memberships.Add(new Membership { UserId = user.Id, OrganisationId = organisation.Id, Role = role });
    }
}
