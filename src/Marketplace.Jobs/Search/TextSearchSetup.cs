using Marketplace.Matching.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Jobs.Search;

/// <summary>Search by words.</summary>
public static class TextSearchSetup
{
    /// <summary>One index for the process; a request asks it through an <see cref="ITextIndex"/> of its own.</summary>
    public static IServiceCollection AddTextSearch(this IServiceCollection services) =>
        services.AddSingleton<NodeTextIndex>().AddScoped<ITextIndex, CaughtUpTextIndex>();
}
