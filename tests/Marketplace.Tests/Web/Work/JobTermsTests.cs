using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>Hours, parts of day, start and what was filled in beforehand.</summary>
public sealed class JobTermsTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task Everything_that_was_set_can_be_changed()
    {
        var id = await work.ConceptAsync();
        await work.Employer.PostAsync($"/functies/{id}/maken", "Verder",
            ("In.HoursMin", "4.25"), ("In.HoursMax", "8"), ("In.Fixed", "mon-1"), ("In.Flexible", "all-2"),
            ("In.StartsOn.Dag", "1"), ("In.StartsOn.Maand", "februari"), ("In.StartsOn.Jaar", "2027"),
            ("In.Title", "Dozenhulp"), ("In.Site", "anders"), ("In.Pc4", "3331 ab"), ("In.ContactName", "Ineke"), ("In.ContactPhone", "078 000 00 99"),
            ("In.Form", "trial"), ("In.Sector", "retail"), ("In.Offers", "own-pace"), ("In.PickUpPc4", "3311"), ("In.Certificates", "forklift"), ("In.Circumstances", "cash"));
        Assert.Equal($"/functies/{id}/controle", work.Employer.Location);

        var job = await work.JobAsync(id);
        Assert.Equal((4.25m, 8m, new DateOnly(2027, 2, 1)), (job.HoursMin, job.HoursMax, job.StartsOn));
        Assert.Equal(["mon-1"], job.FixedDayparts);
        Assert.Equal(["mon-2", "tue-2", "wed-2", "thu-2", "fri-2", "sat-2", "sun-2"], job.FlexibleDayparts);
        Assert.Equal(("Dozenhulp", "Zwijndrecht", "3331", (Guid?)null), (job.Title, job.Place, job.Pc4, job.SiteId));
        Assert.Equal(("Ineke", "078 000 00 99", "trial", "retail", "3311"), (job.ContactName, job.ContactPhone, job.Form, job.Sector, job.PickUpPc4));
        Assert.Equal(["own-pace", "forklift", "cash"], [.. job.Offers, .. job.Certificates, .. job.Circumstances]);
    }

    [Theory]
    [InlineData("In.HoursMin", "", "Vul in hoeveel uur per week ten minste.")]
    [InlineData("In.HoursMin", "12,1", "Vul een getal in, in kwartieren, zoals 12,5.")]
    [InlineData("In.HoursMax", "61", "Vul een getal in van 0,25 tot en met 60.")]
    [InlineData("In.HoursMax", "1.000", "Is de punt of komma voor duizend? Laat die dan weg, zoals 1000.")]
    [InlineData("In.HoursMin", "20", "De uren staan niet op volgorde. Begin met het laagste aantal.")]
    [InlineData("In.Fixed", "tue-1", "dinsdagochtend staat bij vast en bij mag ook. Kies er één.")]
    [InlineData("In.Title", "", "Vul in hoe de functie heet.")]
    [InlineData("In.Site", "bb5f0b1e-0000-0000-0000-000000000000", "Kies een plek uit de lijst.")]
    [InlineData("In.ContactPhone", "bel maar", "Vul een telefoonnummer in, zoals 078 000 00 10.")]
    [InlineData("In.Form", "sheltered", "Uw organisatie kan ‘beschut werk’ niet aanbieden. Kies een andere vorm van werk.")]
    [InlineData("In.Form", "volunteer", "Vrijwilligerswerk kan alleen bij een organisatie zonder winst. Kies een andere vorm van werk.")]
    [InlineData("In.Form", "slavery", "Het antwoord ‘slavery’ staat niet in de lijst. Kies een antwoord uit de lijst.")]
    [InlineData("In.Offers", "money", "Het antwoord ‘money’ staat niet in de lijst. Kies een antwoord uit de lijst.")]
    [InlineData("In.PickUpPc4", "0000", "Vul een bestaande postcode in, zoals 3311.")]
    [InlineData("In.StartsOn.Jaar", "2026", "Vul ook de dag in.")]
    public async Task A_wrong_answer_is_refused_and_the_rest_stays(string field, string value, string error)
    {
        var id = await work.ConceptAsync();
        var page = await PostAsync(id, ("In.ContactName", "Blijft staan"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([error], WorkSite.Errors(page));
        Assert.Equal("Blijft staan", WorkSite.Value(page, "In.ContactName"));
        Assert.Null((await work.JobAsync(id)).HoursMin);
    }

    [Fact]
    public async Task Another_place_needs_a_postcode_that_exists()
    {
        var id = await work.ConceptAsync();
        foreach (var postcode in new[] { "", "9000", "33", "33166" })
        {
            var page = await PostAsync(id, ("In.Site", "anders"), ("In.Pc4", postcode));
            Assert.Equal(["Vul een bestaande postcode in, zoals 3311."], WorkSite.Errors(page));
        }
    }

    [Fact]
    public async Task A_job_needs_a_part_of_day_and_a_start_that_has_not_passed()
    {
        var id = await work.ConceptAsync();
        var without = await PostAsync(id, ("In.Fixed", null), ("In.Flexible", null));
        Assert.Equal(["Kies ten minste één dagdeel."], WorkSite.Errors(without));

        var past = await PostAsync(id, ("In.StartsOn.Dag", "23"), ("In.StartsOn.Maand", "11"), ("In.StartsOn.Jaar", "2026"));
        Assert.Equal(["Deze datum is al voorbij. Kies vandaag of later."], WorkSite.Errors(past));
    }

    [Fact]
    public async Task An_open_job_can_be_changed_but_stays_complete()
    {
        var id = await work.OpenAsync();
        await work.Employer.PostAsync($"/functies/{id}/maken", "Bewaar", ("In.Title", "Nieuwe naam"));
        Assert.Equal($"/functies/{id}", work.Employer.Location);
        Assert.Equal("Nieuwe naam", (await work.JobAsync(id)).Title);

        var page = await work.Employer.PostAsync($"/functies/{id}/maken", "Bewaar", ("In.HoursMin", "9"));
        Assert.Equal(["Uw taken zijn samen 5 uur. U vraagt ten minste 9 uur."], WorkSite.Errors(page));
        Assert.Equal(4m, (await work.JobAsync(id)).HoursMin);
    }

    [Fact]
    public async Task A_stale_save_is_refused()
    {
        var id = await work.ReadyAsync();
        var form = (IHtmlFormElement)(await work.Employer.OpenAsync($"/functies/{id}/maken")).QuerySelector("main form[method=post]")!;
        await work.Employer.PostAsync(form, null, ("In.Title", "De eerste"));
        await work.Employer.PostAsync(form, null, ("In.Title", "De tweede"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal("De eerste", (await work.JobAsync(id)).Title);
    }

    private Task<IHtmlDocument> PostAsync(Guid id, params (string Name, string? Value)[] changes)
    {
        (string Name, string? Value)[] terms = [("In.HoursMin", "4"), ("In.HoursMax", "12,5"), ("In.Fixed", "mon-1"), ("In.Flexible", "tue-1")];
        return work.Employer.PostAsync($"/functies/{id}/maken", "Verder", [.. terms.Where(t => changes.All(c => c.Name != t.Name)), .. changes]);
    }
}
