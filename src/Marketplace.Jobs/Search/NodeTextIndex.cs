using System.Runtime.InteropServices;
using Marketplace.Data;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs.Search;

/// <summary>
/// The text index of this node. The first question fills it; every later one compares versions with the database and reads again what differs,
/// so that a page shows what was saved before it was asked for, by whatever process.
/// </summary>
public sealed class NodeTextIndex : IDisposable
{
    /// <summary>Changed jobs that are read in one statement.</summary>
    private const int AtOnce = 500;

    private readonly SemaphoreSlim _catchingUp = new(1, 1);
    private readonly Dictionary<Guid, UInt128> _known = [];
    private long _revision;

    /// <summary>What answers.</summary>
    public InProcessTextIndex Index { get; } = new();

    /// <summary>Brings in what was committed until now.</summary>
    public async Task CatchUpAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await _catchingUp.WaitAsync(cancellationToken);
        try
        {
            var stamps = await StampsAsync(db, cancellationToken);
            var changed = stamps.Where(s => !_known.TryGetValue(s.Key, out var known) || known != s.Value).Select(s => s.Key).ToList();
            var gone = _known.Keys.Where(id => !stamps.ContainsKey(id)).ToList();
            Index.Apply(gone.Select(id => JobDocumentChange.Removed(id, ++_revision)));
            gone.ForEach(id => _known.Remove(id));
            foreach (var ids in changed.Chunk(AtOnce))
            {
                var jobs = await db.Jobs.AsNoTracking().Where(j => ids.Contains(j.Id)).Include(j => j.Tasks).TagWith("TextIndex.Jobs").ToListAsync(cancellationToken);
                var employers = jobs.Select(j => j.OrganisationId).Distinct().ToList();
                var names = await db.Organisations.Where(o => employers.Contains(o.Id)).Select(o => new { o.Id, o.Name })
                    .TagWith("TextIndex.Employers").ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
                Index.Apply(jobs.Select(j => JobDocumentChange.Of(j, names.GetValueOrDefault(j.OrganisationId, ""), ++_revision)));

                // The stamp was read before the job: a save in between is read once more, never missed.
                foreach (var id in ids)
                    _known[id] = stamps[id];
            }
        }
        finally
        {
            _catchingUp.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        _catchingUp.Dispose();
    }

    /// <summary>Of every job one number that changes when the job, a task of it or its employer is saved: versions are random.</summary>
    private static async Task<Dictionary<Guid, UInt128>> StampsAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var stamps = new Dictionary<Guid, UInt128>();
        var jobs = db.Jobs.Join(db.Organisations, j => j.OrganisationId, o => o.Id, (j, o) => new { j.Id, j.Version, Employer = o.Version }).TagWith("TextIndex.Stamps");
        foreach (var job in await jobs.ToListAsync(cancellationToken))
            stamps.Add(job.Id, Number(job.Version) ^ Number(job.Employer));
        var tasks = db.WorkTasks.Where(t => t.State == TaskState.InJob && t.JobId != null).Select(t => new { JobId = t.JobId!.Value, t.Version }).TagWith("TextIndex.TaskStamps");
        foreach (var task in await tasks.ToListAsync(cancellationToken))
        {
            if (stamps.TryGetValue(task.JobId, out var stamp))
                stamps[task.JobId] = stamp ^ Number(task.Version);
        }

        return stamps;
    }

    private static UInt128 Number(Guid version) => MemoryMarshal.Read<UInt128>(version.ToByteArray());
}
