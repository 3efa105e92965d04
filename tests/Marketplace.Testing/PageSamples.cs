using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Imports;
using Marketplace.Matching;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TaskState = Marketplace.Domain.Work.TaskState;

namespace Marketplace.Testing;

/// <summary>
/// Every page with an address for each role that may open it. The tests of access, of SQL, of headers and of the browser all walk this
/// one list, and a page of the access table that is missing here fails a test: a page that is added tomorrow is covered.
/// </summary>
public static class PageSamples
{
    private static readonly (string Page, string Sheet)[] Sheets =
    [
        ("Who", "wie"), ("Times", "uren"), ("Travel", "reizen"), ("Abilities", "mogelijkheden"), ("Help", "helpt"), ("Wishes", "wensen"), ("Together", "samen"),
    ];

    public static IReadOnlyList<PageSample> Public { get; } =
    [
        new("/Index", null, "/"),
        new("/Account/SignIn", null, "/inloggen"),
        new("/Account/Code", null, "/inloggen/code"),
        new("/Account/Forgotten", null, "/wachtwoord"),
        new("/Work/ShortForm", null, "/ik-heb-werk"),
        new("/Hulp", null, "/hulp"),
        new("/Privacy", null, "/privacy"),
        new("/Toegankelijkheid", null, "/toegankelijkheid"),
        new("/ZoRekenenWij", null, "/zo-rekenen-wij"),
    ];

    /// <summary>What a person reads when something went wrong, with and without an account. The last part of the address is the status.</summary>
    public static IReadOnlyList<PageSample> Faults { get; } =
    [
        .. from account in new[] { null, "werkgever" }
           from status in new[] { 400, 403, 404, 413, 429, 500, 503 }
           select new PageSample("/Fout/Index", account, $"/fout/{status}"),
    ];

    /// <summary>Makes rows of another region in the database and returns the whole list.</summary>
    public static async Task<IReadOnlyList<PageSample>> MakeAsync(TestSite site)
    {
        var foreign = await site.WithAsync(db => ForeignAsync(db, site.Now));
        return await site.WithAsync(db => ListAsync(db, foreign, site));
    }

    private static async Task<IReadOnlyList<PageSample>> ListAsync(MarketplaceDbContext db, ForeignRows foreign, TestSite site)
    {
        var today = site.Clock.Today();
        var retour = await db.Jobs.Include(j => j.Tasks).AsNoTracking().SingleAsync(j => j.Title == "Medewerker retouren");
        var concept = await ConceptJobAsync(db, retour.OrganisationId, site.Now);
        var task = await db.WorkTasks.AsNoTracking().FirstAsync(t => t.OrganisationId == retour.OrganisationId && t.State == TaskState.Listed && t.MayMove);
        var consultant = (await db.Users.SingleAsync(u => u.Email == "consulent@demo.example")).Id;
        var person = await db.People.AsNoTracking().OrderBy(p => p.Code).FirstAsync(p => p.ConsultantId == consultant && p.Consents.Any(c => c.Purpose == ConsentPurpose.Found && c.State == ConsentState.Given));
        var open = await db.Proposals.AsNoTracking().OrderBy(p => p.ProposedOn).FirstAsync(p => p.JobId == retour.Id && p.State == ProposalState.Proposed);

        // With an open question, so that every part of the page is there.
        var free = (await db.People.Include(p => p.Capacities).AsNoTracking().OrderBy(p => p.Code).Where(p =>
            p.Consents.Any(c => c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given)
            && p.Consents.Any(c => c.Purpose == ConsentPurpose.Found && c.State == ConsentState.Given)
            && !db.Proposals.Any(x => x.PersonId == p.Id)).ToListAsync())
            .First(p => MatchEngine.Standard.Match(p.ToCandidate(), retour.ToMatchJob()).OpenQuestions.Count > 0);
        var planned = await db.Introductions.AsNoTracking().FirstAsync(i => i.State == IntroductionState.Planned);
        var toPlan = await db.Introductions.AsNoTracking().FirstAsync(i => i.State == IntroductionState.ToPlan);
        var held = await db.Introductions.FirstAsync(i => i.State == IntroductionState.Held);
        held.GoOn(site.Now);
        await db.SaveChangesAsync();
        var running = await db.Placements.AsNoTracking().FirstAsync(p => p.State == PlacementState.Running && p.CoachId != null && p.ProposalId != null);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == running.EmployerId).Select(o => db.Memberships.Where(m => m.OrganisationId == o.Id && m.Role == Role.Employer).Select(m => db.Users.Single(u => u.Id == m.UserId).Email).First()).SingleAsync();
        var employerAccount = employer!.Replace("@demo.example", "", StringComparison.Ordinal);

