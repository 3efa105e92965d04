namespace Marketplace.Domain.Reminders;

/// <summary>The kind of wage cost subsidy of a placement.</summary>
public enum LksKind
{
    /// <summary>After the loonwaarde has been measured (PW 10d(1)a).</summary>
    Measured,

    /// <summary>The flat subsidy of the first months (PW 10d(1)b).</summary>
    Flat,
}
