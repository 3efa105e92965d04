using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>The workbench over HTTP: the people of the demo region beside one job.</summary>
public sealed class WorkbenchPageTests : IDisposable
{
    private readonly ProposalSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_cards_are_those_of_the_engine_in_its_order()
    {
        var job = await _site.JobAsync();
        var expected = (await _site.PeopleAsync())
            .Where(p => p.IsComparable() && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null)
            .Select(p => (p.Code, p.LastProposedOn, Result: MatchEngine.Standard.Match(p.ToCandidate(), job.ToMatchJob())))
            .Where(p => p.Result.Verdict != Verdict.NoFit)
            .OrderBy(p => new ListPlace(p.Result.Score, p.LastProposedOn, p.Code), ListPlace.Order)
            .ToList();

        var coach = await _site.AsAsync("jobcoach");
        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");

        Assert.Equal(expected.Take(10).Select(p => $"Kandidaat {p.Code}"), Cards(page));
        Assert.Equal(expected.Count, Total(page));
        Assert.Equal(expected.Skip(10).Take(10).Select(p => $"Kandidaat {p.Code}"), Cards(await coach.OpenAsync($"/functies/{job.Id}/kandidaten?pagina=2")));
    }

    [Fact]
    public async Task Nothing_about_a_person_is_a_score_or_a_percentage()
    {
        var job = await _site.JobAsync();
        var coach = await _site.AsAsync("jobcoach");

        var text = ProposalSite.TextOf(await coach.OpenAsync($"/functies/{job.Id}/kandidaten"));

        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("score", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("punten", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("€", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_said_stop_is_gone_and_who_comes_back_is_there_again()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var coach = await _site.AsAsync("jobcoach");
        Assert.Contains(person.Code, await AllCodesAsync(coach, job));

        await ChangeAsync(person, p => StopConsent.Everything(p, [], [], _site.Site.Now));
        Assert.DoesNotContain(person.Code, await AllCodesAsync(coach, job));
        await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}");
        Assert.Equal(HttpStatusCode.NotFound, coach.Status);

        await ChangeAsync(person, p => p.Give(ConsentPurpose.Found, null, ConsentWay.Telephone, false, "", _site.Site.Now));
        Assert.Contains(person.Code, await AllCodesAsync(coach, job));
    }

    [Fact]
    public async Task Consent_that_ran_out_takes_the_profile_off_line()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var until = person.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay)!.Until!.Value;
        var coach = await _site.AsAsync("jobcoach");

        _site.Site.Clock.MoveTo(until);
        Assert.Contains(person.Code, await AllCodesAsync(coach = await _site.AsAsync("jobcoach"), job));

        _site.Site.Clock.MoveTo(until.AddDays(1));
        Assert.DoesNotContain(person.Code, await AllCodesAsync(await _site.AsAsync("jobcoach"), job));
    }

    [Fact]
    public async Task Somebody_of_the_coachs_own_organisation_who_was_not_asked_yet_is_there_but_not_of_another()
    {
        var job = await _site.JobAsync();
        var coach = await _site.ActAsAsync("jobcoach");
        var consultant = await _site.ActAsAsync("consulent");
        await _site.Site.WithAsync(async db =>
        {
            db.AddRange(Twin("K-00001", coach.By.OrganisationId!.Value), Twin("K-00002", consultant.By.OrganisationId!.Value));
            await db.SaveChangesAsync();
        });

        var codes = await AllCodesAsync(await _site.AsAsync("jobcoach"), job);

        Assert.Contains("K-00001", codes);
        Assert.DoesNotContain("K-00002", codes);

        Person Twin(string code, Guid organisationId)
        {
            var person = new Person(code, organisationId, "drechtsteden", consultant.By.UserId!.Value, job.Pc4, coach);
            person.SetTimes(8, 16, 24, Dayparts.All);
            person.SetTravel(["bike"], 45);
            person.SetWishes([Forms.Regular], [], [], [], Levels.None);
            foreach (var dimension in Dimensions.All)
                person.SetCapacity(dimension.Code, 3, CapacitySource.Conversation, coach);
            return person;
        }
    }

