using System.Globalization;
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
public sealed class DemoRegion(MarketplaceDbContext db, UserManager<User> users, IdentityVault vault, RegulationBook book, DemoMark mark, DemoMatch compare, TimeProvider clock)
{
    /// <summary>Normalised end of every demo address.</summary>
    public const string AccountDomain = "@DEMO.EXAMPLE";

    /// <summary>The organisation that helps the people of a larger region.</summary>
    internal const string SocialService = "sociale-dienst";

    private const int Seed = 20261124;
    private const int PeopleOfConsultant = 100;

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

    /// <summary>Accounts beside these in the whole region: a job coach who left, and one of another organisation who talks with the same employer.</summary>
    private static readonly (string Email, string Name, Role Role, string Organisation, bool IsManager)[] MoreAccounts =
    [
        (DemoCases.CoachWhoLeft, "N. Oud", Role.JobCoach, "naast-elkaar", false),
        (DemoCases.SecondParty, "K. Vaart", Role.JobCoach, "merwedewerk", false),
    ];

    private static readonly (string Email, string Name, Role Role, string Organisation, bool IsManager)[] ParkstadAccounts =
    [
        ("werkgever", "T. Sijben", Role.Employer, "mijnlamp", false),
        ("adviseur", "L. Crombach", Role.EmployerAdviser, "werkcentrum", false),
        ("consulent", "G. Rademakers", Role.Consultant, "sociale-dienst", false),
        ("jobcoach", "P. Heuts", Role.JobCoach, "naast-elkaar", false),
        ("beheer", "U. Claessens", Role.Administrator, "werkcentrum", false),
        ("m.bos", "E. Vroomen", Role.Consultant, "sociale-dienst", true),
        ("groene-ploeg", "J. Frissen", Role.SocialEnterprisePlanner, "groene-ploeg", true),
        ("schin-werkt", "W. Dohmen", Role.CooperativeManager, "schin-werkt", true),
    ];

    /// <summary>The first region (demo.md).</summary>
    public const string Drechtsteden = "drechtsteden";

    /// <summary>The second region (demo.md).</summary>
    public const string Parkstad = "parkstad";

