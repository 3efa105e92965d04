using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Seeding;

/// <summary>
/// The demo region: invented organisations and people on real postcodes. Never in Production. The same day and seed give the same rows,
/// apart from ciphertext, hashes and stamps.
/// </summary>
public sealed class DemoRegion(MarketplaceDbContext db, UserManager<User> users, IdentityVault vault, RegulationBook book, DemoMark mark, TimeProvider clock)
{
    /// <summary>Normalised end of every demo address.</summary>
    public const string AccountDomain = "@DEMO.EXAMPLE";

    private const int Seed = 20261124;

    private static readonly (string Email, string Name, Role Role, string Organisation, bool IsManager)[] Accounts =
    [
        ("werkgever", "A. Stolk", Role.Employer, "retourhuis-de-kil", false),
        ("adviseur", "M. Kaya", Role.EmployerAdviser, "werkcentrum", false),
        ("consulent", "S. Yilmaz", Role.Consultant, "sociale-dienst", false),
        ("jobcoach", "J. de Vries", Role.JobCoach, "naast-elkaar", false),
        ("beheer", "B. Heer", Role.Administrator, "werkcentrum", false),
        ("beheer2", "F. Beer", Role.Administrator, "werkcentrum", false),
        ("m.bos", "M. Bos", Role.Consultant, "sociale-dienst", false),
        ("leiding", "R. Leeuwis", Role.Consultant, "sociale-dienst", true),
        ("l.smit", "L. Smit", Role.JobCoach, "naast-elkaar", false),
        ("waterdriehoek", "P. Lanen", Role.SocialEnterprisePlanner, "waterdriehoek", true),
        ("merwedewerk", "C. Oop", Role.CooperativeManager, "merwedewerk", true),
        ("buurtwerf", "W. Ijk", Role.Partner, "buurtwerf", true),
        ("beleid", "B. Eleid", Role.Policy, "sociale-dienst", false),
    ];

    /// <summary>The accounts of the sign-in page: one for each role that has a page, and a second administrator for what takes four eyes.</summary>
    public static IReadOnlyList<string> SignInAccounts { get; } = [.. Accounts.Take(6).Select(a => $"{a.Email}@demo.example")];

    /// <summary>Whether this database holds the demo region: every page says so. Asked once a process.</summary>
    public async Task<bool> IsHereAsync(CancellationToken cancellationToken) =>
        mark.IsHere ??= await db.Users.TagWith("Demo.IsHere").AnyAsync(u => u.NormalizedEmail!.EndsWith(AccountDomain), cancellationToken);

    /// <summary>Seeds a database in which nothing is yet.</summary>
    /// <returns>False when there was something.</returns>
    public async Task<bool> SeedWhenEmptyAsync(DemoSize size, CancellationToken cancellationToken)
    {
        if (await db.Organisations.TagWith("Demo.Empty").AnyAsync(cancellationToken))
            return false;
        var random = new Random(Seed);
        using var ids = NewId.From(random);
        var content = DemoContent.Read();
        var rows = new DemoRows(clock.Today(), random);
        db.Regions.Add(new Region { Code = content.Region.Code, Name = content.Region.Name });
        AddOrganisations(content, rows);
        await AddAccountsAsync(content, rows);
        DemoWork.Add(db, content, rows);
        DemoPeople.Add(db, vault, content, rows);
        DemoProposals.Add(db, content, rows);
        DemoWork.Settle(content, rows);
        DemoPeople.EndConsents(rows);
        DemoPlacements.Add(db, content, rows, book);
        DemoMunicipalValues.Add(db, rows, book);
        DemoStories.Add(db, rows);
        DemoScans.Add(db, rows);
        DemoDeviations.Add(db, rows, book);
        db.OpenSteps.AddRange(rows.Steps);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var part in DemoNumbers.Parts(content, size, random))
            await AddPartAsync(part, rows, cancellationToken);
        mark.IsHere = true;
        return true;
    }

    /// <summary>One part of a larger region, saved and let go.</summary>
    private async Task AddPartAsync(DemoContent part, DemoRows rows, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        db.IsSeedingByNumbers = true;

        // Every row of a part is new when it is saved, so nothing has to be looked for.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        rows.Steps.Clear();
        AddOrganisations(part, rows);
        foreach (var organisation in part.Organisations)
            rows.Organisations[organisation.Key].AdviserId = rows.Actors["adviseur"].UserId;
        DemoWork.Add(db, part, rows);
        DemoPeople.Add(db, vault, part, rows);
        DemoWork.Settle(part, rows);
        DemoPeople.EndConsents(rows);
        db.OpenSteps.AddRange(rows.Steps);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void AddOrganisations(DemoContent content, DemoRows rows)
    {
        foreach (var row in content.Organisations)
        {
            var organisation = new Organisation(row.Name, Enum.Parse<OrganisationKind>(row.Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), row.IsNonProfit)
            {
                Sector = row.Sector,
                ContactName = row.ContactName,
                Phone = row.Phone,
                Email = row.Email,
            };
            organisation.WorksIn(content.Region.Code);
            organisation.AddSite(row.Place, row.Pc4);
            rows.Organisations.Add(row.Key, organisation);
            db.Organisations.Add(organisation);
        }
    }

    private async Task AddAccountsAsync(DemoContent content, DemoRows rows)
    {
        foreach (var (email, name, role, organisation, isManager) in Accounts)
            await AddAccountAsync(email, name, role, organisation, isManager, rows);
        var staff = Accounts.Select(a => a.Organisation).ToHashSet();
        foreach (var row in content.Organisations.Where(o => !staff.Contains(o.Key)))
            await AddAccountAsync($"werkgever.{row.Key}", row.ContactName, Role.Employer, row.Key, false, rows);
        foreach (var organisation in rows.Organisations.Values)
            organisation.AdviserId = rows.Actors["adviseur"].UserId;
    }

    private async Task AddAccountAsync(string email, string name, Role role, string organisationKey, bool isManager, DemoRows rows)
    {
        var organisation = rows.Organisations[organisationKey];
        var address = $"{email}@demo.example";
        var user = new User { Id = NewId.Next(), UserName = address, Email = address, EmailConfirmed = true, DisplayName = name };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
            throw new InvalidOperationException($"The account {address} could not be made: {string.Join(", ", created.Errors.Select(e => e.Code))}.");
        db.Memberships.Add(new Membership { UserId = user.Id, OrganisationId = organisation.Id, Role = role, IsManager = isManager });
        rows.Actors.Add(email, new Actor(user.Id, name, organisation.Id, organisation.Name, role, isManager, [.. organisation.Regions.Select(r => r.RegionCode)]));
    }
}
