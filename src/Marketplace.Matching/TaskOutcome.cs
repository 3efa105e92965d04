using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>What becomes of a task.</summary>
public enum TaskState
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It stays with an adaptation on one dimension.</summary>
    KeptWithAdaptation,

    /// <summary>It is out.</summary>
    Out,
}

/// <summary>What becomes of one task for one candidate, and why (matching.md §4). It is the same whatever the verdict is.</summary>
/// <param name="Task">Code of the task.</param>
/// <param name="State">Whether it stays.</param>
/// <param name="Essential">Whether it may be taken off.</param>
/// <param name="MissingCertificates">Certificates of the task that are not held, sorted. When this or the next is not empty, row 1 put the task out.</param>
/// <param name="ExcludedCircumstances">Circumstances of the task that the candidate must not have, sorted.</param>
/// <param name="Reason">The dimension of the adaptation, or the one named as the reason when too much is missing; null when kept or put out by row 1.</param>
public sealed record TaskOutcome(
    string Task,
    TaskState State,
    bool Essential,
    IReadOnlyList<string> MissingCertificates,
    IReadOnlyList<string> ExcludedCircumstances,
    Step? Reason);

/// <summary>A dimension that a task asks, beside what the candidate can do.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Demand">The level that is asked, 1–3.</param>
/// <param name="Capacity">The level that the candidate can do, 0–3; null when not discussed.</param>
public sealed record Step(Dimension Dimension, int Demand, int? Capacity);
