using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Scans;

/// <summary>The scan (J2): nine questions that make a job, by employer, adviser or who has the link; nothing lost, nothing half-written.</summary>
public sealed partial class ScanTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Nine_questions_make_a_job_that_can_go_online()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        await AnswerAllAsync(employer, id);

        Assert.Equal($"/scan/{id}", employer.Location);
        var page = await employer.OpenAsync($"/scan/{id}");
        var job = await JobAsync(id);
        Assert.Equal((4m, 12m, "Sanne de Boer", "078 000 00 99"), (job.HoursMin, job.HoursMax, job.ContactName, job.ContactPhone));
        Assert.Equal(2, job.Tasks.Count);
        Assert.Equal(["mon-1", "tue-1"], job.FlexibleDayparts);
        Assert.Contains(job.Tasks, t => t.Id == job.ProudTaskId);
        Assert.NotNull(page.QuerySelector($"main a[href='/functies/{job.Id}/controle']"));
        await employer.OpenAsync($"/functies/{job.Id}/controle");
        Assert.Equal(HttpStatusCode.OK, employer.Status);
        Assert.Equal(TestSite.SeedDay, await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).Select(s => s.FinishedOn).SingleAsync()));
    }

    [Fact]
    public async Task Every_question_takes_weet_ik_niet_and_the_scan_goes_on()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        foreach (var step in Enum.GetValues<ScanStep>())
        {
            await employer.PostAsync(Address(id, step), "Weet ik niet");
            Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        }

        var page = await employer.OpenAsync($"/scan/{id}");
        Assert.Equal(13, Regex.Count(page.QuerySelector("[aria-labelledby=antwoorden]")!.TextContent, ScanWords.Unknown));
        Assert.Contains("Er is nog geen taak", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScanStep.Department, "In.Department", "", "Schrijf op welke afdeling het is.")]
    [InlineData(ScanStep.Department, "In.Department", "Team van Jan de Vries, 06 12345678", "telefoonnummer")]
    [InlineData(ScanStep.Department, "In.Sector", "bestaat-niet", "niet")]
    [InlineData(ScanStep.Busy, "In.Busy", "zomaar", "Vink ten minste één dagdeel aan.")]
    [InlineData(ScanStep.Tasks, "In.Own", "", "Vink ten minste één taak aan, of schrijf er zelf één op.")]
    [InlineData(ScanStep.Hours, "In.HoursMin", "0", "Vul een getal in van 0,25 tot en met 60.")]
    [InlineData(ScanStep.Hours, "In.HoursMin", "veel", "Vul een getal in")]
    [InlineData(ScanStep.Hours, "In.HoursMin", "40", "Vul in hoeveel uur per week ten hoogste.")]
    [InlineData(ScanStep.Guidance, "In.Guide", "", "Schrijf op welke functie begeleidt.")]
    [InlineData(ScanStep.Proud, "In.Proud", "7b1e3a00-0000-4000-8000-000000000000", "Kies een taak.")]
    [InlineData(ScanStep.Contact, "In.ContactPhone", "bel maar", "Vul een telefoonnummer in")]
    public async Task What_cannot_be_is_refused_with_what_was_typed_and_nothing_is_kept(ScanStep step, string field, string value, string error)
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        var page = await employer.PostAsync(Address(id, step), "Bewaar", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Contains(error, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        if (page.QuerySelector($"input[name='{field}']:not([type=checkbox]):not([type=radio])") is IHtmlInputElement input)
            Assert.Equal(value, input.Value);
        Assert.Empty(await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).Select(s => s.Answered).SingleAsync()));
    }

    [Fact]
    public async Task Hours_out_of_order_are_refused()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        await employer.PostAsync(Address(id, ScanStep.Hours), "Bewaar", ("In.HoursMin", "20"), ("In.HoursMax", "8"), ("In.Flexible", "mon-1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Null((await JobAsync(id)).HoursMin);
    }

    [Fact]
    public async Task Of_two_people_who_edit_one_scan_the_second_keeps_what_was_typed_and_overwrites_nothing()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        using var adviser = await _site.SignedInAsync("adviseur");
        var id = await BeginAsync(employer);
        var opened = await adviser.OpenAsync(Address(id, ScanStep.Department));
        await employer.PostAsync(Address(id, ScanStep.Department), "Bewaar", ("In.Department", "Verzenden"));

        var page = await adviser.PostAsync(opened.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(), null, ("In.Department", "Inpakken"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, adviser.Status);
        Assert.Equal("Inpakken", ((IHtmlInputElement)page.QuerySelector("input[name='In.Department']")!).Value);
        Assert.Equal("Verzenden", await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).Select(s => s.Department).SingleAsync()));
        await adviser.PostAsync(page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First());
        Assert.Equal("Inpakken", await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).Select(s => s.Department).SingleAsync()));
    }

    [Fact]
    public async Task A_task_that_is_not_ticked_any_more_goes_to_the_bin_and_one_that_may_not_move_leaves_the_job()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        var examples = TaskExamples.All.Where(e => e.Sector == "logistics").Take(3).Select(e => e.Code).ToList();
        await employer.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", [.. examples.Select(e => ("In.Examples", (string?)e)), ("In.Own", "Bonnen opruimen\nDozen tellen")]);
        Assert.Equal(5, (await JobAsync(id)).Tasks.Count);
        Assert.Equal(2, await _site.WithAsync(db => db.OpenSteps.CountAsync(s => s.Kind == Marketplace.Domain.FollowUp.StepKind.TaskNotAsked && s.TaskId != null
            && db.WorkTasks.Any(t => t.Id == s.TaskId && (t.Name == "Bonnen opruimen" || t.Name == "Dozen tellen")))));

        await employer.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", ("In.Examples", examples[0]), ("In.Own", "Dozen tellen"));
        var kept = (await JobAsync(id)).Tasks;
        Assert.Equal([examples[0], null], kept.Select(t => t.ExampleCode).OrderByDescending(c => c));
        Assert.Equal(3, await _site.WithAsync(db => db.WorkTasks.CountAsync(t => t.State == TaskState.Deleted && (t.Name == "Bonnen opruimen" || t.ExampleCode == examples[1] || t.ExampleCode == examples[2]) && t.DeletedOn == TestSite.SeedDay)));

        var form = await employer.OpenAsync(Address(id, ScanStep.DoneNow));
        var row = form.QuerySelectorAll("input[name$='.Id']").OfType<IHtmlInputElement>().ToList().FindIndex(i => kept.Single(t => t.ExampleCode is not null).Id == Guid.Parse(i.Value));
        await employer.PostAsync(Address(id, ScanStep.DoneNow), "Bewaar", ($"In.Rows[{row}].MayMove", "false"), ($"In.Rows[{1 - row}].DoneBy", "niemand"));
        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        Assert.Equal("Dozen tellen", Assert.Single((await JobAsync(id)).Tasks).Name);
        Assert.Contains("Blijft bij:", (await employer.OpenAsync($"/scan/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_adviser_remarks_stands_at_the_answer_for_the_employer()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        using var adviser = await _site.SignedInAsync("adviseur");
        var id = await BeginAsync(employer);
        await adviser.PostAsync($"/scan/{id}", "Zet erbij", ("Remark.Field", "dayparts"), ("Remark.Text", "Denk ook aan de zaterdag."));
        Assert.Equal(HttpStatusCode.Redirect, adviser.Status);

        var page = await employer.OpenAsync($"/scan/{id}");
        var row = page.QuerySelectorAll("[aria-labelledby=antwoorden] dt").Single(dt => dt.TextContent.Trim() == "Dagdelen").ParentElement!;
        Assert.Contains("Denk ook aan de zaterdag.", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dagdelen:", (await employer.OpenAsync(Address(id, ScanStep.Hours))).QuerySelector(".pw-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("guide", WorkSite.Value(await employer.OpenAsync($"/scan/{id}?over=guide"), "Remark.Field"));
        foreach (var field in new[] { "", "bestaat-niet" })
        {
            await employer.PostAsync($"/scan/{id}", "Zet erbij", ("Remark.Field", field), ("Remark.Text", "Zo is het."));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        }
    }

    [Fact]
    public async Task Who_did_not_write_it_reads_a_remark_and_a_finished_scan_in_te_doen()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        using var adviser = await _site.SignedInAsync("adviseur");
        var id = await BeginAsync(employer);
        foreach (var text in new[] { "Denk ook aan de zaterdag.", "En aan de avond." })
            await adviser.PostAsync($"/scan/{id}", "Zet erbij", ("Remark.Field", "dayparts"), ("Remark.Text", text));
        Assert.Equal([Recipient.Employer], await ReadersAsync());
        Assert.NotNull((await employer.OpenAsync("/te-doen")).QuerySelector($"main a[href='/scan/{id}']"));

        foreach (var step in Enum.GetValues<ScanStep>())
            await employer.PostAsync(Address(id, step), "Weet ik niet");
        Assert.Equal([Recipient.Employer, Recipient.Adviser], await ReadersAsync());
        Assert.NotNull((await adviser.OpenAsync("/te-doen")).QuerySelector($"main a[href='/scan/{id}']"));

        Task<List<Recipient>> ReadersAsync() => _site.WithAsync(db => db.OpenSteps
            .Where(s => s.Kind == StepKind.ReadScan && s.About == id.ToString() && s.DoneAt == null).OrderBy(s => s.Id).Select(s => s.Recipient).ToListAsync());
    }

    [Fact]
    public async Task A_name_in_an_answer_or_a_remark_is_replaced_or_said_to_be_no_name()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        var page = await employer.PostAsync(Address(id, ScanStep.Department), "Bewaar", ("In.Department", "Team van Emma"));
        page = await employer.PressAsync(page, "Vervang ‘Emma’ door ‘een collega’");
        Assert.Equal("Team van een collega", WorkSite.Value(page, "In.Department"));
        page = await employer.PostAsync(Address(id, ScanStep.Department), "Bewaar", ("In.Department", "Team van Emma"));
        page = await employer.PressAsync(page, "Dit is geen naam");
        await employer.PressAsync(page, "Bewaar");
        Assert.Equal(HttpStatusCode.Redirect, employer.Status);

        page = await employer.PostAsync($"/scan/{id}", "Zet erbij", ("Remark.Field", "dayparts"), ("Remark.Text", "Vraag het Emma of Fatima."));
        page = await employer.PressAsync(page, "Vervang ‘Fatima’");
        await employer.PressAsync(page, "Zet erbij");
        Assert.Contains("Vraag het Emma of een collega.", (await employer.OpenAsync($"/scan/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_employer_gave_stays_when_tasks_are_kept_again()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        await employer.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", ("In.Own", "Dozen tellen"));
        await _site.WithAsync(async db =>
        {
            (await db.Jobs.SingleAsync(j => db.Scans.Any(s => s.Id == id && s.JobId == j.Id))).Title = "Hulp in de expeditie";
            await db.SaveChangesAsync();
        });
        await employer.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", ("In.Own", "Dozen tellen\nBonnen opruimen"));
        Assert.Equal("Hulp in de expeditie", (await JobAsync(id)).Title);
    }

    [Fact]
    public async Task A_job_that_got_other_tasks_meanwhile_takes_those_of_the_scan_again()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        await employer.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", ("In.Own", "Dozen tellen"));
        await _site.WithAsync(async db =>
        {
            var job = await db.Jobs.Include(j => j.Tasks).SingleAsync(j => db.Scans.Any(s => s.Id == id && s.JobId == j.Id));
            var counted = job.Tasks.Single();
            var other = new WorkTask(job.OrganisationId, "Bonnen opruimen", new TaskRhythm(1, Frequency.Week, 1, 60), _site.Now);
            db.Add(other);
            job.Add(other, _site.Now);
            job.TakeOut(counted, _site.Now);
            counted.Delete(_site.Now);
            await db.SaveChangesAsync();
        });
        await employer.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", ("In.Own", "Etiketten nakijken"));

        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        Assert.Contains("Etiketten nakijken", (await JobAsync(id)).Tasks.Select(t => t.Name));
    }

    [Fact]
    public async Task A_link_opens_one_scan_in_one_browser_and_nothing_else()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var (id, other) = (await BeginAsync(employer), await BeginAsync(employer));
        var link = await MailAsync(employer, id);
        using var somebody = _site.Visitor();

        await somebody.OpenAsync(link);
        await somebody.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, somebody.Status);
        await somebody.PostAsync(link, "Ga verder");
        Assert.Equal($"/scan/{id}", somebody.Location);
        await somebody.OpenAsync($"/scan/{id}");
        Assert.Equal((HttpStatusCode.OK, true), (somebody.Status, somebody.Last!.Headers.CacheControl?.NoStore));
        await somebody.PostAsync(Address(id, ScanStep.Department), "Bewaar", ("In.Department", "Retouren"));
        Assert.Equal("Retouren", await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).Select(s => s.Department).SingleAsync()));

        foreach (var address in new[] { $"/scan/{other}", Address(other, ScanStep.Busy), "/scan", "/werk", $"/functies/{(await JobAsync(id)).Id}" })
        {
            await somebody.OpenAsync(address);
            Assert.True(somebody.Location?.Contains("/inloggen", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task A_link_that_was_used_is_too_old_or_is_made_up_gets_a_clear_page()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        var (used, old) = (await MailAsync(employer, id), await MailAsync(employer, id));
        using var first = _site.Visitor();
        await first.PostAsync(used, "Ga verder");
        await first.OpenAsync(used);
        Assert.Equal($"/scan/{id}", first.Location);

        using var second = _site.Visitor();
        Assert.Contains("Deze link is al gebruikt", (await second.OpenAsync(used)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        var sent = await _site.WithAsync(db => db.Messages.CountAsync());
        await second.PostAsync(used, "Mail mij een nieuwe link");
        Assert.Equal(sent + 1, await _site.WithAsync(db => db.Messages.CountAsync()));
        Assert.Equal(["teamleider@voorbeeld.example"], await _site.WithAsync(db => db.Messages.Where(m => m.About != "").Select(m => m.To).Distinct().ToListAsync()));

        Assert.Contains("Deze link klopt niet", (await second.OpenAsync("/scan/verder/zomaar")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(ScanLink.Days));
        Assert.Equal("Ga verder met de scan", (await second.OpenAsync(old)).QuerySelector("h1")!.TextContent);
        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(ScanLink.Days + 1));
        Assert.Contains("Deze link is te oud", (await second.OpenAsync(old)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        await first.OpenAsync($"/scan/{id}");
        Assert.True(first.Location?.Contains("/inloggen", StringComparison.Ordinal), "the days are over for the browser too");
    }

    [Fact]
    public async Task Somebody_of_another_organisation_does_not_use_up_a_link()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        var link = await MailAsync(employer, id);
        using var other = await _site.SignedInAsync("consulent");
        Assert.Contains("Deze scan is van een andere organisatie", (await other.OpenAsync(link)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Null(await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).SelectMany(s => s.Links).Select(l => l.UsedAt).SingleAsync()));
        await employer.OpenAsync(link);
        Assert.Equal($"/scan/{id}", employer.Location);
    }

    [Fact]
    public async Task Only_a_hash_of_the_code_is_kept_and_five_links_a_day_is_the_most()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        var id = await BeginAsync(employer);
        for (var i = 0; i < ScanLink.MostADay; i++)
        {
            var code = (await MailAsync(employer, id)).Split('/')[^1];
            Assert.DoesNotContain(code, await _site.WithAsync(db => db.Scans.Where(s => s.Id == id).SelectMany(s => s.Links).Select(l => l.Hash).ToListAsync()));
            Assert.False(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Fields.Contains(code) || a.Subjects.Contains(code))));
        }

        await employer.PostAsync($"/scan/{id}", "Mail een link", ("Mail.To", "teamleider@voorbeeld.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        await employer.PostAsync($"/scan/{id}", "Mail een link", ("Mail.To", "geen adres"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
    }

    [Fact]
    public async Task A_job_that_is_online_is_not_changed_by_its_scan_any_more()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        using var adviser = await _site.SignedInAsync("adviseur");
        var id = await BeginAsync(employer);
        await AnswerAllAsync(employer, id);
        var opened = await adviser.OpenAsync(Address(id, ScanStep.Hours));
        var job = (await JobAsync(id)).Id;
        await _site.WithAsync(async db =>
        {
            var known = await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == job);
            known.RecordTeamYes("de ploeg", TestSite.SeedDay, TestSite.SeedDay.AddMonths(3), _site.Now);
            known.Publish(await db.Organisations.SingleAsync(o => o.Id == known.OrganisationId), Marketplace.Domain.Regulations.RegulationBook.Current, _site.Now);
            await db.SaveChangesAsync();
        });

        await adviser.PostAsync(opened.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(), null, ("In.HoursMin", "1"));
        Assert.Equal($"/scan/{id}", adviser.Location);
        Assert.Equal(4, (await JobAsync(id)).HoursMin);
        await adviser.OpenAsync(Address(id, ScanStep.Hours));
        Assert.Equal($"/scan/{id}", adviser.Location);
        Assert.Contains("Deze functie is al online.", (await adviser.OpenAsync($"/scan/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adviser_begins_a_scan_for_an_employer_of_the_region_only()
    {
        using var adviser = await _site.SignedInAsync("adviseur");
        var page = await adviser.OpenAsync("/scan");
        var employers = ((IHtmlSelectElement)page.QuerySelector("select[name='In.Employer']")!).Options.Where(o => Guid.TryParse(o.Value, out _)).ToList();
        Assert.True(employers.Count > 10);
        await adviser.PostAsync("/scan", "Begin", ("In.Employer", employers.Single(o => o.Text == "Retourhuis De Kil").Value));
        Assert.Equal(HttpStatusCode.Redirect, adviser.Status);
        await adviser.PostAsync("/scan", "Begin", ("In.Employer", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, adviser.Status);
        using var employer = await _site.SignedInAsync("werkgever");
        Assert.Contains("Ga verder", (await employer.OpenAsync("/scan")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    private static string Address(Guid id, ScanStep step) => $"/scan/{id}/{ScanWords.Of(step).Slug}";

    private static async Task<Guid> BeginAsync(WebVisitor employer)
    {
        await employer.PostAsync("/scan", "Begin");
        return Guid.Parse(employer.Location!.Split('/')[2]);
    }

    private static async Task AnswerAllAsync(WebVisitor visitor, Guid id)
    {
        var examples = TaskExamples.All.Where(e => e.Sector == "logistics").Take(2).ToList();
        await visitor.PostAsync(Address(id, ScanStep.Department), "Bewaar", ("In.Department", "Verzenden"));
        await visitor.PostAsync(Address(id, ScanStep.Busy), "Bewaar", ("In.Busy", "fri-1"));
        await visitor.PostAsync(Address(id, ScanStep.Tasks), "Bewaar", [.. examples.Select(e => ("In.Examples", (string?)e.Code))]);
        await visitor.PostAsync(Address(id, ScanStep.DoneNow), "Bewaar");
        await visitor.PostAsync(Address(id, ScanStep.Workplace), "Bewaar");
        await visitor.PostAsync(Address(id, ScanStep.Hours), "Bewaar", ("In.HoursMin", "4"), ("In.HoursMax", "12"), ("In.Flexible", "mon-1"), ("In.Flexible", "tue-1"));
        await visitor.PostAsync(Address(id, ScanStep.Guidance), "Bewaar", ("In.Guide", "teamleider magazijn"));
        var proud = (await visitor.OpenAsync(Address(id, ScanStep.Proud))).QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>().First().Value;
        await visitor.PostAsync(Address(id, ScanStep.Proud), "Bewaar", ("In.Proud", proud));
        await visitor.PostAsync(Address(id, ScanStep.Contact), "Bewaar", ("In.ContactName", "Sanne de Boer"), ("In.ContactPhone", "078 000 00 99"));
    }

    /// <summary>Mails a link and reads its address from the mail.</summary>
    private async Task<string> MailAsync(WebVisitor visitor, Guid id)
    {
        var known = await _site.WithAsync(db => db.Messages.Select(m => m.Id).ToListAsync());
        await visitor.PostAsync($"/scan/{id}", "Mail een link", ("Mail.To", "teamleider@voorbeeld.example"));
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        var body = await _site.WithAsync(db => db.Messages.Where(m => !known.Contains(m.Id)).Select(m => m.Body).SingleAsync());
        return LinkInMail().Match(body).Value;
    }

    private Task<Job> JobAsync(Guid scanId) => _site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).SingleAsync(j => db.Scans.Any(s => s.Id == scanId && s.JobId == j.Id)));

    [GeneratedRegex("/scan/verder/[0-9a-f]{64}")]
    private static partial Regex LinkInMail();
}