    /// <summary>The accounts of the sign-in page: one for each role that has a page, and a second administrator for what takes four eyes.</summary>
    public static IReadOnlyList<string> SignInAccounts { get; } =
        [.. Accounts.Take(6).Select(a => Address("", a.Email)), .. ParkstadAccounts.Take(5).Select(a => Address(Parkstad + ".", a.Email))];

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
        var rows = new DemoRows(clock.Today(), random, compare);
        db.Regions.Add(new Region { Code = content.Region.Code, Name = content.Region.Name });
        AddOrganisations(content, rows);
        await AddAccountsAsync("", Accounts, content, rows);
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
        if (size.IsFull)
            await AddRestAsync(content, rows, cancellationToken);
        foreach (var part in DemoNumbers.Parts(content, size, random))
            await AddPartAsync(part, rows, cancellationToken);
        mark.IsHere = true;
        return true;
    }

    /// <summary>Seeds the second region in a database in which nothing is yet, or only the demo region.</summary>
    /// <returns>False when there was something else, or Parkstad itself.</returns>
    public async Task<bool> SeedParkstadAsync(CancellationToken cancellationToken)
    {
        if (await db.Organisations.TagWith("Demo.Empty").AnyAsync(cancellationToken) && !await IsHereAsync(cancellationToken))
            return false;
        if (await db.Regions.TagWith("Demo.HasRegion").AnyAsync(r => r.Code == Parkstad, cancellationToken))
            return false;
        var random = new Random(Seed + 1);
        using var ids = NewId.From(random);
        var rows = new DemoRows(clock.Today(), random, compare);
        rows.Codes.UnionWith(await db.People.Select(p => p.Code).TagWith("Demo.Codes").ToListAsync(cancellationToken));
        var more = DemoMore.Read(Parkstad);
        db.Regions.Add(new Region { Code = more.Region.Code, Name = more.Region.Name });
        var content = new DemoFull(DemoContent.Read(), more, rows.Today, random).Rows(more.People);
        AddOrganisations(content, rows);
        await AddAccountsAsync(Parkstad + ".", ParkstadAccounts, content, rows);
        await AddWorkAndPeopleAsync(content, rows, around => new DemoHistory(around, rows, random).Add([]), cancellationToken);
        mark.IsHere = true;
        return true;
    }

    /// <summary>The rest of the whole region, beside what was written by hand.</summary>
    private async Task AddRestAsync(DemoContent written, DemoRows rows, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        rows.Steps.Clear();
        var more = DemoMore.Read("drechtsteden-full");
        var full = new DemoFull(written, more, rows.Today, rows.Random);
        var content = DemoCases.Add(full.Rows(more.People - written.People.Count), full, rows.Today);
        AddOrganisations(content, rows);
        await AddAccountsAsync("", MoreAccounts, content, rows);
        var gone = (await users.FindByEmailAsync(Address("", DemoCases.CoachWhoLeft)))!;
        await users.SetLockoutEnabledAsync(gone, true);
        await users.SetLockoutEndDateAsync(gone, DateTimeOffset.MaxValue);
        await AddWorkAndPeopleAsync(
            content, rows, around => DemoCases.AddSecondParty(new DemoHistory(around, rows, rows.Random).Add(DemoCases.Coaches)), cancellationToken);
    }

    private async Task AddWorkAndPeopleAsync(DemoContent content, DemoRows rows, Func<DemoContent, DemoContent> happened, CancellationToken cancellationToken)
    {
        DemoWork.Add(db, content, rows);
        DemoPeople.Add(db, vault, content, rows);
        content = happened(content);
        DemoProposals.Add(db, content, rows);
        DemoWork.Settle(content, rows);
        DemoPeople.EndConsents(rows);
        DemoPlacements.Add(db, content, rows, book);
        db.OpenSteps.AddRange(rows.Steps);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>One part of a larger region, saved and let go.</summary>
    private async Task AddPartAsync(DemoContent part, DemoRows rows, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        db.IsSeedingByNumbers = true;

        // Nobody helps thousands of people: each part has consultants of its own, or an adviser.
        rows.Team.Clear();
        for (var n = 0; n < part.People.Count; n += PeopleOfConsultant)
            rows.Team.Add(rows.Actors[await AddColleagueAsync("consulent", Role.Consultant, SocialService, rows)]);
        if (part.Organisations.Count > 0)
            rows.AdviserKey = await AddColleagueAsync("adviseur", Role.EmployerAdviser, "werkcentrum", rows);

        // Every row of a part is new when it is saved, so nothing has to be looked for.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        rows.Steps.Clear();
        AddOrganisations(part, rows);
        foreach (var organisation in part.Organisations)
            rows.Organisations[organisation.Key].AdviserId = rows.Adviser.UserId;
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

    /// <summary>The named accounts, and one for each organisation that has none of these.</summary>
    private async Task AddAccountsAsync(
        string prefix, (string Email, string Name, Role Role, string Organisation, bool IsManager)[] accounts, DemoContent content, DemoRows rows)
    {
        foreach (var (email, name, role, organisation, isManager) in accounts)
            await AddAccountAsync(prefix, email, name, role, organisation, isManager, rows);
        var staff = accounts.Select(a => a.Organisation).ToHashSet();
        foreach (var row in content.Organisations.Where(o => !staff.Contains(o.Key)))
            await AddAccountAsync(prefix, $"werkgever.{row.Key}", row.ContactName, Role.Employer, row.Key, false, rows);
        foreach (var row in content.Organisations)
            rows.Organisations[row.Key].AdviserId = rows.Actors["adviseur"].UserId;
    }

    /// <summary>An account of a larger region, named by its number.</summary>
    private async Task<string> AddColleagueAsync(string roleWord, Role role, string organisation, DemoRows rows)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"{roleWord}-{rows.Actors.Count}");
        await AddAccountAsync("", email, $"{char.ToUpperInvariant(roleWord[0])}{roleWord[1..]} {rows.Actors.Count}", role, organisation, false, rows);
        return email;
    }

    private static string Address(string prefix, string email) => $"{prefix}{email}@demo.example";

    private async Task AddAccountAsync(string prefix, string email, string name, Role role, string organisationKey, bool isManager, DemoRows rows)
    {
        var organisation = rows.Organisations[organisationKey];
        var address = Address(prefix, email);
        var user = new User { Id = NewId.Next(), UserName = address, Email = address, EmailConfirmed = true, DisplayName = name };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
            throw new InvalidOperationException($"The account {address} could not be made: {string.Join(", ", created.Errors.Select(e => e.Code))}.");
        db.Memberships.Add(new Membership { UserId = user.Id, OrganisationId = organisation.Id, Role = role, IsManager = isManager });
        rows.Actors.Add(email, new Actor(user.Id, name, organisation.Id, organisation.Name, role, isManager, [.. organisation.Regions.Select(r => r.RegionCode)]));
    }
}
