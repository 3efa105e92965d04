namespace Marketplace.Web.Ui;

/// <summary>Codes of the parts of a week: <c>mon-1</c> (Monday morning) to <c>sun-3</c> (Sunday evening).</summary>
public static class Dayparts
{
    /// <summary>First half of the code of each day, Monday first.</summary>
    public static readonly IReadOnlyList<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>All 21 codes in the order of the week.</summary>
    public static readonly IReadOnlyList<string> All = Days.SelectMany(day => Enumerable.Range(1, 3).Select(part => $"{day}-{part}")).ToList();

    /// <summary>Code of the box that ticks a part of every day: <c>all-1</c> is every morning.</summary>
    public static string EveryDay(int part) => $"all-{part}";

    /// <summary>
    /// What was ticked as codes in the order of the week, each once: <c>all-1</c> becomes the seven mornings. Codes that do
    /// not exist are left out, so call this before saving.
    /// </summary>
    public static List<string> Expand(IEnumerable<string>? ticked)
    {
        var codes = new HashSet<string>(ticked ?? [], StringComparer.OrdinalIgnoreCase);
        return All.Where(code => codes.Contains(code) || codes.Contains("all-" + code[^1])).ToList();
    }
}
