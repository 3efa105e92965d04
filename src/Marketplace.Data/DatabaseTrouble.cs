using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Marketplace.Data;

/// <summary>Why a database does not do what is asked, as far as a person can do something with it.</summary>
public enum DatabaseTrouble
{
    /// <summary>Somebody else holds it: trying again helps.</summary>
    Busy,

    /// <summary>It can be read and not be written: full, or read-only.</summary>
    CannotWrite,

    /// <summary>It is not there.</summary>
    Away,
}

/// <summary>Recognises trouble of the database in what was thrown.</summary>
public static class DatabaseTroubles
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteReadOnly = 8, SqliteInputOutput = 10, SqliteFull = 13, SqliteCannotOpen = 14;
    private static readonly int[] ServerBusy = [-2, 1205, 1222], ServerCannotWrite = [1101, 1105, 3906, 9002], ServerAway = [-1, 2, 53, 4060, 10054, 10060, 18456, 40613];

    /// <summary>The trouble, or null when something else is wrong.</summary>
    public static DatabaseTrouble? Of(Exception? exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is SqliteException sqlite)
                return Of(sqlite.SqliteErrorCode);
            if (inner is SqlException server)
                return OfServer(server.Number);
        }

        return null;
    }

    private static DatabaseTrouble? Of(int sqlite) => sqlite switch
    {
        SqliteBusy or SqliteLocked => DatabaseTrouble.Busy,
        SqliteReadOnly or SqliteFull or SqliteInputOutput => DatabaseTrouble.CannotWrite,
        SqliteCannotOpen => DatabaseTrouble.Away,
        _ => null,
    };

    private static DatabaseTrouble? OfServer(int number) => ServerBusy.Contains(number) ? DatabaseTrouble.Busy
        : ServerCannotWrite.Contains(number) ? DatabaseTrouble.CannotWrite
        : ServerAway.Contains(number) ? DatabaseTrouble.Away
        : null;
}
