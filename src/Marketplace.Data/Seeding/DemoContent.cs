using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marketplace.Data.Seeding;

/// <summary>The shape of <c>drechtsteden.json</c>: invented organisations and people; every date is an offset from the day of seeding.</summary>
internal sealed record DemoContent(
    DemoContent.RegionRow Region,
    IReadOnlyList<DemoContent.OrganisationRow> Organisations,
    IReadOnlyList<DemoContent.TaskRow> Tasks,
    IReadOnlyList<DemoContent.JobRow> Jobs,
    IReadOnlyList<DemoContent.PersonRow> People,
    IReadOnlyList<DemoContent.ProposalRow> Proposals,
    IReadOnlyList<DemoContent.IntroductionRow> Introductions,
    IReadOnlyList<DemoContent.PlacementRow> Placements)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    public static DemoContent Read()
    {
        using var stream = typeof(DemoContent).Assembly.GetManifestResourceStream("drechtsteden.json")
            ?? throw new InvalidOperationException("The content of the demo region is missing.");
        return JsonSerializer.Deserialize<DemoContent>(stream, Options)!;
    }

    internal sealed record RegionRow(string Code, string Name);

    internal sealed record OrganisationRow(string Key, string Name, string Kind, bool IsNonProfit, string Sector, string Pc4, string Place, string ContactName, string Phone, string Email);

    internal sealed record TaskRow(string Organisation, string Example, string State, decimal? Times, string? Per, int? DaysPerWeek, int? Minutes, string? DoneBy, Dictionary<string, int>? Demands, bool? MayMove, int? DeletedDaysAgo, string? Name = null);

    internal sealed record JobTaskRow(string Example, bool Essential);

    internal sealed record JobRow(
        string Key, string Organisation, string Title, string Sector, string Form, string Pc4, string? PickUpPc4, string State, int StateDaysAgo, int PostedDaysAgo,
        int StartOffsetDays, decimal HoursMin, decimal HoursMax, List<string> FixedDayparts, List<string> FlexibleDayparts, List<string> Offers,
        List<string> Certificates, List<string> Circumstances, IReadOnlyList<JobTaskRow> Tasks, TimeOnly? PostedAt = null);

    internal sealed record HoursRow(decimal Min, decimal Wish, decimal Max);

    internal sealed record TravelRow(List<string> Modes, int MaxMinutes);

    internal sealed record CapacityRow(string Source, int DaysAgo, Dictionary<string, int> Levels);

    internal sealed record WishesRow(List<string> Sectors, List<string> Tags, List<string> NotTags);

    internal sealed record ConsentRow(int GivenDaysAgo, string Way, bool Representative, int? EndedDaysAgo);

    internal sealed record PersonRow(
        string Key, string FirstName, string LastName, int AgeYears, int AgeDays, string Phone, string? Email, string Pc4, string Owner, HoursRow Hours, TravelRow Travel,
        List<string> Forms, List<string> Dayparts, IReadOnlyList<CapacityRow> Capacities, List<string> Certificates, List<string> Exclusions, List<string> Support,
        List<string> Helps, WishesRow Wishes, Dictionary<string, int> Growth, string StaffNote, ConsentRow? ConsentFound, ConsentRow? ConsentProposed,
        int LastReviewDaysAgo, int LadderDaysAgo, int? LastProposedDaysAgo, List<string> Statuses, decimal? Loonwaarde, int? StatementOffsetDays = null);

    /// <summary>A proposal; without a match the engine is asked.</summary>
    internal sealed record ProposalRow(
        string Key, string Job, string Person, string State, int ProposedDaysAgo, int StateDaysAgo, string? Reason, MatchRow? Match, string Coach = "jobcoach");

    /// <summary>What the engine says of the pair; a test compares it with the engine.</summary>
    internal sealed record MatchRow(string Verdict, List<string> TasksOut, List<string> Asked, decimal Hours, int TravelMinutes, List<string> OpenQuestions);

    internal sealed record IntroductionRow(string Proposal, string State, int StateDaysAgo, int? MeetConsentDaysAgo, string? MeetConsentWay, int? PlannedOffsetDays, string? PlannedTime);

    internal sealed record PlacementRow(
        string Key, string Person, string Organisation, string? Job, string? FormalEmployer, string ManagedBy, string Form, string State, int StateDaysAgo, string? StopReason,
        string? Previous, int StartOffsetDays, int? EndOffsetDays, int? FirstContractOffsetDays, decimal HoursPerWeek, string LksKind, int? LksReviewOffsetDays,
        string Lkv, string JobcoachIssuer, int? JobcoachUntilOffsetDays, decimal? HourlyWage, decimal? FullTimeHours, int TalksHeldUntilDaysAgo = 21);
}
