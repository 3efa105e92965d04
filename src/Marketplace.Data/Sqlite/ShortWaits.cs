using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Marketplace.Data.Sqlite;

/// <summary>
/// SQLite itself waits while somebody else writes: one millisecond, then a little longer each time. Without this the client waits 150 milliseconds
/// every time, where a write takes a few.
/// </summary>
internal sealed class ShortWaits(TimeSpan longest) : DbConnectionInterceptor
{
    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, (int)longest.TotalMilliseconds);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
