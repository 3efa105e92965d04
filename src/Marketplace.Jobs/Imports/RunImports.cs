using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs.Imports;

/// <summary>Goes on with every import that waits for the program, oldest first, and throws away files that nobody needs any more.</summary>
public sealed partial class RunImports(MarketplaceDbContext db, IdentityVault vault, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunImports> log) : IJob
{
    /// <summary>Imports that wait for the program.</summary>
    public static IQueryable<Import> Waiting(MarketplaceDbContext db) =>
        db.Imports.Where(i => i.State == ImportState.Checking || i.State == ImportState.Taking || i.State == ImportState.Undoing);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var handled = 0;
        var done = new HashSet<Guid>();
        while (await NextAsync(done, cancellationToken) is { } id)
        {
            done.Add(id);
            using var scope = scopes.CreateScope();
            try
            {
                handled += await scope.ServiceProvider.GetRequiredService<ImportWork>().RunAsync(id, null, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The others go on; this one is tried again at the next tick, from where it was.
                Failed(log, id, exception);
            }
        }

        return handled + await ForgetAsync(cancellationToken);
    }

    private async Task<Guid?> NextAsync(HashSet<Guid> done, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested ? null : await Waiting(db)
        .Where(i => !done.Contains(i.Id))
        .OrderBy(i => i.CreatedAt).Select(i => (Guid?)i.Id).TagWith("RunImports.Next").FirstOrDefaultAsync(cancellationToken);

    private async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        var limit = act.Today.AddDays(-Import.DaysKept);
        var old = await db.Imports.Where(i => i.CreatedOn < limit && i.State != ImportState.Taking && i.State != ImportState.Undoing && db.ImportFiles.Any(f => f.ImportId == i.Id))
            .TagWith("RunImports.Old").ToListAsync(cancellationToken);
        foreach (var import in old)
        {
            if (import.State is ImportState.Checking or ImportState.Checked)
                import.Drop(act);
            vault.ForgetFile(import.Id);
        }

        return await db.TrySaveAsync(cancellationToken) ? old.Count : 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The import {Id} stopped; the next tick goes on with it.")]
    private static partial void Failed(ILogger logger, Guid id, Exception exception);
}