        var deviation = await db.Deviations.AsNoTracking().FirstAsync(d => d.OrganisationId == person.OrganisationId);

        var member = await db.Memberships.Where(m => m.UserId == consultant).Select(m => m.Id).SingleAsync();
        var password = Secret.NewLink();
        db.Add(new OneTimeCode(CodePurpose.NewPassword, consultant, Secret.HashOf(password), site.Now.At.AddHours(2)));
        var invitation = await InvitationAsync(db, person.OrganisationId, site.Now);

        List<PageSample> list =
        [
            .. Public,
            new("/Home", "beleid", "/start"),
            new("/Administration/Index", "beheer", "/beheer"),
            new("/Administration/Jobs", "beheer", "/beheer/taken"),
            new("/Administration/Log", "beheer", "/beheer/logboek"),
            new("/Administration/Organisations", "beheer", "/beheer/organisaties"),
            new("/Administration/NewOrganisation", "beheer", "/beheer/organisaties/nieuw"),
            new("/Administration/Organisation", "beheer", $"/beheer/organisaties/{retour.OrganisationId}", $"/beheer/organisaties/{foreign.OrganisationId}"),
            new("/Administration/Users", "beheer", "/beheer/gebruikers"),
            new("/Administration/Member", "beheer", $"/beheer/gebruikers/{member}", $"/beheer/gebruikers/{foreign.MemberId}"),
            new("/Organisations/Invite", "beheer", "/uitnodigen"),
            new("/Organisations/Invite", "adviseur", "/uitnodigen"),
            new("/Account/NewPassword", null, $"/wachtwoord/nieuw/{password}"),
            new("/Account/Invited", null, $"/uitnodiging/{invitation}"),
            new("/Administration/Regulations", "beheer", "/beheer/regelingen"),
            new("/Administration/NewMunicipalValue", "beheer", "/beheer/regelingen/nieuw"),
            new("/Work/Start", "werkgever", "/werk"),
            new("/Work/NewTask", "werkgever", "/werk/nieuw"),
            new("/Work/Tasks", "werkgever", "/werk/taken"),
            new("/Stories/Details", "werkgever", "/verhalen/garage-vindt-18-uur", "/verhalen/bestaat-niet"),
            new("/Work/FreedTime", "werkgever", "/werk/vrije-uren"),
            new("/Work/EditTask", "werkgever", $"/werk/taken/{task.Id}", $"/werk/taken/{foreign.TaskId}"),
            new("/Work/JobTerms", "werkgever", $"/functies/{concept}/maken", $"/functies/{foreign.JobId}/maken"),
            new("/Work/CheckJob", "werkgever", $"/functies/{concept}/controle", $"/functies/{foreign.JobId}/controle"),
            new("/People/New", "consulent", "/kandidaten/nieuw"),
            .. Sheets.Select(s => new PageSample($"/People/Sheets/{s.Page}", "consulent", $"/kandidaten/{person.Id}/profiel/{s.Sheet}", $"/kandidaten/{foreign.PersonId}/profiel/{s.Sheet}")),
            new("/People/Deviations", "consulent", "/afwijkingen"),
            new("/People/LookBack", "consulent", $"/afwijkingen/{deviation.Id}", $"/afwijkingen/{foreign.DeviationId}"),
            new("/People/Deviate", "consulent", $"/kandidaten/{deviation.PersonId}/afwijken/jobcoach?In.Form=regular", $"/kandidaten/{foreign.PersonId}/afwijken/jobcoach"),
            new("/People/Deviate", "consulent", $"/kandidaten/{deviation.PersonId}/afwijken/minimum-wage", $"/kandidaten/{foreign.PersonId}/afwijken/minimum-wage"),
            new("/People/StandingForm", "consulent", $"/kandidaten/{person.Id}/regelingen/gegevens", $"/kandidaten/{foreign.PersonId}/regelingen/gegevens"),
            new("/People/End", "consulent", $"/kandidaten/{person.Id}/stoppen", $"/kandidaten/{foreign.PersonId}/stoppen"),
            new("/People/ConsentPage", "consulent", $"/kandidaten/{person.Id}/toestemming", $"/kandidaten/{foreign.PersonId}/toestemming"),
            new("/Proposals/Workbench", "jobcoach", $"/functies/{retour.Id}/kandidaten", $"/functies/{foreign.JobId}/kandidaten"),
            new("/Work/CarveJob", "jobcoach", $"/functies/{retour.Id}/snijden?wie={free.Code}", $"/functies/{foreign.JobId}/snijden"),
            new("/Proposals/Propose", "jobcoach", $"/functies/{retour.Id}/kandidaten/{free.Id}", $"/functies/{foreign.JobId}/kandidaten/{free.Id}"),
            new("/Proposals/Plan", "jobcoach", $"/voorstellen/{toPlan.ProposalId}/kennismaking", $"/voorstellen/{foreign.ProposalId}/kennismaking"),
            new("/Placements/New", "jobcoach", $"/voorstellen/{held.ProposalId}/plaatsing", $"/voorstellen/{foreign.ProposalId}/plaatsing"),
        ];
        var (scan, code) = await ScanAsync(db, retour.OrganisationId, site.Now);
        list.Add(new("/Scans/Link", null, $"/scan/verder/{code}"));
        foreach (var account in new[] { "werkgever", "adviseur" })
        {
            list.Add(new("/Scans/Start", account, "/scan"));
            list.Add(new("/Scans/Details", account, $"/scan/{scan}", $"/scan/{foreign.ScanId}"));
            list.AddRange(new[] { "afdeling", "drukte", "taken", "wie", "plek", "uren", "begeleiding", "trots", "contact" }
                .Select(step => new PageSample("/Scans/Question", account, $"/scan/{scan}/{step}", $"/scan/{foreign.ScanId}/{step}")));
        }

