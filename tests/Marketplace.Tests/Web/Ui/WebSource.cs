namespace Marketplace.Tests.Web.Ui;

/// <summary>The source of the web project, found from where the tests run.</summary>
internal static class WebSource
{
    public static string Folder { get; } = Path.Combine(Root(), "src", "Marketplace.Web");

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Marketplace.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Marketplace.sln is in no folder above the tests.");
    }
}
