using System.Text.Json;

namespace Marketplace.Data.Seeding;

/// <summary>
/// The shape of <c>drechtsteden-full.json</c> and <c>parkstad.json</c>: invented posters with the words of their tasks, and the names and
/// postcodes from which invented people are made. What is not written here follows from the written region.
/// </summary>
internal sealed record DemoMore(
    DemoContent.RegionRow Region, int People, List<string> Postcodes, List<string> GivenNames, List<string> FamilyNames, List<DemoMore.PosterRow> Organisations)
{
    public static DemoMore Read(string region)
    {
        using var stream = typeof(DemoMore).Assembly.GetManifestResourceStream($"{region}.json")
            ?? throw new InvalidOperationException($"The content of {region} is missing.");
        return JsonSerializer.Deserialize<DemoMore>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>An organisation and its tasks; without tasks it posts no work. The form of its job is regular when none is given.</summary>
    internal sealed record PosterRow(
        string Key, string Name, string Kind, bool IsNonProfit, string Sector, string Pc4, string Place, string ContactName, string Phone, string Email, string Size,
        string Job, string? Form, List<WordedTask> Tasks)
    {
        public DemoContent.OrganisationRow Organisation => new(Key, Name, Kind, IsNonProfit, Sector, Pc4, Place, ContactName, Phone, Email);
    }

    /// <summary>A task that asks what an example asks, in the words of this poster.</summary>
    internal sealed record WordedTask(string Example, string? Name, string? DoneBy);
}
