using System.Reflection;
using System.Text;
using Marketplace.Domain.Regulations;
using Xunit;

namespace Marketplace.Tests.Domain.Regulations;

public class RegulationBookTests
{
    private static readonly RegulationBook Book = RegulationBook.Current;

    [Fact]
    public void A_version_counts_from_its_first_day_until_the_next_one()
    {
        Assert.Equal(14.71m, Book.On("wml.hourly", new DateOnly(2026, 6, 30))!.Number());
        Assert.Equal(14.99m, Book.On("wml.hourly", new DateOnly(2026, 7, 1))!.Number());
        Assert.Equal(14.99m, Book.On("wml.hourly", new DateOnly(2026, 12, 31))!.Number());
    }

    [Fact]
    public void What_is_not_published_or_not_in_the_book_is_unknown()
    {
        var notPublished = Book.On("wml.hourly", new DateOnly(2027, 1, 1))!;
        Assert.False(notPublished.IsKnown);
        Assert.Null(notPublished.Number());
        Assert.Equal("wml.hourly@2027-01-01", notPublished.Reference);
        Assert.Null(Book.On("lkv.banenafspraak", new DateOnly(2025, 12, 31)));
        Assert.Null(Book.On("trial.uwv", new DateOnly(2026, 1, 1))!.Number("firstTermMonths"));
    }

    [Fact]
    public void A_term_holds_before_its_first_version_too() =>
        Assert.Equal(6, Book.Whole(Terms.FlatMonths, new DateOnly(1999, 1, 1)));

    [Fact]
    public void Every_term_is_checked_when_the_book_is_read()
    {
        var terms = typeof(Terms).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Term)field.GetValue(null)!);
        Assert.Empty(terms.Except(Terms.All));
    }

    [Theory]
    [InlineData("lks.cap", "\"validFrom\": \"2024-01-01\"", "\"validFrom\": \"2024-02-30\"", "versions[0].validFrom")]
    [InlineData("wml.hourly", "\"validFrom\": \"2024-07-01\"", "\"validFrom\": \"2024-01-01\"", "versions[1].validFrom")]
    [InlineData("wml.hourly", "\"validFrom\": \"2024-07-01\"", "\"validFrom\": \"2023-12-31\"", "versions[1].validFrom")]
    [InlineData("lks.cap", "\"source\": \"PW art. 10d(4), tekst van 1-7-2026\"", "\"source\": \" \"", "versions[0].source")]
    [InlineData("lks.cap", "\"source\"", "\"from\"", "versions[0].source")]
    [InlineData("lks.cap", "\"confidence\": \"V\"", "\"confidence\": \"sure\"", "versions[0].confidence")]
    [InlineData("lks.cap", "\"value\": 70", "\"value\": \"70\"", "lks.cap@2024-01-01")]
    [InlineData("lks.cap", "\"name\": \"lks.cap\"", "\"name\": \"lks.caps\"", "$.name")]
    [InlineData("lks.cap", "\"unit\"", "\"name\"", "not JSON")]
    [InlineData("lks.hours", "\"value\": 36", "\"value\": null", "lks.hours@2024-01-01")]
    [InlineData("lks.hours", "\"value\": 36", "\"value\": 0", "lks.hours@2024-01-01")]
    [InlineData("lks.apply", "\"value\": 6", "\"value\": 6.5", "lks.apply@2024-01-01")]
    [InlineData("lks.flat", "\"months\": 6", "\"months\": null", "term months")]
    [InlineData("lks.flat", "\"percentage\": 50, ", "", "no number percentage")]
    [InlineData("jobcoach.report", "\"value\": 6", "\"value\": 0", "term jobcoach.report")]
    [InlineData("trial.uwv", "\"maxMonths\": 6, ", "", "term maxMonths")]
    [InlineData("followup.moments", "[1, 3, 6, 12]", "[1, 3, 6]", "term months")]
    [InlineData("reminder.lead", "\"LKV_DECL\": [76, 30, 10]", "\"LKV_DECL\": []", "term LKV_DECL")]
    [InlineData("reminder.lead", "\"FU_W1\": [2],", "", "term FU_W1")]
    [InlineData("aow.age", "1961-01-01", "1961-13-01", "term laterBornFrom")]
    [InlineData("wml.youth", "\"16\": 40, ", "", "wml.youth@2027-01-01")]
    public void A_broken_file_is_refused_by_its_name(string figure, string part, string broken, string place)
    {
        var files = Files();
        var name = $"Regulations/Figures/{figure}.json";
        var text = Encoding.UTF8.GetString(files[name]);
        Assert.Contains(part, text, StringComparison.Ordinal);
        files[name] = Encoding.UTF8.GetBytes(text.Replace(part, broken, StringComparison.Ordinal));

        var refusal = Assert.Throws<InvalidDataException>(() => RegulationBook.Read(files));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Regulations/book.json")]
    [InlineData("Regulations/Figures/lks.hours.json")]
    [InlineData("Regulations/Figures/wml.youth.json")]
    public void A_missing_file_is_refused_by_its_name(string name)
    {
        var files = Files();
        Assert.True(files.Remove(name));
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => RegulationBook.Read(files)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_of_the_program_are_the_book()
    {
        var book = RegulationBook.Read(Files());
        Assert.Equal(Book.Figures.Select(figure => figure.Name), book.Figures.Select(figure => figure.Name));
        Assert.Equal(new DateOnly(2024, 1, 1), book.Start);
    }

    private static Dictionary<string, byte[]> Files()
    {
        var assembly = typeof(RegulationBook).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Regulations/", StringComparison.Ordinal))
            .ToDictionary(name => name, name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                return memory.ToArray();
            });
    }
}