        foreach (var account in new[] { "werkgever", "adviseur", "consulent" })
        {
            list.Add(new("/Imports/Start", account, "/import"));
            list.Add(new("/Imports/Details", account, $"/import/{await CheckedImportAsync(db, site, account)}", $"/import/{(account == "consulent" ? foreign.PeopleImportId : foreign.TasksImportId)}"));
        }

        foreach (var account in new[] { "werkgever", "adviseur", "consulent", "jobcoach" })
        {
            list.Add(new("/FollowUp/Inbox", account, "/te-doen"));
            list.Add(new("/Proposals/List", account, "/voorstellen"));
            list.Add(new("/Work/JobDetails", account, $"/functies/{retour.Id}", $"/functies/{foreign.JobId}"));
            if (account is "adviseur" or "jobcoach")
                list.Add(new("/Stories/Details", account, "/verhalen/garage-vindt-18-uur", "/verhalen/bestaat-niet"));
            if (account is "adviseur" or "jobcoach")
                list.Add(new("/Work/ForWhom", account, $"/functies/{retour.Id}/voor-wie", $"/functies/{foreign.JobId}/voor-wie"));
            if (account != "consulent")
                list.Add(new("/Work/JobPrice", account, $"/functies/{retour.Id}/kosten", $"/functies/{foreign.JobId}/kosten"));
        }

