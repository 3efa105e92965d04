using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>One site and one consultant for the tests of a class that each register their own person and leave the clock alone.</summary>
public sealed class ConsultantAtWork : IAsyncLifetime
{
    public TestSite Site { get; } = new();

    public WebVisitor Consultant { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Consultant = await Site.SignedInAsync("consulent");

    public ValueTask DisposeAsync()
    {
        Consultant.Dispose();
        Site.Dispose();
        return ValueTask.CompletedTask;
    }
}
