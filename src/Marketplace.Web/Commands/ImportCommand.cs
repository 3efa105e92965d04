using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Imports;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Jobs.Imports;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Commands;

/// <summary>
/// <c>import people|tasks FILE.csv --as colleague@organisation.nl</c>: the same import as in the browser, in the name of that colleague. The
/// good rows are taken; the others go to a file beside it. Nothing that stands in a row is printed.
/// </summary>
internal sealed class ImportCommand(MarketplaceDbContext db, IdentityVault vault, ImportWork work, CurrentActor current, TimeProvider clock)
{
    public const string Usage = "import people|tasks FILE.csv --as EMAIL [--organisation NAME] [--rejected FILE.csv] [--check]";

    private const int StepsBetweenTelling = 10;

    /// <param name="Kind">What the file brings.</param>
    /// <param name="File">The file.</param>
    /// <param name="As">E-mail address of who sends it.</param>
    /// <param name="Organisation">Name of the organisation: whose tasks, or which one of several of the sender.</param>
    /// <param name="Rejected">Where the rows with something wrong go.</param>
    /// <param name="ChecksOnly">Nothing is taken.</param>
    /// <param name="Settings">The other words: settings of the program.</param>
    internal sealed record Call(ImportKind Kind, string File, string As, string? Organisation, string Rejected, bool ChecksOnly, IReadOnlyList<string> Settings);

    /// <summary>Reads the words after <c>import</c>; null when they are no import.</summary>
    public static Call? Parse(IReadOnlyList<string> args)
    {
        if (args.Count < 2 || args[0] is not ("people" or "tasks"))
            return null;
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        for (var i = 2; i < args.Count; i++)
        {
            if (args[i] is not ("--as" or "--organisation" or "--rejected" or "--check"))
                settings.Add(args[i]);
            else if (args[i] == "--check")
                options[args[i]] = "";
            else if (i + 1 < args.Count)
                options[args[i]] = args[++i];
        }

        var rejected = Path.Combine(Path.GetDirectoryName(args[1]) ?? "", $"{Path.GetFileNameWithoutExtension(args[1])}-fouten.csv");
        return options.GetValueOrDefault("--as") is not { } sender ? null : new Call(
            args[0] == "people" ? ImportKind.People : ImportKind.Tasks, args[1], sender, options.GetValueOrDefault("--organisation"),
            options.GetValueOrDefault("--rejected", rejected), options.ContainsKey("--check"), settings);
    }

    /// <summary>Reads, takes, tells.</summary>
    /// <returns>0 when every row is there now, 1 when some are not, 2 when nothing was done.</returns>
    public async Task<int> RunAsync(Call call, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!File.Exists(call.File))
            return await RefuseAsync($"There is no file {call.File}.");
        if (await SenderAsync(call, cancellationToken) is not { } sender)
            return await RefuseAsync($"{call.As} is no {(call.Kind == ImportKind.People ? "consultant" : "employer or adviser")} here, or is one at several organisations: name one with --organisation.");
        if (await OwnerAsync(call, sender, cancellationToken) is not { } owner)
            return await RefuseAsync("An adviser names the employer with --organisation.");
        var outcome = new FileInfo(call.File).Length > CsvTable.MostBytes
            ? new ImportRows.Outcome(null, FileFault.TooLarge, [], 0)
            : ImportRows.Read(await File.ReadAllBytesAsync(call.File, cancellationToken), ImportSheet.Of(call.Kind));
        if (outcome.Rows is not { } rows)
            return await RefuseAsync(ImportWords.Of(outcome));

        current.Value = sender;
        var import = db.Imports.Add(new Import(call.Kind, rows.Rows.Count, owner, Now)).Entity;
        await vault.KeepFileAsync(import.Id, rows.ToBytes(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await work.RunAsync(import.Id, null, cancellationToken);
        await output.WriteLineAsync($"{import.Rows} rijen: {import.Good} goed, {import.TakenBefore} al eerder ingelezen, {import.Bad} met een fout.");
        if (outcome.PassedOver > 0)
            await output.WriteLineAsync($"{outcome.PassedOver} onbekende kolommen overgeslagen.");
        if (import.Bad > 0)
            await TellFaultsAsync(import, call, output, cancellationToken);
        var bad = import.Bad;
        if (call.ChecksOnly || import.Good == 0)
        {
            import.Drop(Now);
            vault.ForgetFile(import.Id);
            await db.SaveChangesAsync(cancellationToken);
        }
        else
        {
            import.Take(Now);
            await db.SaveChangesAsync(cancellationToken);
            await TakeAsync(import.Id, output, cancellationToken);
        }

        return bad > 0 || cancellationToken.IsCancellationRequested ? 1 : 0;

        async Task<int> RefuseAsync(string why)
        {
            await error.WriteLineAsync($"import: {why}");
            return 2;
        }
    }

    private Act Now => new(current.Value, clock.GetUtcNow().UtcDateTime, clock.Today());

    private async Task TakeAsync(Guid id, TextWriter output, CancellationToken cancellationToken)
    {
        var steps = 0;
        await work.RunAsync(id, import =>
        {
            if (import.State == ImportState.Taken || ++steps % StepsBetweenTelling == 0)
                output.WriteLine($"{import.Handled} van {import.Rows} rijen, {import.Taken} overgenomen.");
        }, cancellationToken);
    }

    private async Task TellFaultsAsync(Import import, Call call, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var fault in import.Faults)
            await output.WriteLineAsync(ImportWords.Whole(import.Kind, fault));
        var drafts = await work.DraftsAsync(import, "Foute rijen ophalen", cancellationToken) ?? [];
        await File.WriteAllBytesAsync(call.Rejected, ImportSheet.Of(import.Kind).BadRows(drafts, f => ImportWords.InFile(import.Kind, f)), cancellationToken);
        await output.WriteLineAsync($"De rijen met een fout staan in {call.Rejected}.");
    }

    private async Task<Actor?> SenderAsync(Call call, CancellationToken cancellationToken)
    {
        var email = call.As.ToUpperInvariant();
        var all = await (
            from u in db.Users
            join m in db.Memberships on u.Id equals m.UserId
            join o in db.Organisations on m.OrganisationId equals o.Id
            where u.NormalizedEmail == email
            select new { User = u.Id, u.DisplayName, o.Id, o.Name, m.Role, m.IsManager, Regions = o.Regions.Select(r => r.RegionCode).ToList() })
            .TagWith("Import.Sender").ToListAsync(cancellationToken);
        var can = all.Where(m => ImportQueries.KindOf(m.Role) == call.Kind).ToList();
        if (can.Count > 1)
            can = can.FindAll(m => m.Name == call.Organisation);
        return can is [var one] ? new Actor(one.User, one.DisplayName, one.Id, one.Name, one.Role, one.IsManager, one.Regions) : null;
    }

    private async Task<Guid?> OwnerAsync(Call call, Actor sender, CancellationToken cancellationToken) => sender.Role == Role.EmployerAdviser
        ? await db.PostersOf(sender).Where(o => o.Name == call.Organisation).Select(o => (Guid?)o.Id).TagWith("Import.Owner").FirstOrDefaultAsync(cancellationToken)
        : sender.OrganisationId;
}