        foreach (var account in new[] { "merwedewerk", "waterdriehoek", "buurtwerf", "beleid", "beheer" })
            list.Add(new("/FollowUp/Inbox", account, "/te-doen"));
        foreach (var account in new[] { "werkgever", "adviseur", "consulent", "jobcoach", "merwedewerk", "waterdriehoek", "buurtwerf", "beleid", "beheer" })
        {
            list.Add(new("/Account/Details", account, "/account"));
            list.Add(new("/Account/Password", account, "/account/wachtwoord"));
            list.Add(new("/Account/Authenticator", account, "/account/code"));
        }

        foreach (var account in new[] { "adviseur", "consulent", "jobcoach" })
            list.Add(new("/Work/Jobs", account, "/functies"));
        foreach (var account in new[] { "consulent", "jobcoach" })
        {
            list.Add(new("/People/Caseload", account, "/kandidaten"));
            list.Add(new("/Placements/Rights", account, "/plaatsingen/rechten"));
            list.Add(new("/People/Profile", account, $"/kandidaten/{person.Id}", $"/kandidaten/{foreign.PersonId}"));
            list.Add(new("/People/Schemes", account, $"/kandidaten/{(account == "jobcoach" ? running.PersonId : person.Id)}/regelingen", $"/kandidaten/{foreign.PersonId}/regelingen"));
            list.Add(new("/People/Income", account, $"/kandidaten/{(account == "jobcoach" ? running.PersonId : person.Id)}/inkomen", $"/kandidaten/{foreign.PersonId}/inkomen"));
            list.Add(new("/Proposals/FittingJobs", account, $"/kandidaten/{person.Id}/functies", $"/kandidaten/{foreign.PersonId}/functies"));
            list.Add(new("/Placements/NextStep", account, $"/plaatsingen/{running.Id}/volgende", $"/plaatsingen/{foreign.PlacementId}/volgende"));
            list.Add(new("/Placements/Terms", account, $"/plaatsingen/{running.Id}/afspraken", $"/plaatsingen/{foreign.PlacementId}/afspraken"));
        }

        foreach (var account in new[] { "werkgever", "consulent", "jobcoach" })
            list.Add(new("/Proposals/Details", account, $"/voorstellen/{open.Id}", $"/voorstellen/{foreign.ProposalId}"));
        foreach (var account in new[] { employerAccount, "consulent", "jobcoach" })
        {
            list.Add(new("/Placements/List", account, "/plaatsingen"));
            list.Add(new("/Placements/Arranged", account, $"/plaatsingen/{running.Id}/geregeld", $"/plaatsingen/{foreign.PlacementId}/geregeld"));
            list.Add(new("/Placements/Details", account, $"/plaatsingen/{running.Id}", $"/plaatsingen/{foreign.PlacementId}"));
            list.Add(new("/FollowUp/Record", account, $"/plaatsingen/{running.Id}/gesprek?datum={today:yyyy-MM-dd}", $"/plaatsingen/{foreign.PlacementId}/gesprek"));
        }

