using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Marketplace.Jobs;
using Marketplace.Jobs.Mail;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Xunit;

namespace Marketplace.Tests.Jobs;

public class DeliveryTests(TestSite? site = null) : IDisposable
{
    private readonly TestSite _site = site ?? new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_worker_that_died_while_it_wrote_loses_nothing_and_sends_nothing_twice()
    {
        var id = (await _site.AddMessagesAsync(1, claimedUntil: _site.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1)))[0];
        Directory.CreateDirectory(_site.MailFolder);
        await File.WriteAllTextAsync(Path.Combine(_site.MailFolder, $"{id:N}.eml.{Guid.NewGuid():N}{FileTransport.Unfinished}"), "Subject: Er st", TestContext.Current.CancellationToken);

        Assert.Equal(1, await _site.RunJobAsync(nameof(DeliverMail)));
        Assert.Equal(0, await _site.RunJobAsync(nameof(DeliverMail)));

        var mail = await MimeMessage.LoadAsync(Assert.Single(_site.Mails()), TestContext.Current.CancellationToken);
        Assert.Equal((id.ToString("N"), "jobcoach@demo.example"), (mail.MessageId!.Split('@')[0], mail.To.ToString()));
    }

    [Fact]
    public async Task A_worker_that_died_between_the_file_and_the_row_sends_nothing_twice()
    {
        var id = (await _site.AddMessagesAsync(1))[0];
        await _site.RunJobAsync(nameof(DeliverMail));
        var written = File.GetLastWriteTimeUtc(Assert.Single(_site.Mails()));
        await _site.WithAsync(db => db.Messages.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTime?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null)));

        Assert.Equal(1, await _site.RunJobAsync(nameof(DeliverMail)));

        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(_site.Mails())));
        Assert.NotNull(await _site.WithAsync(db => db.Messages.Where(m => m.Id == id).Select(m => m.SentAt).SingleAsync()));
    }

    [Fact]
    public async Task A_link_that_was_asked_for_leaves_the_queue_with_its_mail_and_a_digest_stays()
    {
        var ids = await _site.AddMessagesAsync(1);
        await _site.RunJobAsync(nameof(DeliverMail));
        Assert.NotEqual("", await _site.WithAsync(db => db.Messages.Where(m => m.Id == ids[0]).Select(m => m.Body).SingleAsync()));
        await _site.WithAsync(db => db.Messages.Where(m => m.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(m => m.About, "link").SetProperty(m => m.SentAt, (DateTime?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null)));
        await _site.RunJobAsync(nameof(DeliverMail));
        Assert.Equal("", await _site.WithAsync(db => db.Messages.Where(m => m.Id == ids[0]).Select(m => m.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_row_that_another_worker_holds_is_left_alone()
    {
        await _site.AddMessagesAsync(1, claimedUntil: _site.Clock.GetUtcNow().UtcDateTime.AddMinutes(1));

        Assert.Equal(0, await _site.RunJobAsync(nameof(DeliverMail)));
        Assert.Empty(_site.Mails());

        _site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await _site.RunJobAsync(nameof(DeliverMail)));
        Assert.Single(_site.Mails());
    }

    [Fact]
    public async Task Two_runners_at_once_deliver_each_mail_once()
    {
        var ids = await _site.AddMessagesAsync(25);

        var delivered = await Task.WhenAll(
            Task.Run(() => _site.RunWithoutLeaseAsync<DeliverMail>(), TestContext.Current.CancellationToken),
            Task.Run(() => _site.RunWithoutLeaseAsync<DeliverMail>(), TestContext.Current.CancellationToken));

        Assert.Equal(25, delivered.Sum());
        Assert.Equal(ids.Select(i => $"{i:N}.eml").Order(), _site.Mails().Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(_site.MailFolder, $"*{FileTransport.Unfinished}"));
    }

    [Fact]
    public async Task A_mail_server_gets_the_mail_and_one_that_was_away_gets_the_same_mail_later()
    {
        var id = (await _site.AddMessagesAsync(1))[0];
        var port = FreePort();
        var options = new MailOptions { Transport = "smtp", Smtp = { Host = "127.0.0.1", Port = port, Security = "None" } };

        Assert.Equal(0, await DeliverBySmtpAsync(options)); // nobody listens
        var failed = await _site.WithAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == id));
        Assert.Null(failed.SentAt);
        Assert.NotEqual("", failed.Error);

        var inbox = new Inbox();
        using var stop = new CancellationTokenSource();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(inbox);
        var server = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost").Port(port).Build(), services);
        var listening = server.StartAsync(stop.Token);
        _site.Clock.Advance(DeliverMail.ClaimTime + TimeSpan.FromSeconds(1));

        Assert.Equal(1, await DeliverBySmtpAsync(options));

        var mail = Assert.Single(inbox.Mails);
        Assert.Equal((id.ToString("N"), "Er staat 1 ding voor u klaar"), (mail.MessageId!.Split('@')[0], mail.Subject));
        var sent = await _site.WithAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == id));
        Assert.NotNull(sent.SentAt);
        Assert.Equal("", sent.Error);
        await stop.CancelAsync();
        await listening;
    }

    private Task<int> DeliverBySmtpAsync(MailOptions options) => _site.WithAsync(db =>
        new DeliverMail(db, new SmtpTransport(Options.Create(options)), _site.Clock, _site.Services.GetRequiredService<Telemetry>(), NullLogger<DeliverMail>.Instance).RunAsync(CancellationToken.None));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Inbox : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Mails { get; } = new();

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
