using System.Text.RegularExpressions;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

/// <summary>Rules that every page keeps, read from its source.</summary>
public partial class PageSourceTests
{
    public static TheoryData<string> Pages { get; } = new(Directory
        .EnumerateFiles(WebSource.PathOf("Pages"), "*.cshtml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(WebSource.Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Pages))]
    public void Class_names_of_the_design_system_stay_in_the_kit_and_the_layout(string page)
    {
        if (page != "Pages/Shared/_Layout.cshtml")
        {
            Assert.DoesNotMatch(VendorClass(), Source(page));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_page_has_no_style_or_script_inside(string page)
    {
        Assert.DoesNotMatch(InlineStyleOrHandler(), Source(page));
        Assert.DoesNotMatch(InlineScript(), Source(page));
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_number_is_never_asked_with_type_number(string page) =>
        Assert.DoesNotContain("type=\"number\"", Source(page), StringComparison.OrdinalIgnoreCase);

    private static string Source(string page) => File.ReadAllText(WebSource.PathOf(page));

    [GeneratedRegex(@"class=""[^""]*\b(nl|utrecht|denhaag)-")]
    private static partial Regex VendorClass();

    [GeneratedRegex(@"<[^>@]*\s(style|on[a-z]+)=")]
    private static partial Regex InlineStyleOrHandler();

    [GeneratedRegex(@"<style|<script(?![^>]*\ssrc=)")]
    private static partial Regex InlineScript();
}
