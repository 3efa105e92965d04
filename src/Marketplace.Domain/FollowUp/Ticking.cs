using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>"Klaar" on a line that is not a talk: a tick of its own, by its own recipient.</summary>
public static class Ticking
{
    /// <summary>
    /// Ticks a line. A line that is sent more than once is one matter: the sendings of the same date that are still open are answered too.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="sameSubject">The stored reminders of the same placement or person.</param>
    /// <param name="parts">The parts that the actor plays around this placement or person.</param>
    /// <param name="act">Who ticks, now.</param>
    /// <exception cref="RefusalException">It is a talk, or it belongs to somebody else.</exception>
    public static void Tick(Reminder line, IEnumerable<Reminder> sameSubject, IReadOnlySet<Recipient> parts, Act act)
    {
        Guard(line, parts);
        foreach (var sending in sameSubject.Append(line).Where(r => IsSameMatter(r, line)))
            sending.Finish(act);
    }

    /// <summary>Undo of "klaar", by the same people.</summary>
    /// <inheritdoc cref="Tick" path="/exception"/>
    public static void Undo(Reminder line, IEnumerable<Reminder> sameSubject, IReadOnlySet<Recipient> parts)
    {
        Guard(line, parts);
        var doneAt = line.DoneAt;
        foreach (var sending in sameSubject.Append(line).Where(r => IsSameMatter(r, line) && r.DoneAt == doneAt).ToList())
            sending.Reopen();
    }

    private static void Guard(Reminder line, IReadOnlySet<Recipient> parts)
    {
        if (line.IsTalk)
            throw new RefusalException(Refusal.TalkNeedsRecord);
        if (!parts.Contains(line.Recipient))
            throw new RefusalException(Refusal.TickOnlyOwnRecipient);
    }

    private static bool IsSameMatter(Reminder one, Reminder other) =>
        one.Code == other.Code && one.LegalDate == other.LegalDate && one.Recipient == other.Recipient;
}
