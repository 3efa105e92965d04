using System.Net;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Web.Access;
using Xunit;

[assembly: AssemblyFixture(typeof(Marketplace.Tests.Web.Pages.SampledSite))]

namespace Marketplace.Tests.Web.Pages;

/// <summary>One site for the tests that only read, with the list of all pages.</summary>
public sealed class SampledSite : IAsyncLifetime
{
    /// <summary>A demo account for every role.</summary>
    public static IReadOnlyDictionary<string, Role> RoleOfAccount { get; } = new Dictionary<string, Role>
    {
        ["werkgever"] = Role.Employer,
        ["adviseur"] = Role.EmployerAdviser,
        ["consulent"] = Role.Consultant,
        ["jobcoach"] = Role.JobCoach,
        ["beheer"] = Role.Administrator,
        ["beleid"] = Role.Policy,
        ["merwedewerk"] = Role.CooperativeManager,
        ["waterdriehoek"] = Role.SocialEnterprisePlanner,
        ["buurtwerf"] = Role.Partner,
    };

    private readonly Dictionary<string, WebVisitor> _visitors = [];
    private readonly SemaphoreSlim _one = new(1, 1);

    public TestSite Site { get; } = new();

    public IReadOnlyList<PageSample> Samples { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Samples = await PageSamples.MakeAsync(Site);
        await Site.CatchUpIndexAsync();
    }

    /// <summary>One visitor at a time: the recorded SQL belongs to one page.</summary>
    public async Task<T> AsAsync<T>(string? account, Func<WebVisitor, Task<T>> visit)
    {
        await _one.WaitAsync();
        try
        {
            if (!_visitors.TryGetValue(account ?? "", out var visitor))
                _visitors[account ?? ""] = visitor = account is null ? Site.Visitor() : await Site.SignedInAsync(account);
            return await visit(visitor);
        }
        finally
        {
            _one.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Site.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>What holds for every page, without anyone remembering it.</summary>
[Collection(nameof(SampledSite))] // the statements of a page are counted, so no other class works on the site meanwhile
public sealed class PageRulesTests(SampledSite sampled)
{
    private const int MostStatements = 12;

    [Fact]
    public void Every_page_of_the_access_table_has_a_sample_for_every_role_with_pages()
    {
        var have = sampled.Samples.Select(s => (s.Page, Role: s.Account is null ? (Role?)null : RoleOf(s.Account))).ToHashSet();
        var missing = AccessTable.ByRole
            .Where(row => row.Key is not ("/Home" or "/Account/SignOut" or "/Proposals/Calendar"))
            .SelectMany(row => row.Value.Select(role => (row.Key, (Role?)role)))
            .Where(need => !have.Contains(need));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Who_may_open_a_page_gets_it_whole()
    {
        var faults = new List<string>();
        foreach (var sample in sampled.Samples)
        {
            await sampled.AsAsync(sample.Account, async visitor =>
            {
                sampled.Site.ForgetSql();
                var page = await visitor.OpenAsync(sample.Address);
                var sql = sampled.Site.Sql.ToList();
                if (visitor.Status != HttpStatusCode.OK)
                    faults.Add($"{sample}: {(int)visitor.Status} {visitor.Location}");
                if (page.QuerySelectorAll("h1").Length != 1)
                    faults.Add($"{sample}: {page.QuerySelectorAll("h1").Length} h1");
                if (sql.Count > MostStatements)
                    faults.Add($"{sample}: {sql.Count} SQL statements");
                faults.AddRange(sql.Where(s => s.StartsWith("SELECT", StringComparison.Ordinal) && !OnlyIdentity(s)).Select(s => $"{sample}: untagged {s[..Math.Min(120, s.Length)]}"));
                if (sample.Account is not null && visitor.Last!.Headers.CacheControl?.NoStore != true)
                    faults.Add($"{sample}: may be stored");
                if (sample.Account is not null && page.QuerySelectorAll("header form[action='/uitloggen'] button").Length != 1)
                    faults.Add($"{sample}: no way to sign out");
                if (page.QuerySelectorAll("[style], style, script:not([src])").Length > 0)
                    faults.Add($"{sample}: inline style or script");
                return true;
            });
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_row_of_another_tenant_is_not_there()
    {
        var faults = new List<string>();
        foreach (var sample in sampled.Samples.Where(s => s.Foreign is not null))
        {
            await sampled.AsAsync(sample.Account, async visitor =>
            {
                await visitor.OpenAsync(sample.Foreign!);
                if (visitor.Status != HttpStatusCode.NotFound)
                    faults.Add($"{sample}: {(int)visitor.Status} for {sample.Foreign}");
                await visitor.OpenAsync(sample.Foreign!.Replace("?", "/", StringComparison.Ordinal).Split('/').Aggregate("", (a, p) => Guid.TryParse(p, out _) ? $"{a}/{Guid.Empty}" : p.Length > 0 ? $"{a}/{p}" : a).Split("datum")[0]);
                if (visitor.Status != HttpStatusCode.NotFound)
                    faults.Add($"{sample}: {(int)visitor.Status} for a row that does not exist");
                return true;
            });
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Nobody_opens_a_page_without_signing_in()
    {
        var faults = new List<string>();
        foreach (var sample in sampled.Samples.Where(s => s.Account is not null).DistinctBy(s => (s.Page, s.Address)))
        {
            await sampled.AsAsync(null, async visitor =>
            {
                await visitor.OpenAsync(sample.Address);
                if (visitor.Status != HttpStatusCode.Redirect || !visitor.Location!.Contains("/inloggen", StringComparison.Ordinal))
                    faults.Add($"{sample.Page}: {(int)visitor.Status}");
                return true;
            });
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static Role RoleOf(string account) => SampledSite.RoleOfAccount.GetValueOrDefault(account, Role.Employer);

    /// <summary>The stores of ASP.NET Core Identity write their own queries; they touch only its own tables.</summary>
    private static bool OnlyIdentity(string sql) => sql.Contains("AspNet", StringComparison.Ordinal) && !sql.Contains("\"Memberships\"", StringComparison.Ordinal);
}
