using Marketplace.Jobs.Imports;
using Marketplace.Jobs.Narrowing;

namespace Marketplace.Jobs;

/// <summary>Every sweep by its name. A schedule that is stored and does not stand here is removed at the start.</summary>
public static class JobList
{
    /// <param name="Name">The name of the class.</param>
    /// <param name="Type">The class.</param>
    /// <param name="Cadence">How often it looks.</param>
    public sealed record Entry(string Name, Type Type, Cadence Cadence)
    {
        /// <summary>The same for the scheduler.</summary>
        public string Cron => Cadence switch
        {
            Cadence.EveryMinute => "* * * * *",
            Cadence.EveryQuarter => "*/15 * * * *",
            _ => "0 5 * * *",
        };
    }

    /// <summary>In the order in which they run at the start.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        Of<StartPlacements>(Cadence.EveryQuarter),
        Of<RecomputeReminders>(Cadence.Daily),
        Of<ConsentEndsSoon>(Cadence.Daily),
        Of<ProposalDeadlines>(Cadence.EveryQuarter),
        Of<MakeRemindersDue>(Cadence.EveryMinute),
        Of<SendDigests>(Cadence.EveryQuarter),
        Of<DeliverMail>(Cadence.EveryMinute),
        Of<RunImports>(Cadence.EveryMinute),
        Of<IndexDrift>(Cadence.Daily),
        Of<ForgetAccounts>(Cadence.Daily),
        Of<ForgetPeople>(Cadence.Daily),
    ];

    /// <exception cref="ArgumentException">There is no such job.</exception>
    public static Entry Find(string name) => All.FirstOrDefault(e => e.Name == name) ?? throw new ArgumentException($"There is no job {name}.", nameof(name));

    private static Entry Of<TJob>(Cadence cadence)
        where TJob : IJob => new(typeof(TJob).Name, typeof(TJob), cadence);
}
