using Marketplace.Domain.Stories;

namespace Marketplace.Data.Stories;

/// <summary>Stories to which employer and person both agreed; nobody sees another.</summary>
public static class StoryQueries
{
    public static IQueryable<Story> Shown(this IQueryable<Story> stories) => stories.Where(s => s.EmployerAgreedOn != null && s.PersonAgreedOn != null);
}
