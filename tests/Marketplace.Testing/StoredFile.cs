namespace Marketplace.Testing;

/// <summary>A file of the repository that a test compares with what the program is today; <c>MARKETPLACE_REWRITE=1</c> writes it anew.</summary>
public static class StoredFile
{
    /// <summary>The root of the repository, found from the test's own folder.</summary>
    public static string Root { get; } = FindRoot();

    public static void Compare(string path, string actual)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("MARKETPLACE_REWRITE") == "1")
            File.WriteAllText(file, actual);
        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (stored == actual)
            return;
        var (before, after) = (stored.Split('\n').ToHashSet(), actual.Split('\n').ToHashSet());
        throw new InvalidOperationException(
            $"{path} is not what the program is today. If that is meant, run the test with MARKETPLACE_REWRITE=1 and commit the file.\n"
            + $"gone:\n  {string.Join("\n  ", before.Except(after))}\nnew:\n  {string.Join("\n  ", after.Except(before))}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Marketplace.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository was not found above the folder of the tests.");
    }
}
