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

    /// <summary>Pure: no database, no web. Matching takes two libraries along: for words, and the client of Elasticsearch.</summary>
    [Theory]
    [InlineData("Marketplace.Domain", "")]
    [InlineData("Marketplace.Matching", "Marketplace.Domain Lucene.Net Lucene.Net.Analysis.Common J2N Elastic.Clients.Elasticsearch Elastic.Transport Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.Extensions.Logging.Abstractions")]
    public void The_pure_projects_use_the_base_class_library_and_what_is_named_here(string project, string named)
    {
        var others = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib"));

        Assert.Empty(others.Except(named.Split(' ')));
    }
}
