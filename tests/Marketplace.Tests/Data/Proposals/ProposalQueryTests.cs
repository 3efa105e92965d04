using Marketplace.Data.Proposals;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Consistency;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Data.Proposals;

/// <summary>The named queries of this feature are SQL on both providers, and T-SQL that parses.</summary>
public sealed class ProposalQueryTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("sqlserver")]
    public void A_named_query_is_sql(string provider)
    {
        using var db = ModelTests.Context(provider);
        var sql = new List<string>
        {
            db.StillOpen().ToQueryString(),
            db.People.WithConsentToBeProposed(Today).WithHoursAndTravel().Include(p => p.Capacities).ToQueryString(),
        };
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor(Guid.NewGuid(), "", Guid.NewGuid(), "", role, IsManager: false, ["drechtsteden"]);
            sql.Add(db.ProposalsVisibleTo(actor).ToQueryString());
            sql.Add(db.People.FindableFor(actor, "drechtsteden", Today).WithHoursAndTravel().Include(p => p.Capacities).ToQueryString());
            sql.Add(db.CodesBeside(actor).ToQueryString());
        }

        Assert.All(sql, text => Assert.Contains("SELECT", text, StringComparison.Ordinal));
        if (provider == "sqlserver")
            Assert.All(sql, text => Assert.Empty(SqlServerQueries.Faults(text)));
    }
}
