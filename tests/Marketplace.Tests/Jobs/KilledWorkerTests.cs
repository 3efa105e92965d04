using System.Net;
using System.Net.Sockets;
using Marketplace.Jobs;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Jobs;

/// <summary>
/// A worker process that is killed between the claim of a mail and its delivery. The moment is exact without a hook in the program: a
/// worker with a mail server that never answers stands still just there.
/// </summary>
public class KilledWorkerTests(ITestOutputHelper output, TestSite? site = null) : IDisposable
{
    /// <summary>The worker's day is the day after that of the site, so that its claims lie ahead of the clock of the site at any hour.</summary>
    private static readonly DateOnly WorkerDay = TestSite.SeedDay.AddDays(1);

    private readonly TestSite _site = site ?? new();
    private readonly string _empty = Directory.CreateTempSubdirectory("ieder-talent-worker-").FullName;

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_empty, recursive: true);
    }

    [Fact]
    public async Task A_mail_that_a_killed_worker_had_claimed_goes_once_when_the_claim_has_run_out()
    {
        await KillWhileItDeliversAsync();

        var mails = await _site.WithAsync(db => db.Messages.AsNoTracking().ToListAsync());
        var claimed = Assert.Single(mails, m => m.ClaimedUntil is not null);
        Assert.True(mails.Count > 1, "The demo region has a digest for more than one user.");
        Assert.All(mails, m => Assert.Null(m.SentAt));
        Assert.Empty(_site.Mails());

        // While the claim holds another worker brings everything away but this.
        _site.Clock.Advance(claimed.ClaimedUntil!.Value.AddSeconds(-1) - _site.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(mails.Count - 1, await _site.RunWithoutLeaseAsync<DeliverMail>());
        Assert.Equal(Files(mails.Select(m => m.Id).Except([claimed.Id])), _site.Mails().Select(Path.GetFileName));

        _site.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await _site.RunJobAsync(nameof(DeliverMail)));
        Assert.Equal(0, await _site.RunJobAsync(nameof(DeliverMail)));

        Assert.Equal(Files(mails.Select(m => m.Id)), _site.Mails().Select(Path.GetFileName));
        Assert.True(await _site.WithAsync(db => db.Messages.AllAsync(m => m.SentAt != null)));
    }

    /// <summary>Starts a worker on the database of the site and kills it when it has a mail in its hands.</summary>
    private async Task KillWhileItDeliversAsync()
    {
        _ = _site.Services;
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var worker = new ProgramProcess(
            ProgramProcess.Built,
            _empty,
            output.WriteLine,
            [
                "worker", "--environment=Development", $"--Clock:Today={WorkerDay:yyyy-MM-dd}", .. _site.Database.Select(s => $"--{s.Key}={s.Value}"),
                "--Mail:Transport=smtp", "--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={((IPEndPoint)silent.LocalEndpoint).Port}", "--Mail:Smtp:Security=None",
            ]);
        using var delivering = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(ProgramProcess.Patience, TestContext.Current.CancellationToken);
        worker.Kill();
    }

    private static IEnumerable<string> Files(IEnumerable<Guid> ids) => ids.Select(id => $"{id:N}.eml").Order();
}
