using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Testing;
using Marketplace.Tests.Web.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Placements;

/// <summary>Geregeld op één pagina, the rights that wait, and what an employer reads of them.</summary>
public sealed class ArrangedTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task With_consent_an_employer_reads_three_amounts_the_acts_and_at_most_two_of_its_own()
    {
        var (id, account) = await PlacementAsync(shares: true);
        using var employer = await _site.SignedInAsync(account);
        var page = await employer.OpenAsync(Address(id));
        var text = page.Body!.TextContent;

        Assert.Equal(3, page.QuerySelectorAll(".pw-three dd").Length);
        Assert.Contains("Zonder subsidie", text, StringComparison.Ordinal);
        Assert.Contains("Indicatief", text, StringComparison.Ordinal);
        Assert.InRange(page.QuerySelectorAll("main tbody tr td").Count(c => c.TextContent.Trim() == "u"), 1, 2);
        Assert.DoesNotMatch(@"K-\d{5}", text);
        Assert.DoesNotContain("oonwaarde", text, StringComparison.Ordinal);
        Assert.DoesNotContain("doelgroepregister", text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task An_employer_never_reads_what_an_act_tells_about_the_person()
    {
        foreach (var (id, account) in await SharedAsync())
        {
            using var employer = await _site.SignedInAsync(account);
            foreach (var address in new[] { Address(id), "/te-doen", $"/plaatsingen/{id}" })
            {
                var text = (await employer.OpenAsync(address)).Body!.TextContent;
                foreach (var word in new[] { "register", "verklaring", "oonwaarde", "Wajong", "bijstand" })
                    Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task Without_consent_an_employer_reads_no_amount_scheme_or_status_and_the_same_bytes_whatever_the_person_is()
    {
        var (id, account) = await PlacementAsync(shares: false);
        using var employer = await _site.SignedInAsync(account);
        var before = await BytesAsync();

        Assert.Contains("heeft nog niet gezegd dat u dit mag lezen", before, StringComparison.Ordinal);
        foreach (var word in new[] { "€", "subsidie", "voordeel", "register", "Wajong", "oonwaarde" })
            Assert.DoesNotContain(word, before, StringComparison.Ordinal);

        await _site.WithAsync(async db =>
        {
            var person = await db.Placements.Where(p => p.Id == id).Select(p => p.PersonId).SingleAsync();
            (await db.Standings.SingleAsync(s => s.Id == person)).Record(new StandingFacts(["WIA_WAO"], 31, TestSite.SeedDay, true, true, null, TestSite.SeedDay), _site.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal(before, await BytesAsync());

        // The token against forged posts differs by request.
        async Task<string> BytesAsync() =>
            Regex.Replace(await employer.Client.GetStringAsync(new Uri(Address(id), UriKind.Relative)), "name=\"__RequestVerificationToken\"[^>]*value=\"[^\"]*\"", "");
    }

    [Theory]
    [InlineData("DGR_PW")]
    [InlineData("PW_NUG")]
    [InlineData("")]
    public async Task Without_consent_an_employer_may_ask_about_no_risk_from_two_months_after_the_start_whatever_the_status(string status)
    {
        var (id, account) = await PlacementAsync(shares: false);
        var start = await _site.WithAsync(db => db.Placements.Where(p => p.Id == id).Select(p => p.Terms.Start).SingleAsync());
        await _site.WithAsync(async db =>
        {
            var person = await db.Placements.Where(p => p.Id == id).Select(p => p.PersonId).SingleAsync();
            (await db.Standings.SingleAsync(s => s.Id == person)).Record(new StandingFacts([.. status.Split(',', StringSplitOptions.RemoveEmptyEntries)], null, null, null, null, null, null), _site.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal(start.AddMonths(2) <= TestSite.SeedDay, await TellsAsync());
        _site.Clock.MoveTo(start.AddMonths(2));
        Assert.True(await TellsAsync());

        async Task<bool> TellsAsync()
        {
            using var employer = await _site.SignedInAsync(account);
            return (await employer.OpenAsync(Address(id))).Body!.TextContent.Contains("no-riskpolis", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_yes_to_share_opens_the_page_and_makes_the_employers_act_and_a_stop_takes_both_away()
    {
        var (id, account) = await PlacementAsync(shares: false, form: "regular");
        var person = await _site.WithAsync(db => db.Placements.Where(p => p.Id == id).Select(p => p.PersonId).SingleAsync());
        using var consultant = await _site.SignedInAsync(await ConsultantAsync(person));
        using var employer = await _site.SignedInAsync(account);

        var consent = await consultant.OpenAsync($"/kandidaten/{person}/toestemming");
        var form = consent.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.Action.Contains("handler=Share", StringComparison.Ordinal));
        await consultant.PostAsync(form, null, (form.Elements.OfType<IHtmlInputElement>().First(i => i.Type == "radio").Name!, "Together"));
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        Assert.Contains("Zonder subsidie", (await employer.OpenAsync(Address(id))).Body!.TextContent, StringComparison.Ordinal);

        consent = await consultant.OpenAsync($"/kandidaten/{person}/toestemming");
        await consultant.PressAsync(consent, "niet meer delen");
        Assert.DoesNotContain("€", (await employer.OpenAsync(Address(id))).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await _site.WithAsync(db => db.OpenSteps.Where(s => s.PlacementId == id && s.Kind == StepKind.AskRight && s.DoneAt == null && !s.IsVoid).ToListAsync()),
            s => s.About == ArrangedAct.Payroll);
    }

    [Theory]
    [InlineData("In.HourlyWage", "0", "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
    [InlineData("In.HourlyWage", "9999999,99", "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
    [InlineData("In.HourlyWage", "9,00", "Dit is minder dan het minimumloon voor deze leeftijd: € 14,99 per uur.")]
    [InlineData("In.Charges", "300", "Vul een percentage in van 0 tot en met 100.")]
    [InlineData("In.FullTimeHours", "1", "De volle werkweek is korter dan de uren van dit contract.")]
    public async Task A_wrong_wage_gets_a_sentence_and_the_rest_stays(string name, string value, string sentence)
    {
        var (id, _) = await PlacementAsync(shares: true);
        using var consultant = await ReaderAsync(id);
        var page = await consultant.PostAsync(Address(id), "Bewaar", (name, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        Assert.Equal(value, page.Value(name));
    }

    [Fact]
    public async Task A_right_that_was_not_asked_within_thirty_days_stands_on_top_and_in_the_list_until_it_is_asked()
    {
        var right = await _site.WithAsync(db => db.OpenSteps.AsNoTracking().Where(s => s.Kind == StepKind.AskRight && s.DoneAt == null && !s.IsVoid && s.DueOn < TestSite.SeedDay).FirstAsync());
        using var owner = await ReaderAsync(right.PlacementId!.Value);
        var waiting = await LateAsync();
        Assert.True(waiting > 0);
        var inbox = await owner.OpenAsync("/te-doen");
        var item = inbox.QuerySelectorAll(".pw-todo").First(t => t.TextContent.Contains("Vraag de jobcoach aan", StringComparison.Ordinal) && t.TextContent.Contains("te laat", StringComparison.Ordinal));
        await owner.PostAsync(item.QuerySelectorAll("form").OfType<IHtmlFormElement>().First());

        Assert.Equal(waiting - 1, await LateAsync());

        async Task<int> LateAsync() => (await owner.OpenAsync("/plaatsingen/rechten")).QuerySelectorAll("main tbody tr")
            .Count(r => r.TextContent.Contains("Vraag de jobcoach aan", StringComparison.Ordinal) && r.QuerySelector(".utrecht-status-badge, .pw-status, [class*=badge]") is not null);
    }

    [Fact]
    public async Task What_is_missing_where_there_is_no_job_coach_is_counted()
    {
        var (id, _) = await PlacementAsync(shares: true);
        using var consultant = await ReaderAsync(id);
        await consultant.PostAsync(Address(id), "Bewaar", ("In.NoCoach", "Hours"));

        Assert.Contains("Te weinig uren1 plaatsing", Squeezed((await consultant.OpenAsync("/plaatsingen/rechten")).QuerySelector("[aria-labelledby=geen-jobcoach]")!.TextContent), StringComparison.Ordinal);
    }

    private static string Squeezed(string text) => string.Concat(text.Split('\n').Select(l => l.Trim()));

    private static string Address(Guid id) => $"/plaatsingen/{id}/geregeld";

    private Task<string> ConsultantAsync(Guid person) => _site.WithAsync(db =>
        db.People.Where(p => p.Id == person).Select(p => db.Users.Where(u => u.Id == p.ConsultantId).Select(u => u.Email!.Replace("@demo.example", "")).First()).SingleAsync());

    private async Task<WebVisitor> ReaderAsync(Guid placement) =>
        await _site.SignedInAsync(await ConsultantAsync(await _site.WithAsync(db => db.Placements.Where(p => p.Id == placement).Select(p => p.PersonId).SingleAsync())));

    private Task<List<(Guid Id, string Account)>> SharedAsync() => _site.WithAsync(async db => (await db.Placements
        .Where(p => db.Set<Consent>().Any(c => c.PersonId == p.PersonId && c.Purpose == ConsentPurpose.Share && c.OrganisationId == p.EmployerId) && p.State == PlacementState.Running)
        .Select(p => new { p.Id, Account = db.Users.Where(u => db.Memberships.Any(m => m.UserId == u.Id && m.OrganisationId == p.EmployerId)).Select(u => u.Email!.Replace("@demo.example", "")).First() })
        .ToListAsync()).ConvertAll(p => (p.Id, p.Account)));

    /// <summary>A paid placement that runs, of which the employer has an account, with or without consent to share.</summary>
    private Task<(Guid Id, string Account)> PlacementAsync(bool shares, string form = "regular") => _site.WithAsync(async db =>
    {
        var found = await db.Placements.Where(p => p.State == PlacementState.Running && p.Terms.Form == form
                && db.Set<Consent>().Any(c => c.PersonId == p.PersonId && c.Purpose == ConsentPurpose.Share && c.OrganisationId == p.EmployerId) == shares
                && db.Memberships.Any(m => m.OrganisationId == p.EmployerId && m.Role == Role.Employer))
            .OrderBy(p => p.Terms.Start)
            .Select(p => new { p.Id, Account = db.Users.Where(u => db.Memberships.Any(m => m.UserId == u.Id && m.OrganisationId == p.EmployerId)).Select(u => u.Email!.Replace("@demo.example", "")).First() })
            .FirstAsync();
        return (found.Id, found.Account);
    });
}
