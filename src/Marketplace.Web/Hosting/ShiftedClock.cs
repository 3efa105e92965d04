using Marketplace.Domain.Shared;

namespace Marketplace.Web.Hosting;

/// <summary>The real clock on another day.</summary>
internal sealed class ShiftedClock(DateOnly today) : TimeProvider
{
    private readonly TimeSpan _shift = TimeSpan.FromDays(today.DayNumber - TimeProvider.System.Today().DayNumber);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;
}
