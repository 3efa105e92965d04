namespace Marketplace.Testing;

/// <summary>A clock that tests move by hand. It never goes back.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now;

    public TestClock(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves to eight o'clock (UTC) on a day.</summary>
    public void MoveTo(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero);

    public void Advance(TimeSpan time) => _now += time;
}
