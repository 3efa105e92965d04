using System.Net;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Stories;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Stories;

/// <summary>Stories stand beside the doubt that they answer, tell nothing about a person, and go when somebody takes the yes back.</summary>
public sealed class StoryTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Each_of_the_five_doubts_has_a_story_beside_it_with_the_numbers_of_the_job()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var job = await _site.WithAsync(db => db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync());
        var found = new HashSet<string>();
        foreach (var address in new[] { "/werk/taken", $"/functies/{job}/kosten", $"/functies/{job}/maken", $"/functies/{job}/controle", "/voorstellen" })
        {
            var link = (await employer.OpenAsync(address)).QuerySelector("main a[href^='/verhalen/']");
            Assert.True(link is not null, address);
            var page = await employer.OpenAsync(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, employer.Status);
            Assert.Contains("uur per week", page.QuerySelector("[aria-labelledby=cijfers]")!.TextContent, StringComparison.Ordinal);
            found.Add(link.GetAttribute("href")!);
        }

        Assert.Equal(Enum.GetValues<StoryDoubt>().Length, found.Count);
    }

    [Fact]
    public async Task No_first_name_amount_or_refusal_of_a_person_stands_in_a_story()
    {
        var stories = await _site.WithAsync(db => db.Stories.AsNoTracking().ToListAsync());
        Assert.Equal(5, stories.Count);
        foreach (var text in stories.SelectMany(s => s.Lines.Append(s.Title)))
        {
            Assert.DoesNotMatch("Marco|Jeffrey|Fatma|Samira|Ria|Kees|€|weigerde|wilde niet", text);
            Assert.True(text.Split(' ').Length <= 20, text);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_story_is_gone_when_the_employer_or_the_person_takes_the_yes_back(bool employerStops)
    {
        using var employer = await _site.SignedInAsync("werkgever");
        await _site.WithAsync(async db =>
        {
            var story = await db.Stories.SingleAsync(s => s.Doubt == StoryDoubt.EnoughWork);
            if (employerStops)
                story.EmployerAgrees(false, _site.Now);
            else
                story.PersonAgrees(false, _site.Now);
            await db.SaveChangesAsync();
        });

        Assert.Null((await employer.OpenAsync("/werk/taken")).QuerySelector("main a[href^='/verhalen/']"));
        await employer.OpenAsync("/verhalen/garage-vindt-18-uur");
        Assert.Equal(HttpStatusCode.NotFound, employer.Status);
    }

    [Fact]
    public void A_story_that_names_somebody_cannot_be_made() => Assert.Equal(
        Refusal.StoryNamesSomebody,
        Assert.Throws<RefusalException>(() => new Story("x", StoryDoubt.Guidance, "Fatma naait", ["Bel haar op 06 12345678."], 8, 8, "verkopers")).Reason);
}
