using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Consistency;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Data;

/// <summary>Every named query is SQL on both providers, and what SQL Server would get parses as T-SQL.</summary>
public sealed class QueryTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var provider in new[] { "sqlite", "sqlserver" })
            {
                foreach (var name in Queries(ModelTests.Context(provider)).Keys)
                    data.Add(provider, name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_named_query_is_sql_on_both_providers(string provider, string name)
    {
        using var db = ModelTests.Context(provider);
        var sql = Queries(db)[name]();

        Assert.Contains("SELECT", sql, StringComparison.Ordinal);
        if (provider == "sqlserver")
            Assert.Empty(SqlServerQueries.Faults(sql));
    }

    private static Dictionary<string, Func<string>> Queries(MarketplaceDbContext db)
    {
        var queries = new Dictionary<string, Func<string>>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor(Guid.NewGuid(), "", Guid.NewGuid(), "", role, IsManager: true, ["drechtsteden"]);
            queries[$"Inbox.Reminders {role}"] = () => db.Rows(db.RemindersOf(actor)).ToQueryString();
            queries[$"Inbox.Steps {role}"] = () => db.Rows(db.OpenSteps.OpenFor(actor)).ToQueryString();
            queries[$"Inbox.Overdue {role}"] = () => db.Rows(db.OverdueOfOthers(actor, new DateOnly(2026, 11, 1), new DateOnly(2026, 10, 1))).ToQueryString();
        }

        return queries;
    }
}
