using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>A person who fits, in words for the coach.</summary>
public sealed record CandidateCard
{
    public required Guid PersonId { get; init; }
    public required string Code { get; init; }
    public required string Whose { get; init; }
    public required string Band { get; init; }

    /// <summary>Open questions that the band shows.</summary>
    public required int Open { get; init; }
    public required string Hours { get; init; }
    public required string Travel { get; init; }
    public required string TravelIcon { get; init; }
    public required string Waiting { get; init; }

    /// <summary>Half a year or longer without a proposal.</summary>
    public required bool WaitsLong { get; init; }

    /// <summary>The oldest answer is more than a year old; null otherwise.</summary>
    public required string? OldProfile { get; init; }
    public required IReadOnlyList<Reason> Why { get; init; }
    public required IReadOnlyList<Reason> Asked { get; init; }
    public required IReadOnlyList<Reason> Questions { get; init; }
    public required IReadOnlyList<ReasonGroup> All { get; init; }

    /// <summary>"Stel voor", or with how many questions first.</summary>
    public required string Act { get; init; }

    /// <summary>Fits only with help that the employer does not offer yet.</summary>
    public required bool OnlyWithHelp { get; init; }

    /// <summary>Consent to be proposed holds.</summary>
    public bool MayBeProposed { get; init; }

    /// <summary>There is an open proposal of this person for this job.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>One part of "Alle redenen".</summary>
public sealed record ReasonGroup(string Title, IReadOnlyList<Reason> Reasons);

/// <summary>A person who does not fit now: one decisive fact and one act.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Code">Code inside.</param>
/// <param name="Whose">Whose person it is.</param>
/// <param name="Fact">Wat nu niet past.</param>
/// <param name="Act">Wat kan helpen.</param>
/// <param name="AsksConsultant">The act is a question to the consultant; otherwise it is about the job.</param>
public sealed record NotNowCard(Guid PersonId, string Code, string Whose, string Fact, string Act, bool AsksConsultant);
