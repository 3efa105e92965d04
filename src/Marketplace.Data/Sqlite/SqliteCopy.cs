using Microsoft.Data.Sqlite;

namespace Marketplace.Data.Sqlite;

/// <summary>A whole copy of a SQLite file, also while the program writes to it, and whether a file is whole.</summary>
public static class SqliteCopy
{
    /// <summary>Copies a database into a new file, as it is at one moment.</summary>
    public static void Make(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);

        // One file, without a log beside it.
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    /// <summary>Whether a file is a whole database: every page, and every reference between rows.</summary>
    public static bool IsWhole(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            return Rows(connection, "PRAGMA integrity_check") is ["ok"] && Rows(connection, "PRAGMA foreign_key_check").Count == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<string> Rows(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
