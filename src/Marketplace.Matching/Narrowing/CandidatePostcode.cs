using Marketplace.Matching.Geo;

namespace Marketplace.Matching.Narrowing;

/// <summary>The people of one postcode. Immutable.</summary>
internal sealed class CandidatePostcode
{
    internal CandidatePostcode(CandidateRow[] rows)
    {
        Rows = rows;
        FarthestKm = rows.Max(row => row.Modes == 0
            ? double.PositiveInfinity
            : Travel.Reach(row.Modes, row.MaxTravelMinutes + Weights.NotNowExtraMinutes));
    }

    internal CandidateRow[] Rows { get; }

    /// <summary>How far anybody here comes within fifteen minutes of the longest journey; infinite where somebody has no mode.</summary>
    internal double FarthestKm { get; }
}
