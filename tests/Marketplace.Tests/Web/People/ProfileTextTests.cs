using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Pages.People;
using Marketplace.Web.Texts;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>The words around a profile.</summary>
public sealed class ProfileTextTests
{
    private static readonly Act Now = new(Actor.Program, new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 24));

    [Fact]
    public void The_proof_of_the_longest_profile_fits_its_column()
    {
        var person = New();
        person.SetTimes(12.25m, 20.25m, 40.25m, Dayparts.All.Where(d => d is not ("mon-1" or "mon-2" or "mon-3")));
        person.SetTravel(CodeLists.Modes.Codes, 240);
        foreach (var dimension in Dimensions.All)
            person.SetCapacity(dimension.Code, Enumerable.Range(0, 4).MaxBy(l => dimension.PersonWords[l].Length), CapacitySource.Conversation, Now);
        person.SetSupport(CodeLists.Measures.Codes, Measures.BroughtAlong, CodeLists.Certificates.Codes, CodeLists.Circumstances.Codes);
        person.SetWishes(CodeLists.Forms.Codes, CodeLists.Sectors.Codes, CodeLists.Tags.Codes, [], new Levels(Dimensions.All.Select(d => KeyValuePair.Create(d.Code, 3))));

        Assert.InRange(ConsentSnapshot.Found(person).Length, 3000, 8000);
    }

    [Fact]
    public void The_five_groups_hold_every_question_once()
    {
        Assert.Equal(5, DimensionGroup.All.Count);
        Assert.Equal(Dimensions.All.OrderBy(d => d.Index), DimensionGroup.All.SelectMany(g => g.Dimensions).OrderBy(d => d.Index));
    }

    [Fact]
    public void What_is_missing_is_empty_exactly_when_the_profile_is_complete()
    {
        for (var mask = 0; mask < 16; mask++)
        {
            var person = New();
            if ((mask & 1) != 0)
                person.SetTimes(8, 8, 8, (mask & 8) != 0 ? ["mon-1"] : []);
            if ((mask & 2) != 0)
                person.SetTravel(["bike"], 30);
            if ((mask & 4) != 0)
                person.SetWishes([Forms.Regular], [], [], [], Levels.None);

            Assert.Equal(person.IsComplete, ProfileSheets.MissingOf(person).Count == 0);
        }
    }

    [Theory]
    [InlineData("mon-1 tue-1 wed-1 thu-1 fri-1", "ochtend: maandag tot en met vrijdag")]
    [InlineData("mon-2 sun-2", "middag: maandag, zondag")]
    [InlineData("mon-3 tue-3 wed-3 thu-3 fri-3 sat-3 sun-3", "elke avond")]
    [InlineData("tue-1 wed-1 thu-1 fri-1 sat-1", "ochtend: dinsdag, woensdag, donderdag, vrijdag, zaterdag")]
    public void Parts_of_day_are_said_shortly(string dayparts, string words) => Assert.Equal([words], ProfileWords.Times(dayparts.Split(' ')));

    [Fact]
    public void The_state_of_consent_is_said_in_words()
    {
        var today = new DateOnly(2026, 11, 24);
        ConsentWords.Facts Given(ConsentPurpose purpose, int until) => new(purpose, ConsentState.Given, today.AddDays(-1), today.AddDays(until));

        Assert.Equal("Nog niet gevraagd", ConsentWords.Of([], today).Text);
        Assert.Equal("Vindbaar", ConsentWords.Of([Given(ConsentPurpose.Found, 31)], today).Text);
        Assert.Equal("Voor te stellen", ConsentWords.Of([Given(ConsentPurpose.Found, 31), Given(ConsentPurpose.Proposed, 31)], today).Text);
        Assert.Equal("Loopt af op 24 december 2026", ConsentWords.Of([Given(ConsentPurpose.Found, 30), Given(ConsentPurpose.Proposed, 31)], today).Text);
        Assert.Equal("Is voorbij", ConsentWords.Of([Given(ConsentPurpose.Found, -1)], today).Text);
        Assert.Equal("Gestopt", ConsentWords.Of([new(ConsentPurpose.Found, ConsentState.Ended, today, today)], today).Text);
    }

    private static Person New() => new("K-12345", Guid.NewGuid(), "region", Guid.NewGuid(), "3311", Now);
}
