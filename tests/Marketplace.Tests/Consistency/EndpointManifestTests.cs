using Marketplace.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>Every address with who may open it, compared with a stored list: a security review as a test.</summary>
public sealed class EndpointManifestTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public void The_addresses_are_those_of_the_stored_manifest(string environment)
    {
        using var site = new TestSite(environment);
        var actual = string.Join('\n', Lines(site)) + "\n";
        var name = $"endpoints-{environment.ToLowerInvariant()}.txt";
        StoredFile.Compare("tests/Marketplace.Tests/Consistency/" + name, actual);
    }

    [Fact]
    public void Outside_development_there_is_no_sign_in_with_one_click_and_no_page_for_developers()
    {
        using var site = new TestSite("Production");

        Assert.DoesNotContain(Lines(site), l => l.Contains("ontwikkel", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Lines(TestSite site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => !e.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)))
        .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')} {Who(e)}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Who(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return "everybody";
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? a.Roles ?? "signed in").ToList();
        return policies.Count == 0 ? "signed in" : string.Join(" & ", policies.Distinct());
    }
}
