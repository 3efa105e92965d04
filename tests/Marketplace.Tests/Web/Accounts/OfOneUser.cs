using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>A site with somebody who was invited, chose a password and is in.</summary>
public abstract class OfOneUser : IAsyncLifetime
{
    protected const string Email = "nieuw@gemeente.example";

    protected TestSite Site { get; } = new();

    protected WebVisitor User { get; private set; } = null!;

    public async ValueTask InitializeAsync() => User = await Site.ComeInAsync(Email);

    public ValueTask DisposeAsync()
    {
        User.Dispose();
        Site.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
