using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data;

/// <summary>A save that a unique index refuses: somebody else wrote the same a moment earlier.</summary>
public static class UniqueConflict
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqlServerDuplicateInIndex = 2601;
    private const int SqlServerDuplicateInConstraint = 2627;

    /// <summary>Whether a unique index refused this save.</summary>
    public static bool IsUniqueConflict(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        SqlException server => server.Number is SqlServerDuplicateInIndex or SqlServerDuplicateInConstraint,
        _ => false,
    };
}
