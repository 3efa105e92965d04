using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using Marketplace.Data.Sqlite;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Benchmarks;

/// <summary>
/// Many people at work in a large region at once: visits arrive at a fixed rate, whether or not earlier ones were answered, and the time of each counts
/// from the moment at which it should have arrived. So a program that stands still for a second makes a hundred visits wait, and not one.
/// </summary>
internal static class LoadBenchmark
{
    private const int AccountsOfARole = 4;
    private const int AddressesOfAnAccount = 12;

    /// <summary>Requests of one kind, one after another, for the processor time of one page.</summary>
    private const int Alone = 60;

    private static readonly string[] Words = ["inpakken", "schoonmaken", "winkel", "groen", "keuken", "orders", "licht werk", "vakken vullen"];

    /// <param name="kept">A folder that stays, with the region that an earlier run made there.</param>
    internal static async Task RunAsync(int people, int rate, int seconds, string? kept)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("ieder-talent-load-").FullName;
        try
        {
            var file = Path.Combine(folder, "marketplace.db");
            if (!File.Exists(file))
                await PagesBenchmark.SeedAsync(folder, file, people, 4_000, 12_000);
            using var program = new ProgramProcess(ProgramProcess.Built, folder, _ => { }, [.. PagesBenchmark.Settings(folder, file), "--urls=http://127.0.0.1:0", "--Limits:Read:Burst=1000000", "--Limits:Guarded:Burst=1000"]);
            using var connections = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10) };
            var kinds = await KindsAsync(file, await program.AddressAsync(), connections);
            foreach (var kind in kinds)
                await AloneAsync(kind, program);
            await TogetherAsync(kinds, program, people, rate, seconds);
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A page as somebody opens it: its address, in whose name, and the heading that must be in the answer.</summary>
    private sealed record Visit(HttpClient By, string Address, byte[] Heading);

    /// <summary>One kind of page, with the share of the visits that it gets; a form is also sent, as it stands.</summary>
    private sealed record Kind(string Name, int Share, bool IsSent, List<Visit> Visits)
    {
        private int _next = -1;

        public Visit Next() => Visits[(int)((uint)Interlocked.Increment(ref _next) % Visits.Count)];
    }

    private sealed record Time(string Kind, double Milliseconds, string? Fault);

    private static async Task<List<Kind>> KindsAsync(string file, Uri site, SocketsHttpHandler connections)
    {
        await using var db = new SqliteMarketplaceDbContext(new DbContextOptionsBuilder<SqliteMarketplaceDbContext>().UseSqlite($"Data Source={file}").Options);
        var jobs = await db.Jobs.Where(j => j.State == JobState.Open).OrderBy(j => j.Id).Select(j => j.Id).Take(60).ToListAsync();
        var shares = new Dictionary<string, int>
        {
            ["public"] = 6,
            ["employer-start"] = 5,
            ["inventory"] = 4,
            ["inbox"] = 18,
            ["caseload"] = 10,
            ["profile"] = 12,
            ["sheet"] = 2,
            ["job"] = 10,
            ["jobs-by-words"] = 7,
            ["workbench"] = 10,
            ["jobs-of-candidate"] = 4,
            ["proposals"] = 5,
            ["placements"] = 3,
            ["placement"] = 4,
        };
        var kinds = shares.ToDictionary(s => s.Key, s => new Kind(s.Key, s.Value, s.Key == "sheet", []));
        var nobody = new HttpClient(connections, disposeHandler: false) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) };
        await AddAsync("public", nobody, ["/", "/ik-heb-werk", "/zo-rekenen-wij", "/hulp", "/privacy"]);
        foreach (var role in new[] { Role.Employer, Role.EmployerAdviser, Role.Consultant, Role.JobCoach })
        {
            var accounts = await (
                from m in db.Memberships
                where m.Role == role
                join u in db.Users on m.UserId equals u.Id
                where u.Email!.EndsWith("@demo.example")

                // Who has most to do first: those are the pages that are heavy.
                orderby db.People.Count(p => p.ConsultantId == u.Id) + db.Placements.Count(p => p.CoachId == u.Id || p.EmployerId == m.OrganisationId) descending, u.Id
                select new { u.Id, u.Email, m.OrganisationId }).Take(AccountsOfARole).ToListAsync();
            foreach (var account in accounts)
            {
                var client = await SignedInAsync(site, account.Email!, connections);
                await AddAsync("inbox", client, ["/te-doen"]);
                await AddAsync("proposals", client, ["/voorstellen"]);
                if (role != Role.EmployerAdviser)
                {
                    var placements = await db.Placements.Where(p => p.EmployerId == account.OrganisationId || p.CoachId == account.Id || db.People.Any(x => x.Id == p.PersonId && x.ConsultantId == account.Id))
                        .OrderBy(p => p.Id).Select(p => p.Id).Take(AddressesOfAnAccount).ToListAsync();
                    await AddAsync("placements", client, ["/plaatsingen"]);
                    await AddAsync("placement", client, placements.SelectMany(id => new[] { $"/plaatsingen/{id}", $"/plaatsingen/{id}/geregeld" }));
                }

                if (role == Role.Employer)
                {
                    var own = await db.Jobs.Where(j => j.OrganisationId == account.OrganisationId && j.State == JobState.Open).OrderBy(j => j.Id).Select(j => j.Id).Take(AddressesOfAnAccount).ToListAsync();
                    await AddAsync("employer-start", client, ["/werk"]);
                    await AddAsync("inventory", client, ["/werk/taken"]);
                    await AddAsync("job", client, own.Select(id => $"/functies/{id}"));
                    continue;
                }

                await AddAsync("job", client, jobs.Take(AddressesOfAnAccount).Select(id => $"/functies/{id}"));
                await AddAsync("jobs-by-words", client, Words.Select(w => $"/functies?zoek={Uri.EscapeDataString(w)}"));
                if (role == Role.EmployerAdviser)
                    continue;
                var people = await db.People.Where(p => role == Role.JobCoach ? p.OrganisationId == account.OrganisationId : p.ConsultantId == account.Id)
                    .OrderBy(p => p.Id).Select(p => p.Id).Take(AddressesOfAnAccount * 2).ToListAsync();
                await AddAsync("caseload", client, ["/kandidaten"]);
                await AddAsync("profile", client, people.Take(AddressesOfAnAccount).Select(id => $"/kandidaten/{id}"));
                await AddAsync("jobs-of-candidate", client, people.Take(AddressesOfAnAccount).Select(id => $"/kandidaten/{id}/functies"));
                if (role == Role.JobCoach)
                    await AddAsync("workbench", client, jobs.Select(id => $"/functies/{id}/kandidaten"));
                else
                    await AddAsync("sheet", client, people.Skip(AddressesOfAnAccount).Select(id => $"/kandidaten/{id}/profiel/wensen"));
            }
        }

        foreach (var kind in kinds.Values.Where(k => k.Visits.Count == 0))
            Measured.Line(new { name = $"load-{kind.Name}", skipped = "No page of this kind answered 200." });
        return [.. kinds.Values.Where(k => k.Visits.Count > 0)];

        // Opened once beforehand: what is not for this account is left out, and the heading is known.
        async Task AddAsync(string kind, HttpClient client, IEnumerable<string> addresses)
        {
            foreach (var address in addresses)
            {
                using var answer = await client.GetAsync(address);
                var html = await answer.Content.ReadAsStringAsync();
                var from = html.IndexOf("<h1", StringComparison.Ordinal);
                var to = html.IndexOf("</h1>", StringComparison.Ordinal);
                if (answer.StatusCode == HttpStatusCode.OK && from >= 0 && to > from)
                    kinds[kind].Visits.Add(new(client, address, System.Text.Encoding.UTF8.GetBytes(html[from..to])));
            }
        }
    }

    /// <summary>Signs in as a browser does, and goes on with its cookies over connections that all accounts share.</summary>
    private static async Task<HttpClient> SignedInAsync(Uri site, string email, SocketsHttpHandler connections)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        using var visitor = new WebVisitor(new HttpClient(handler) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) });
        await visitor.SignInAsync(email.Replace("@demo.example", "", StringComparison.Ordinal));
        await visitor.OpenAsync("/account");
        var client = new HttpClient(connections, disposeHandler: false) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(site));
        return client;
    }

    /// <summary>What one page costs the program: requests one after another, so that the processor time is only of these.</summary>
    private static async Task AloneAsync(Kind kind, ProgramProcess program)
    {
        long bytes = 0;
        for (var i = 0; i < Alone; i++)
            bytes += (await OpenAsync(kind.Next())).Length;
        var (start, processor) = (Stopwatch.GetTimestamp(), program.ProcessorTime);
        for (var i = 0; i < Alone; i++)
            await OpenAsync(kind.Next());
        Measured.Line(new
        {
            name = $"load-alone-{kind.Name}",
            meanProcessor = Math.Round((program.ProcessorTime - processor).TotalMilliseconds / Alone, 2),
            mean = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds / Alone, 2),
            meanBytes = bytes / Alone,
            addresses = kind.Visits.Count,
        });
    }

    private static async Task TogetherAsync(List<Kind> kinds, ProgramProcess program, int people, int rate, int seconds)
    {
        // Every kind as often as its share, in an order that is the same every time.
        var order = kinds.SelectMany(k => Enumerable.Repeat(k, k.Share)).ToArray();
        new Random(1).Shuffle(order);
        var times = new ConcurrentBag<Time>();
        var visits = new List<Task>(rate * seconds);
        var (start, ours, theirs) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, program.ProcessorTime);
        for (var i = 0; i < rate * seconds; i++)
        {
            var planned = TimeSpan.FromSeconds(i / (double)rate);
            var early = planned - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.FromMilliseconds(1))
                await Task.Delay(early);
            var kind = order[i % order.Length];
            visits.Add(Task.Run(() => VisitAsync(kind, start, planned, times)));
        }

        await Task.WhenAll(visits);
        var elapsed = Stopwatch.GetElapsedTime(start);
        foreach (var of in times.GroupBy(t => t.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            Write($"load-{of.Key}", [.. of]);
        Write("load-total", [.. times]);
        foreach (var fault in times.Where(t => t.Fault is not null).GroupBy(t => t.Fault).OrderByDescending(g => g.Count()).Take(10))
            Measured.Line(new { name = "load-fault", fault = fault.Key, count = fault.Count() });
        Measured.Line(new
        {
            name = "load-processors",
            people,
            rate,
            seconds = Math.Round(elapsed.TotalSeconds, 1),
            program = Math.Round((program.ProcessorTime - theirs) / elapsed, 2),
            generator = Math.Round((Environment.CpuUsage.TotalTime - ours) / elapsed, 2),
            processors = Environment.ProcessorCount,
        });
    }

    private static async Task VisitAsync(Kind kind, long start, TimeSpan planned, ConcurrentBag<Time> times)
    {
        var visit = kind.Next();
        var (from, fault, html) = (planned, (string?)null, Array.Empty<byte>());
        try
        {
            html = await OpenAsync(visit);
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or OperationCanceledException)
        {
            fault = exception.Message;
        }

        var now = Stopwatch.GetElapsedTime(start);
        times.Add(new(kind.Name, (now - from).TotalMilliseconds, fault));
        if (!kind.IsSent || fault is not null)
            return;

        using var content = await FormAsync(html);
        from = Stopwatch.GetElapsedTime(start);
        try
        {
            using var answer = await visit.By.PostAsync(visit.Address, content);
            fault = answer.StatusCode == HttpStatusCode.Redirect ? null : $"{visit.Address} sent: {(int)answer.StatusCode}";
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            fault = exception.Message;
        }

        times.Add(new($"{kind.Name}-save", (Stopwatch.GetElapsedTime(start) - from).TotalMilliseconds, fault));
    }

    /// <summary>The form of a page as it stands.</summary>
    private static async Task<FormUrlEncodedContent> FormAsync(byte[] html)
    {
        using var stream = new MemoryStream(html);
        var page = await new HtmlParser().ParseDocumentAsync(stream);
        return new FormUrlEncodedContent(WebVisitor.FieldsOf(page.QuerySelectorAll("main form[method=post]").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First()));
    }

    private static async Task<byte[]> OpenAsync(Visit visit)
    {
        using var answer = await visit.By.GetAsync(visit.Address);
        var html = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK && html.AsSpan().IndexOf(visit.Heading) >= 0
            ? html
            : throw new InvalidOperationException($"{visit.Address}: {(int)answer.StatusCode}, heading {(html.AsSpan().IndexOf(visit.Heading) >= 0 ? "there" : "missing")}");
    }

    private static void Write(string name, List<Time> times)
    {
        var sorted = times.ConvertAll(t => t.Milliseconds);
        sorted.Sort();
        Measured.Line(new
        {
            name,
            count = sorted.Count,
            errors = times.Count(t => t.Fault is not null),
            p50 = Measured.At(sorted, 0.50),
            p95 = Measured.At(sorted, 0.95),
            p99 = Measured.At(sorted, 0.99),
            max = Measured.At(sorted, 1),
        });
    }
}
