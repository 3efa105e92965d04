namespace Marketplace.Domain.Reminders;

/// <summary>The wage cost subsidy of a placement.</summary>
/// <param name="Kind">Measured or flat.</param>
/// <param name="ReviewOn">The day on which the loonwaarde is looked at again (PW 10d(6)), of a measured subsidy; null: not known.</param>
public sealed record LksFacts(LksKind Kind, DateOnly? ReviewOn = null);
