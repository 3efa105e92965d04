using System.Net;
using System.Reflection;
using Marketplace.Data.Sqlite;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>What a request can set: fields of the classes of forms, never those of a row.</summary>
public sealed class PageBindingTests
{
    private static readonly HashSet<Type> Rows = RowTypes();

    [Fact]
    public void No_page_binds_a_row_of_the_database()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract).ToList();
        var bound = pages.SelectMany(page => page.GetProperties().Where(p => p.IsDefined(typeof(BindPropertyAttribute)) || page.IsDefined(typeof(BindPropertiesAttribute))).Select(p => (Page: page, p.Name, Type: p.PropertyType))
            .Concat(page.GetMethods().Where(m => m.Name.StartsWith("On", StringComparison.Ordinal)).SelectMany(m => m.GetParameters()).Select(p => (Page: page, Name: p.Name!, Type: p.ParameterType)))).ToList();

        Assert.True(pages.Count > 60 && bound.Count > 100, $"{pages.Count} pages, {bound.Count} bound.");
        Assert.True(Rows.Count > 30 && Rows.Contains(typeof(Invitation)), $"{Rows.Count} kinds of rows.");
        Assert.Empty(bound.SelectMany(b => Within(b.Type, []).Intersect(Rows).Select(row => $"{b.Page.Name}.{b.Name}: {row.Name}")));
    }

    [Fact]
    public async Task Fields_that_are_on_no_form_set_nothing()
    {
        const string email = "nieuw@gemeente.example";
        using var site = new TestSite();
        var link = await site.InviteAsync(email);
        using var visitor = site.Visitor();
        await visitor.PostAsync(link, "Doe mee", ("In.Password", AccountSite.Password), ("In.Role", "Administrator"), ("Role", "Administrator"), ("Invitation.Role", "Administrator"), ("In.IsManager", "true"),
            ("Invitation.Email", "ander@elders.example"), ("In.Email", "ander@elders.example"), ("HasAccount", "true"), ("State", "Ready"));

        Assert.Equal("/te-doen", visitor.Location);
        var member = await site.MemberAsync(email);
        Assert.Equal((Role.Consultant, false), (member.Role, member.IsManager));
        Assert.False(await site.WithAsync(db => db.Users.AnyAsync(u => u.Email == "ander@elders.example")));
        await visitor.OpenAsync("/beheer");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    /// <summary>The types that a value of this type is made of, as far as they are ours.</summary>
    private static IEnumerable<Type> Within(Type type, HashSet<Type> seen)
    {
        foreach (var part in type.IsGenericType ? type.GetGenericArguments() : type.IsArray ? [type.GetElementType()!] : [])
        {
            foreach (var inner in Within(part, seen))
                yield return inner;
        }

        if (type.Namespace?.StartsWith("Marketplace.", StringComparison.Ordinal) != true || type.IsEnum || !seen.Add(type))
            yield break;
        yield return type;
        foreach (var inner in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod?.IsPublic == true).SelectMany(p => Within(p.PropertyType, seen)))
            yield return inner;
    }

    private static HashSet<Type> RowTypes()
    {
        using var db = new SqliteMarketplaceDbContext(new DbContextOptionsBuilder<SqliteMarketplaceDbContext>().UseSqlite("Data Source=none").Options);
        return [.. db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.Namespace?.StartsWith("Marketplace.", StringComparison.Ordinal) == true)];
    }
}