        return list;
    }

    private sealed record ForeignRows(Guid OrganisationId, Guid TaskId, Guid JobId, Guid PersonId, Guid ProposalId, Guid PlacementId, Guid ScanId, Guid DeviationId, Guid MemberId, Guid TasksImportId, Guid PeopleImportId);

    /// <summary>A whole line of another region: nobody of the demo region may see any of it.</summary>
    private static async Task<ForeignRows> ForeignAsync(MarketplaceDbContext db, Act now)
    {
        db.Regions.Add(new Region { Code = "parkstad", Name = "Parkstad" });
        var employer = Organisation("Fabriek Verweg", OrganisationKind.Company);
        var municipality = Organisation("Gemeente Verweg", OrganisationKind.Municipality);
        db.Organisations.AddRange(employer, municipality);
        var task = new WorkTask(employer.Id, "Dozen vouwen", new TaskRhythm(5, Frequency.Week, 5, 240), now) { DoneBy = "de chef", Demands = new Levels([new("D1", 1)]) };
        var listed = new WorkTask(employer.Id, "Vegen", new TaskRhythm(5, Frequency.Week, 5, 60), now) { DoneBy = "de chef", Demands = new Levels([new("D1", 1)]) };
        var job = new Job(employer, "Inpakker", now) { HoursMin = 8, HoursMax = 20, FlexibleDayparts = ["mon-1", "tue-1", "wed-1", "thu-1", "fri-1"] };
        job.Add(task, now);
        job.Publish(employer, RegulationBook.Current, now);
        var person = new Person("K-99999", municipality.Id, "parkstad", Guid.NewGuid(), "6411", now);
        person.SetTimes(8, 16, 20, Dayparts.All);
        person.SetTravel(["bike"], 30);
        person.SetWishes([Forms.Regular], [], [], [], Levels.None);
        person.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", now);
        person.Give(ConsentPurpose.Proposed, null, ConsentWay.Together, false, "", now);
        var coach = now with { By = now.By with { UserId = Guid.NewGuid(), OrganisationId = municipality.Id } };
        var proposal = Proposal.Make(job, person, new MatchSnapshot("fit", [], [], 16, 10, []), 5, 0, false, coach);
        var introduction = proposal.Accept(person, now);
        person.Give(ConsentPurpose.Meet, employer.Id, ConsentWay.Together, false, "", now);
        introduction.Allow(person, now);
        introduction.Plan(now.At.AddHours(1), "Hier", "de chef", now);
        introduction.Hold(now);
        introduction.GoOn(now);
        var placement = new Placement(job, person, introduction, new PlacementTerms(Forms.Regular, now.Today, null, 16, SubsidyKind.None, null, LkvKind.None, CoachIssuer.None, null, null), "de chef", now);
        placement.Start(now);
        var scanned = new Job(employer, "Uit een scan", now);
        var scan = new Scan(scanned, now);
        var standing = new Standing(person.Id);
        standing.Record(new StandingFacts(["DGR_PW"], null, null, null, null, null, null), now);
        var facts = new Facts(now.Today, standing.ToFacts(null), new WorkFacts(Forms.Regular, now.Today, HoursPerWeek: 16));
        var coaching = Arrangements.Of(facts, RegulationBook.Current).Results.First(r => r.Scheme == "jobcoach");
        var (deviation, _) = Deviation.Decide(
            person, coaching, facts, new DeviationAnswers("jobcoach-municipality", "Blijven werken.", "Daar is het voor.", "Wel begeleiding.", "de raad", now.Today, null, 250, null, now.Today.AddDays(30)),
            RegulationBook.Current, now);
        var user = new User { Id = NewId.Next(), UserName = "ver@verweg.example", NormalizedUserName = "VER@VERWEG.EXAMPLE", Email = "ver@verweg.example", NormalizedEmail = "VER@VERWEG.EXAMPLE", DisplayName = "V. Erweg" };
        var member = new Membership { UserId = user.Id, OrganisationId = municipality.Id, Role = Role.Consultant };
        db.AddRange(user, member, task, listed, job, person, proposal, introduction, placement, scanned, scan, standing, deviation);
        var tasksImport = new Import(ImportKind.Tasks, 1, employer.Id, now with { By = now.By with { UserId = user.Id, OrganisationId = employer.Id } });
        var peopleImport = new Import(ImportKind.People, 1, municipality.Id, now with { By = now.By with { UserId = user.Id, OrganisationId = municipality.Id } });
        db.AddRange(tasksImport, peopleImport);
        await db.SaveChangesAsync();
        return new ForeignRows(employer.Id, listed.Id, job.Id, person.Id, proposal.Id, placement.Id, scan.Id, deviation.Id, member.Id, tasksImport.Id, peopleImport.Id);

        static Organisation Organisation(string name, OrganisationKind kind)
        {
            var organisation = new Organisation(name, kind, false) { Sector = "industry" };
            organisation.WorksIn("parkstad");
            organisation.AddSite("Heerlen", "6411");
            return organisation;
        }
    }

    /// <summary>Somebody who is invited and did not come in yet; the code of the mail.</summary>
    private static async Task<string> InvitationAsync(MarketplaceDbContext db, Guid organisationId, Act now)
    {
        var code = Secret.NewLink();
        var by = await db.Users.SingleAsync(u => u.Email == "beheer@demo.example");
        db.Add(new Invitation(organisationId, Role.Consultant, "nieuw@voorbeeld.example", "N. Ieuw", false, Secret.HashOf(code), now with { By = now.By with { UserId = by.Id } }));
        await db.SaveChangesAsync();
        return code;
    }

    /// <summary>An import of this account with good and bad rows, ready to be looked at.</summary>
    private static async Task<Guid> CheckedImportAsync(MarketplaceDbContext db, TestSite site, string account)
    {
        var email = $"{account}@demo.example";
        var sender = await (from u in db.Users join m in db.Memberships on u.Id equals m.UserId where u.Email == email select m).SingleAsync();
        var kind = sender.Role == Role.Consultant ? ImportKind.People : ImportKind.Tasks;
        var rows = ImportRows.Read(ImportSamples.File(kind, good: 3, bad: 2), ImportSheet.Of(kind)).Rows!;
        using var scope = site.Services.CreateScope();
        var own = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        var by = new Actor(sender.UserId, account, sender.OrganisationId, "", sender.Role, false, []);
        var import = own.Imports.Add(new Import(kind, rows.Rows.Count, sender.OrganisationId, new Act(by, site.Clock.GetUtcNow().UtcDateTime, site.Clock.Today()))).Entity;
        await scope.ServiceProvider.GetRequiredService<IdentityVault>().KeepFileAsync(import.Id, rows.ToBytes(), CancellationToken.None);
        await own.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ImportWork>().RunAsync(import.Id, null, CancellationToken.None);
        return import.Id;
    }

    /// <summary>A scan of this employer in the middle, with a remark and a link.</summary>
    private static async Task<(Guid Id, string Code)> ScanAsync(MarketplaceDbContext db, Guid organisationId, Act now)
    {
        var organisation = await db.Organisations.Include(o => o.Regions).SingleAsync(o => o.Id == organisationId);
        var job = new Job(organisation, "Uit een scan", now);
        var scan = new Scan(job, now) { Department = "Verzenden" };
        var tasks = scan.Choose(job, [], [.. TaskExamples.All.Where(e => e.Sector == job.Sector).Take(3)], ["Etiketten nakijken"], now);
        foreach (var step in new[] { ScanStep.Department, ScanStep.Tasks })
            scan.Keep(step, known: true, now);
        scan.Keep(ScanStep.Busy, known: false, now);
        scan.Remark(ScanStep.Busy, "busy", "Vrijdag is altijd druk.", now);
        const string code = "een-code-van-de-proef";
        scan.Send(Secret.HashOf(code), "teamleider@voorbeeld.example", now);
        db.AddRange([job, scan, .. tasks]);
        await db.SaveChangesAsync();
        return (scan.Id, code);
    }

    private static async Task<Guid> ConceptJobAsync(MarketplaceDbContext db, Guid organisationId, Act now)
    {
        var organisation = await db.Organisations.Include(o => o.Regions).SingleAsync(o => o.Id == organisationId);
        await db.Entry(organisation).Collection(o => o.Sites).LoadAsync();

        // Unpaid and carved, with a word to look at, so that every part of the check page is there.
        var job = new Job(organisation, "Jonge hulp in het magazijn", now) { HoursMin = 4, HoursMax = 8, FlexibleDayparts = ["mon-1", "tue-1"], Form = Forms.Trial };
        db.Add(job);
        foreach (var name in new[] { "Karton plat maken", "Paden vegen" })
        {
            var task = new WorkTask(organisationId, name, new TaskRhythm(5, Frequency.Week, 5, 60), now) { DoneBy = "magazijnchef", Demands = new Levels([new("D1", 1), new("D2", 2)]) };
            db.Add(task);
            job.Add(task, now);
        }

        await db.SaveChangesAsync();
        return job.Id;
    }
}
