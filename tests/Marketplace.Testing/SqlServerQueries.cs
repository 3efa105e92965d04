using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Marketplace.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Marketplace.Testing;

/// <summary>
/// What SQL Server would get for the queries that run on SQLite. Every query of a test site is translated a second time, for SQL Server,
/// and read by Microsoft's parser before it runs; one that does not translate or parse fails the page or the job that asks it. No server
/// is asked anything.
/// </summary>
public static class SqlServerQueries
{
    private static readonly ConcurrentDictionary<Expression, string> Translated = new(ExpressionEqualityComparer.Instance);

    /// <summary>T-SQL of every distinct query that ran on a site so far.</summary>
    public static ICollection<string> All => Translated.Values;

    /// <summary>What the parser of SQL Server 2022 has against a text.</summary>
    public static IEnumerable<string> Faults(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(e => $"{e.Line}: {e.Message}");
    }

    internal static void Check(Expression query, IReadOnlyDictionary<string, object?> parameters) => Translated.GetOrAdd(query, _ =>
    {
        var sql = Translate(query, parameters);
        return Faults(sql).ToList() is { Count: > 0 } faults
            ? throw new InvalidOperationException($"This is no T-SQL: {string.Join("; ", faults)}\n{sql}")
            : sql;
    });

    private static string Translate(Expression query, IReadOnlyDictionary<string, object?> parameters)
    {
        var server = new NoServer();
        using var db = new SqlServerMarketplaceDbContext(new DbContextOptionsBuilder<SqlServerMarketplaceDbContext>()
            .UseSqlServer("Server=none;Database=none").AddInterceptors(server, server.Connection).Options);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
            context.Parameters[name] = value;
        var rows = query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var (method, type) = rows is null ? (nameof(RunValue), query.Type) : (nameof(RunRows), rows.GetGenericArguments()[0]);
        typeof(SqlServerQueries).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
            .CreateDelegate<Action<IDatabase, QueryContext, Expression, NoServer>>()(db.GetService<IDatabase>(), context, new OnModel(db.Model).Visit(query), server);
        return server.Sql!;
    }

    private static void RunRows<T>(IDatabase database, QueryContext context, Expression query, NoServer server) =>
        _ = database.CompileQuery<IEnumerable<T>>(query, async: false)(context).Any();

    private static void RunValue<T>(IDatabase database, QueryContext context, Expression query, NoServer server)
    {
        var run = database.CompileQuery<T>(query, async: false);
        try
        {
            run(context);
        }
        catch (InvalidOperationException) when (server.Sql is not null)
        {
            // "Sequence contains no elements": Single, Any and Count expect a row.
        }
    }

    /// <summary>The same query over the model of another provider.</summary>
    private sealed class OnModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!) : base.VisitExtension(node);

        /// <summary>The later statements of a split query wait for rows of the first; as one statement all of it is translated.</summary>
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery) ? Visit(node.Arguments[0]) : base.VisitMethodCall(node);
    }

    /// <summary>Keeps the text of a statement and answers with nothing.</summary>
    private sealed class NoServer : DbCommandInterceptor
    {
        public string? Sql { get; private set; }

        public DbConnectionInterceptor Connection { get; } = new NeverOpened();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Sql = command.CommandText;
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Sql = command.CommandText;
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        private sealed class NeverOpened : DbConnectionInterceptor
        {
            public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
        }
    }
}
