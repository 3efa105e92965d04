using System.Security.Cryptography;
using Marketplace.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Proposals;

/// <summary>The code of a person at one employer: made once, the same for all its sites and colleagues.</summary>
public static class EmployerCodes
{
    private const int Length = 4;

    /// <summary>The code, or null when this employer was never told of this person.</summary>
    public static Task<string?> EmployerCodeAsync(this MarketplaceDbContext db, Guid personId, Guid organisationId, CancellationToken cancellationToken) =>
        db.EmployerCodes.Where(c => c.PersonId == personId && c.OrganisationId == organisationId).Select(c => (string?)c.Code)
            .TagWith("EmployerCodes.Find").SingleOrDefaultAsync(cancellationToken);

    /// <summary>Gives the person a code at this employer when there is none; saved with the next SaveChanges.</summary>
    public static async Task EnsureEmployerCodeAsync(this MarketplaceDbContext db, Guid personId, Guid organisationId, CancellationToken cancellationToken)
    {
        var taken = await db.EmployerCodes.Where(c => c.OrganisationId == organisationId).Select(c => new { c.PersonId, c.Code })
            .TagWith("EmployerCodes.Taken").ToListAsync(cancellationToken);
        if (taken.Exists(c => c.PersonId == personId))
            return;
        string code;
        do
        {
            code = RandomNumberGenerator.GetString(EmployerCode.Alphabet, Length);
        }
        while (taken.Exists(c => c.Code == code));
        db.EmployerCodes.Add(new EmployerCode { PersonId = personId, OrganisationId = organisationId, Code = code });
    }
}
