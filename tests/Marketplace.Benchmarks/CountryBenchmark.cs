using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Marketplace.Data.Sqlite;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Jobs.Narrowing;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Marketplace.Testing.Matching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Marketplace.Benchmarks;

/// <summary>The people of the whole country in a database: building the index from it, and one question on both indexes and in SQL.</summary>
internal static class CountryBenchmark
{
    private const int Questions = 200;

    internal static async Task RunAsync(int people)
    {
        Bandwidth();
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"ieder-talent-country-{people}.db"));
        await using var db = new SqliteMarketplaceDbContext(new DbContextOptionsBuilder<SqliteMarketplaceDbContext>().UseSqlite($"Data Source={file}").Options);
        if (!File.Exists(file))
            await WriteAsync(db, file, new Population(1).People(people));

        var engine = MatchEngine.Standard;
        var index = new InProcessIndex(engine);
        using var node = new NodeIndex(index, NullLogger<NodeIndex>.Instance);

        // The model of the database is no part of the index.
        await db.PeopleColumns.FirstAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await node.RebuildAsync(db, CancellationToken.None);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Measured.Each("index-build-from-database", people, bytes, [() => Built(node, db, index)]);
        Measured.Line(new { name = "index-bytes", rows = index.Candidates.Count, bytes, bytesPerRow = Math.Round(bytes / (double)index.Candidates.Count, 1) });

        var jobs = new Population(2).Jobs(Questions).Select(j => j.Job!.Job).ToList();
        var questions = jobs.ConvertAll(job => new CandidateQuestion(engine.Compile(job)));
        Measured.Each("question-in-process", people, bytes, [.. questions.Select(q => new Func<int>(() => index.Candidates.Search(q).Bands.Total))]);
        Measured.Each("question-sqlite-conditions", people, new FileInfo(file).Length, [.. jobs.Take(5).Select(job => new Func<int>(() => Count(db, job)))]);
        if (SearchServer.WhyNot is { } why)
            Measured.Line(new { name = "question-search-server", skipped = why });
        else
            await AskServerAsync(index, engine, people, questions);
    }

    private static async Task AskServerAsync(InProcessIndex index, MatchEngine engine, int people, List<CandidateQuestion> questions)
    {
        await using var server = new SearchServer();
        var settings = new SearchSettings
        {
            Url = await server.AddressAsync(),
            Compatibility = SearchSettings.OpenSearch,
            Prefix = "benchmark",
            QuestionBudget = TimeSpan.FromMinutes(1),
            WriteBudget = TimeSpan.FromMinutes(2),
        };
        await using var services = new ServiceCollection().AddSingleton(index).AddNarrowing(settings).BuildServiceProvider();
        var elastic = services.GetRequiredService<ElasticIndex>();
        var start = Stopwatch.GetTimestamp();
        await elastic.RebuildAsync(Array.Empty<JobChange>().ToAsyncEnumerable(), CancellationToken.None);
        await elastic.RebuildAsync(new Population(1).People(people).ToAsyncEnumerable(), CancellationToken.None);
        Measured.Line(new { name = "index-build-search-server", milliseconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds), rows = people });
        Measured.Each("question-search-server", people, 0, [.. questions.Select(q => new Func<Task<int>>(async () => (await elastic.SearchAsync(q, CancellationToken.None)).Bands.Total))]);
    }

    private static int Built(NodeIndex node, SqliteMarketplaceDbContext db, InProcessIndex index)
    {
        node.RebuildAsync(db, CancellationToken.None).GetAwaiter().GetResult();
        return index.Candidates.Count;
    }

    /// <summary>What a scan and a copy of memory cost here: one question over the country reads each row once.</summary>
    private static void Bandwidth()
    {
        var from = new ulong[32 << 20];
        var to = new ulong[from.Length];
        Array.Fill(from, 1UL);
        var bytes = (long)from.Length * sizeof(ulong);
        Measured.Line(new { name = "memory-copy", bytes, gigabytesPerSecond = Best(() => from.CopyTo(to, 0), bytes) });
        Measured.Line(new { name = "memory-scan", bytes, gigabytesPerSecond = Best(() => Sum(from), bytes) });
    }

    private static double Best(Action work, long bytes)
    {
        var best = double.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Math.Round(bytes / best / 1e9, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Sum(ulong[] of)
    {
        var sum = System.Numerics.Vector<ulong>.Zero;
        for (var i = 0; i < of.Length; i += System.Numerics.Vector<ulong>.Count)
            sum += new System.Numerics.Vector<ulong>(of, i);
        return sum[0];
    }

    /// <summary>Everything that must hold whatever help there is, but for travel: that is not in the rows.</summary>
    private static int Count(SqliteMarketplaceDbContext db, MatchJob job)
    {
        using var command = Open(db).CreateCommand();
        var conditions = new List<string> { "CAST(HoursMin AS REAL) <= $most", "CAST(HoursMax AS REAL) >= $least" };
        command.Parameters.AddWithValue("$most", (double)job.Hours.Max);
        command.Parameters.AddWithValue("$least", (double)job.Hours.Min);
        Add("Forms", [job.Form], true);
        Add("AvailableDayparts", job.FixedDayparts, true);
        Add("Certificates", job.Certificates, true);
        Add("Exclusions", job.Circumstances, false);
        foreach (var demands in job.Tasks.Where(t => t.Essential).Select(t => t.Demands))
        {
            // Asked at 0 is asked nothing; nothing lifts 0, and nothing lifts 1 to 3.
            conditions.AddRange(Enumerable.Range(0, Dimensions.Count).Where(i => demands[i] > 0)
                .Select(i => $"substr(CapacityLevels, {i + 1}, 1) {(demands[i] == 3 ? "NOT IN ('0', '1')" : "<> '0'")}"));
        }

        command.CommandText = $"SELECT COUNT(*) FROM People WHERE {string.Join(" AND ", conditions)}";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);

        void Add(string column, IEnumerable<string> codes, bool wanted)
        {
            foreach (var code in codes)
            {
                var name = $"$p{command.Parameters.Count}";
                conditions.Add($"instr({column}, {name}) {(wanted ? ">" : "=")} 0");
                command.Parameters.AddWithValue(name, $"\"{code}\"");
            }
        }
    }

    private static SqliteConnection Open(SqliteMarketplaceDbContext db)
    {
        db.Database.OpenConnection();
        return (SqliteConnection)db.Database.GetDbConnection();
    }

    /// <summary>Writes everybody in one transaction, as the program would have stored them.</summary>
    private static async Task WriteAsync(SqliteMarketplaceDbContext db, string file, IEnumerable<CandidateChange> people)
    {
        var start = Stopwatch.GetTimestamp();
        await db.Database.MigrateAsync();
        var connection = Open(db);
        using (var pragma = connection.CreateCommand())
        {
            // The organisations of these people are in no table.
            pragma.CommandText = "PRAGMA foreign_keys = OFF";
            pragma.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction();
        using var person = Insert(connection, transaction, "People", [
            "Id", "Code", "OrganisationId", "RegionCode", "ConsultantId", "Pc4", "CreatedOn", "HoursMin", "HoursWish", "HoursMax", "AvailableDayparts", "Modes",
            "MaxTravelMinutes", "Certificates", "Exclusions", "BringsAlong", "Helps", "StaffNote", "NotNames", "Forms", "WishedSectors", "WishedTags", "UnwantedTags",
            "Growth", "LastProposedOn", "Version", "CapacityLevels", "Revision"]);
        using var consent = Insert(connection, transaction, "Consent", [
            "Id", "PersonId", "Purpose", "State", "GivenOn", "Until", "Way", "RepresentativeBeside", "TextVersion", "Snapshot", "RecordedBy"]);
        var rows = 0;
        foreach (var change in people)
        {
            var indexed = change.Candidate!;
            var (candidate, found) = (indexed.Candidate, indexed.Found);
            var id = Guid.CreateVersion7();
            Run(person, [
                id, change.Code, indexed.OrganisationId, indexed.RegionCode, indexed.OrganisationId, candidate.Pc4, Population.Today,
                candidate.Hours.Min, candidate.Hours.Wish, candidate.Hours.Max, Json(candidate.Dayparts), Json(candidate.Modes),
                candidate.MaxMinutes, Json(candidate.Certificates), Json(candidate.Exclusions), Json(candidate.Support), "[]", "", "[]", Json(candidate.Forms),
                Json(candidate.Wishes.Sectors), Json(candidate.Wishes.Tasks), Json(candidate.Wishes.NotTasks),
                candidate.Growth.ToString(), candidate.LastProposed, id, Packed(candidate.Capacities), change.Revision]);
            if (found.WasAsked)
            {
                var (state, from) = found.From is { } day ? ("Given", day) : ("Ended", Population.Today.AddDays(-100));
                Run(consent, [Guid.CreateVersion7(), id, "Found", state, from, found.Until, "Together", false, 1, "Samen bekeken: uren, reis, mogelijkheden en wensen.", "S. Yilmaz"]);
            }

            rows++;
        }

        transaction.Commit();
        await PackAsync(db, connection);
        db.Database.CloseConnection();
        Measured.Line(new { name = "database-write", milliseconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds), rows, bytes = new FileInfo(file).Length, file });
    }

    /// <summary>What every save of a person writes beside the columns.</summary>
    private static async Task PackAsync(SqliteMarketplaceDbContext db, SqliteConnection connection)
    {
        var people = await db.PeopleColumns.ToListAsync();
        using var transaction = connection.BeginTransaction();
        using var pack = connection.CreateCommand();
        pack.Transaction = transaction;
        pack.CommandText = "UPDATE People SET Packed = $packed WHERE Id = $id";
        pack.Parameters.AddRange([new SqliteParameter { ParameterName = "$packed" }, new SqliteParameter { ParameterName = "$id" }]);
        foreach (var person in people)
            Run(pack, [PackedPerson.Pack(person), person.Id]);
        transaction.Commit();
    }

    private static SqliteCommand Insert(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
        foreach (var column in columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        return command;
    }

    private static void Run(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static string Json(IEnumerable<string> codes) => JsonSerializer.Serialize(codes);

    private static string Packed(Levels levels) => string.Concat(Dimensions.All.Select(d => levels[d.Index] is { } level ? (char)('0' + level) : '-'));
}
