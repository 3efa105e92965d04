using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Marketplace.Tests.Web.FollowUp;
using Marketplace.Tests.Web.People;
using Marketplace.Tests.Web.Placements;
using Xunit;

namespace Marketplace.Tests;

/// <summary>The same tests on SQL Server, when <c>MARKETPLACE_TEST_SQLSERVER</c> holds the connection string of a server where databases may be made.</summary>
internal static class OnSqlServer
{
    /// <summary>A site with a database of its own on the server; without a server the test is skipped.</summary>
    public static TestSite Site()
    {
        var server = Environment.GetEnvironmentVariable("MARKETPLACE_TEST_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "MARKETPLACE_TEST_SQLSERVER is not set: no SQL Server to test against");
        return new TestSite(sqlServer: server);
    }
}

public sealed class DeliveryOnSqlServerTests() : DeliveryTests(OnSqlServer.Site());

public sealed class KilledWorkerOnSqlServerTests(ITestOutputHelper output) : KilledWorkerTests(output, OnSqlServer.Site());

public sealed class SweepOnSqlServerTests() : SweepTests(OnSqlServer.Site());

public sealed class InboxOnSqlServerTests() : InboxTests(OnSqlServer.Site());

public sealed class RecordOnSqlServerTests() : RecordTests(OnSqlServer.Site());

public sealed class PlacementPagesOnSqlServerTests() : PlacementPagesTests(OnSqlServer.Site());

public sealed class ConsentOnSqlServerTests() : ConsentTests(OnSqlServer.Site());
