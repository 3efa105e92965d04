using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;

namespace Marketplace.Tests.Data.Seeding;

/// <summary>The two content files as they are embedded, read strictly: a field too many or too few is an error.</summary>
internal static class DemoContent
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    internal static IReadOnlyList<Example> Examples { get; } = Read<Catalogue>("Marketplace.Domain", "Work/task-examples.json").Examples;

    internal static Dictionary<string, Example> ByCode { get; } = Examples.ToDictionary(e => e.Code, StringComparer.Ordinal);

    internal static DemoRegion Region { get; } = Read<DemoRegion>("Marketplace.Data", "drechtsteden.json");

    private static T Read<T>(string assembly, string file)
    {
        using var stream = Assembly.Load(assembly).GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in {assembly}.");
        return JsonSerializer.Deserialize<T>(stream, Strict)!;
    }

    internal static DemoTask TaskOf(DemoJob job, JobPart part) =>
        Region.Tasks.Single(t => t.Organisation == job.Organisation && t.Example == part.Example);

    internal static MatchJob ToMatch(DemoJob job) => new()
    {
        Code = job.Key,
        Pc4 = job.Pc4,
        Sector = job.Sector,
        Form = job.Form,
        Hours = new JobHours(job.HoursMin, job.HoursMax),
        FixedDayparts = job.FixedDayparts,
        FlexibleDayparts = job.FlexibleDayparts,
        Certificates = job.Certificates,
        Circumstances = job.Circumstances,
        Offers = job.Offers,
        PickUpPc4 = job.PickUpPc4,
        Tasks = [.. job.Tasks.Select(part => new MatchTask
        {
            Code = part.Example,
            MinutesPerWeek = TaskOf(job, part).MinutesPerWeek,
            Essential = part.Essential,
            Tags = ByCode[part.Example].Tags,
            Demands = new Levels(TaskOf(job, part).AskedDemands),
            Certificates = ByCode[part.Example].Certificates,
            Circumstances = ByCode[part.Example].Circumstances,
        })],
    };

    internal static Candidate ToMatch(DemoPerson person) => new()
    {
        Code = person.Key,
        Pc4 = person.Pc4,
        Hours = new CandidateHours(person.Hours.Min, person.Hours.Wish, person.Hours.Max),
        Dayparts = person.Dayparts,
        Modes = person.Travel.Modes,
        MaxMinutes = person.Travel.MaxMinutes,
        Capacities = new Levels(person.Known),
        Certificates = person.Certificates,
        Exclusions = person.Exclusions,
        Support = person.Support,
        Forms = person.Forms,
        Wishes = new Wishes(person.Wishes.Sectors, person.Wishes.Tags, person.Wishes.NotTags),
        Growth = new Levels(person.Growth),
    };
}

internal sealed record Catalogue(Example[] Examples);

internal sealed record Example(
    string Code, int? Number, string Sector, string Name, string Short, string DoneBy, int Times, string Per, int? DaysPerWeek, int Minutes,
    int[]? Season, string[] Tags, string[] Circumstances, string[] Certificates, Dictionary<string, int> Demands);

internal sealed record DemoRegion(
    RegionName Region, DemoOrganisation[] Organisations, DemoTask[] Tasks, DemoJob[] Jobs, DemoPerson[] People, DemoProposal[] Proposals,
    DemoIntroduction[] Introductions, DemoPlacement[] Placements);

internal sealed record RegionName(string Code, string Name);

internal sealed record DemoOrganisation(
    string Key, string Name, string Kind, bool IsNonProfit, string Sector, string Pc4, string Place, string ContactName, string Phone,
    string Email, string Size);

internal sealed record DemoTask(
    string Organisation, string Example, string State, string? DoneBy = null, int? Times = null, string? Per = null, int? DaysPerWeek = null,
    int? Minutes = null, int[]? Season = null, Dictionary<string, int>? Demands = null, bool MayMove = true, bool LeftUndone = false,
    int? DeletedDaysAgo = null)
{
    private Example Source => DemoContent.ByCode[Example];

    internal Dictionary<string, int> AskedDemands => Demands ?? Source.Demands;

    internal int MinutesPerWeek
    {
        get
        {
            var each = (decimal)(Times ?? Source.Times) * (Minutes ?? Source.Minutes);
            var days = Per is null ? Source.DaysPerWeek : DaysPerWeek;
            var week = (Per ?? Source.Per) switch { "day" => each * days!.Value, "week" => each, _ => each * 12 / 52 };
            return Math.Max(1, (int)Math.Round(week, MidpointRounding.AwayFromZero));
        }
    }
}

internal sealed record JobPart(string Example, bool Essential);

internal sealed record DemoJob(
    string Key, string Organisation, string Title, string Sector, string Form, string Pc4, string? PickUpPc4, string State, int StateDaysAgo,
    int PostedDaysAgo, int StartOffsetDays, decimal HoursMin, decimal HoursMax, string[] FixedDayparts, string[] FlexibleDayparts,
    string[] Offers, string[] Certificates, string[] Circumstances, JobPart[] Tasks);

internal sealed record WishedHours(decimal Min, decimal Wish, decimal Max);

internal sealed record Ride(string[] Modes, int MaxMinutes);

internal sealed record Answers(string Source, int DaysAgo, Dictionary<string, int> Levels);

internal sealed record DemoWishes(string[] Sectors, string[] Tags, string[] NotTags);

internal sealed record DemoConsent(int GivenDaysAgo, string Way, bool Representative, int? EndedDaysAgo);

internal sealed record DemoPerson(
    string Key, string FirstName, string LastName, int AgeYears, int AgeDays, string Phone, string? Email, string Pc4, string Owner,
    WishedHours Hours, Ride Travel, string[] Forms, string[] Dayparts, Answers[] Capacities, string[] Certificates, string[] Exclusions,
    string[] Support, string[] Helps, DemoWishes Wishes, Dictionary<string, int> Growth, string StaffNote, DemoConsent? ConsentFound,
    DemoConsent? ConsentProposed, int LastReviewDaysAgo, int LadderDaysAgo, int? LastProposedDaysAgo, string[] Statuses, decimal? Loonwaarde,
    int? AoDeterminedDaysAgo)
{
    internal IEnumerable<KeyValuePair<string, int>> Known => Capacities.SelectMany(c => c.Levels);

    internal bool MayBeFound => ConsentFound is { EndedDaysAgo: null };
}

internal sealed record DemoProposal(
    string Key, string Job, string Person, string State, int ProposedDaysAgo, int StateDaysAgo, string? Reason, DemoMatch Match);

internal sealed record DemoMatch(
    string Verdict, string[] TasksOut, string[] Asked, decimal Hours, int TravelMinutes, string[] OpenQuestions);

internal sealed record DemoIntroduction(
    string Proposal, string State, int StateDaysAgo, int? MeetConsentDaysAgo, string? MeetConsentWay, int? PlannedOffsetDays, string? PlannedTime);

internal sealed record DemoPlacement(
    string Key, string Person, string Organisation, string Job, string? Proposal, string? FormalEmployer, string ManagedBy, string Form,
    string State, int StateDaysAgo, string? StopReason, string? Previous, int StartOffsetDays, int? EndOffsetDays, int? FirstContractOffsetDays,
    decimal HoursPerWeek, decimal? FullTimeHours, decimal? HourlyWage, string LksKind, int? LksReviewOffsetDays, string Lkv,
    string JobcoachIssuer, int? JobcoachUntilOffsetDays);
