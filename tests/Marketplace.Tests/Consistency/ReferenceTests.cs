using System.Reflection;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>Domain ← Matching; Domain ← Data; Matching, Data ← Jobs ← Web. Nothing else.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Marketplace.Domain", "")]
    [InlineData("Marketplace.Matching", "Marketplace.Domain")]
    [InlineData("Marketplace.Data", "Marketplace.Domain")]
    [InlineData("Marketplace.Jobs", "Marketplace.Data Marketplace.Domain Marketplace.Matching")]
    [InlineData("Marketplace.Web", "Marketplace.Data Marketplace.Domain Marketplace.Jobs Marketplace.Matching")]
    public void A_project_refers_only_in_the_agreed_direction(string project, string allowed)
    {
        var ours = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Marketplace.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(allowed.Split(' ')));
    }

    [Fact]
    public void The_domain_uses_the_base_class_library_only() => Assert.Empty(Others("Marketplace.Domain"));

    [Fact]
    public void Beside_it_the_match_uses_only_the_client_of_elasticsearch_and_how_it_is_registered_and_logged() =>
        Assert.Empty(Others("Marketplace.Matching").Except(
        [
            "Marketplace.Domain", "Elastic.Clients.Elasticsearch", "Elastic.Transport",
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
        ]));

    private static IEnumerable<string> Others(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib"));
}