    [Fact]
    public async Task A_filter_in_the_address_shows_fewer_and_a_chip_takes_it_away()
    {
        var job = await _site.JobAsync();
        var coach = await _site.AsAsync("jobcoach");
        var all = Total(await coach.OpenAsync($"/functies/{job.Id}/kandidaten"));

        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten?past=good&reis=30");

        Assert.InRange(Total(page), 1, all - 1);
        Assert.All(page.QuerySelectorAll(".pw-cards > li > article").Where(a => a.QuerySelector(".pw-facts") is not null), card =>
            Assert.Contains("Past goed", card.TextContent, StringComparison.Ordinal));
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name=past][value=good]")!.IsChecked);
        Assert.Equal(["?reis=30", "?past=good"], page.QuerySelectorAll(".pw-active a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("#past-nu-niet"));
    }

    [Fact]
    public async Task Each_tick_of_what_the_employer_can_arrange_adds_the_people_that_it_counts()
    {
        var job = await _site.JobAsync();
        var coach = await _site.AsAsync("jobcoach");
        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");
        var all = Total(page);
        var measure = page.QuerySelectorAll<IHtmlInputElement>("input[name=regelt]").First();
        var added = int.Parse(page.QuerySelector($"label[for='{measure.Id}'] .pw-count")!.TextContent.Trim(' ', '(', ')'), System.Globalization.CultureInfo.InvariantCulture);

        var more = await coach.OpenAsync($"/functies/{job.Id}/kandidaten?regelt={measure.Value}");

        Assert.True(added > 0);
        Assert.Equal(all + added, Total(more));
    }

    [Fact]
    public async Task Past_nu_niet_counts_the_whole_set_and_lists_ten_with_one_fact_and_one_act()
    {
        var job = await _site.JobAsync();
        var matchJob = job.ToMatchJob();
        var expected = NotNow.Of((await _site.PeopleAsync())
            .Where(p => p.IsComparable() && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null)
            .Select(p => new NotNowPerson(
                p.Code, MatchEngine.Standard.FailingRules(p.ToCandidate(), matchJob), MatchEngine.Standard.Match(p.ToCandidate(), matchJob).TravelMinutes, p.MaxTravelMinutes!.Value, p.LastProposedOn)));

        var coach = await _site.AsAsync("jobcoach");
        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten?past=not-now");

        Assert.Equal($"Past nu niet ({expected.Count})", page.QuerySelector("#past-nu-niet")!.TextContent);
        Assert.Equal(expected.Listed.Select(p => $"Kandidaat {p.Code}"), Cards(page));
        Assert.All(page.QuerySelectorAll(".pw-facts-2"), facts => Assert.Equal(2, facts.QuerySelectorAll("dd").Length));
    }

    [Fact]
    public async Task A_task_on_which_nothing_was_asked_is_named_and_a_job_with_only_such_tasks_is_not_compared()
    {
        var job = await _site.JobAsync();
        var coach = await _site.AsAsync("jobcoach");
        await ChangeTasksAsync(job, tasks => tasks[0].Demands = Levels.None);

        var some = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");
        Assert.Contains("Van deze taak is nog niets gevraagd", ProposalSite.TextOf(some), StringComparison.Ordinal);
        Assert.NotEmpty(Cards(some));

        await ChangeTasksAsync(job, tasks => tasks.ForEach(t => t.Demands = Levels.None));

        var none = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");
        Assert.Equal(HttpStatusCode.OK, coach.Status);
        Assert.Contains("Van deze taak is nog niets gevraagd", ProposalSite.TextOf(none), StringComparison.Ordinal);
        Assert.Empty(Cards(none));
    }

    [Fact]
    public async Task When_nobody_fits_the_page_says_so()
    {
        var job = await _site.JobAsync();
        var coach = await _site.AsAsync("jobcoach");
        await _site.Site.WithAsync(async db =>
        {
            (await db.Jobs.SingleAsync(j => j.Id == job.Id)).Certificates = ["vca-basis", "VCA-VOL", "haccp", "forklift", "driving-licence-b"];
            await db.SaveChangesAsync();
        });

        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");

        Assert.Contains("Geen kandidaat past nu", ProposalSite.TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_not_open_has_no_workbench()
    {
        var job = await _site.JobAsync();
        await _site.Site.WithAsync(async db =>
        {
            (await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == job.Id)).Fill(_site.Site.Now);
            await db.SaveChangesAsync();
        });

        var coach = await _site.AsAsync("jobcoach");
        await coach.OpenAsync($"/functies/{job.Id}/kandidaten");

        Assert.Equal(HttpStatusCode.NotFound, coach.Status);
    }

    private Task ChangeAsync(Person person, Action<Person> change) => _site.Site.WithAsync(async db =>
    {
        change(await db.People.Include(p => p.Consents).SingleAsync(p => p.Id == person.Id));
        await db.SaveChangesAsync();
    });

    private Task ChangeTasksAsync(Job job, Action<List<WorkTask>> change) => _site.Site.WithAsync(async db =>
    {
        change(await db.WorkTasks.Where(t => t.JobId == job.Id).OrderBy(t => t.Id).ToListAsync());
        await db.SaveChangesAsync();
    });

    private static async Task<List<string>> AllCodesAsync(WebVisitor coach, Job job)
    {
        var codes = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten?past=good&past=adapted&past=find-out&pagina={number}");
            codes.AddRange(Cards(page).Select(c => c.Replace("Kandidaat ", "", StringComparison.Ordinal)));
            if (page.QuerySelector("a[rel=next]") is null)
                return codes;
        }
    }

    private static IEnumerable<string> Cards(IHtmlDocument page) => page.QuerySelectorAll(".pw-cards article h3").Where(IsShown).Select(h => h.TextContent.Trim());

    /// <summary>The people who fit and those below are two lists; a test that asks for one gets one.</summary>
    private static bool IsShown(IElement heading) =>
        heading.Owner!.QuerySelector("input[name=past][value=not-now]")?.HasAttribute("checked") == true || heading.Closest("article")!.QuerySelector(".pw-facts") is not null;

    private static int Total(IHtmlDocument page) =>
        int.Parse(page.QuerySelector(".pw-results-count strong")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
