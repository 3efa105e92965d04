using System.Runtime.CompilerServices;
using CsCheck;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Xunit;

namespace Marketplace.Tests.Matching.Narrowing;

/// <summary>What a row of 60 bytes holds, and who stands beside.</summary>
public sealed class CandidateRowTests
{
    private static readonly Candidate Fits = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Candidates[0] with { Code = "K-123456" };

    [Fact]
    public void A_row_is_60_bytes() => Assert.Equal((CandidateRow.Size, 60), (Unsafe.SizeOf<CandidateRow>(), CandidateRow.Size));

    [Fact]
    public void A_row_gives_back_every_fact() => Generated.Candidate.Sample(
        candidate =>
        {
            var facts = MatchEngine.Standard.Compile(candidate);
            if (!Pack(candidate, out var row))
                return facts.Certificates.Others.Count + facts.Exclusions.Others.Count + facts.WishedTags.Others.Count
                    + facts.UnwantedTags.Others.Count + facts.WishedSectors.Others.Count > 0;
            var back = row.ToFacts();
            return (row.Code, row.LastProposed) == (candidate.Code, candidate.LastProposed)
                && (back.Postcode, back.MinMinutes, back.WishMinutes, back.MaxMinutes) == (facts.Postcode, facts.MinMinutes, facts.WishMinutes, facts.MaxMinutes)
                && (back.Dayparts, back.Modes, back.MaxTravelMinutes, back.Forms) == (facts.Dayparts, facts.Modes, facts.MaxTravelMinutes, facts.Forms)
                && (back.Capacities, back.Support, back.Raised) == (facts.Capacities, facts.Support, facts.Raised)
                && back.Growth == WherePossible(facts)
                && (back.Certificates.Bits, back.Exclusions.Bits) == (facts.Certificates.Bits, facts.Exclusions.Bits)
                && (back.WishedSectors.Bits, back.WishedTags.Bits, back.UnwantedTags.Bits)
                    == (facts.WishedSectors.Bits, facts.WishedTags.Bits, facts.UnwantedTags.Bits);
        },
        iter: 2_000);

    /// <summary>A target gives a point only where something below 3 is known.</summary>
    private static LevelMasks WherePossible(in CandidateFacts facts)
    {
        var (can, target) = (facts.Capacities, facts.Growth);
        var grows = can.Known & ~can.At3;
        return new LevelMasks(0, target.At1 & grows, target.At2 & grows, target.At3 & grows);
    }

    [Fact]
    public void Everything_of_the_closed_lists_at_once_fits() => Assert.True(Pack(Everything, out _));

    [Fact]
    public void What_is_larger_than_a_row_stands_beside()
    {
        Assert.All(
            new[]
            {
                Fits with { Code = "K-1234567" },
                Fits with { Code = "Ké" },
                Fits with { Code = "" },
                Fits with { Certificates = ["tenth"] },
                Fits with { Exclusions = ["tenth"] },
                Fits with { Wishes = Fits.Wishes with { Sectors = ["tenth"] } },
                Fits with { Wishes = Fits.Wishes with { Tasks = ["tenth"] } },
                Fits with { Wishes = Fits.Wishes with { NotTasks = ["tenth"] } },
                Fits with { Hours = new CandidateHours(8.1m, 16, 24) },
                Fits with { Hours = new CandidateHours(8, 16, 64) },
                Fits with { MaxMinutes = 256 },
                Fits with { LastProposed = new DateOnly(1999, 12, 31) },
                Fits with { LastProposed = new DateOnly(2180, 1, 1) },
            },
            candidate => Assert.False(Pack(candidate, out _)));
        Assert.True(Pack(Fits, out _));
    }

    [Fact]
    public void Packed_codes_are_in_the_order_of_their_codes()
    {
        string[] codes = ["K-2", "K-10", "K-1", "K", "k-1", "0", "K-123456", "F-1", "~", "K-1 "];
        var packed = codes.Select(code => PackedCode.TryPack(code, out var number) ? number : 0).ToList();

        Assert.Equal(codes.Order(StringComparer.Ordinal), packed.Order().Select(PackedCode.Unpack));
    }

    private static Candidate Everything => Fits with
    {
        Hours = new CandidateHours(0.25m, 60, 60),
        MaxMinutes = 240,
        Dayparts = Dayparts.All,
        Modes = [.. CodeLists.Modes.Codes],
        Certificates = [.. CodeLists.Certificates.Codes],
        Exclusions = [.. CodeLists.Circumstances.Codes],
        Support = [.. Measures.All.Select(m => m.Code)],
        Forms = [.. CodeLists.Forms.Codes],
        Wishes = new Wishes([.. CodeLists.Sectors.Codes], [.. CodeLists.Tags.Codes], [.. CodeLists.Tags.Codes]),
        LastProposed = new DateOnly(2026, 11, 2),
    };

    private static bool Pack(Candidate candidate, out CandidateRow row) => CandidateRow.TryPack(
        MatchEngine.Standard.Compile(candidate), candidate.LastProposed, FoundConsent.NotAsked, 255, ushort.MaxValue, uint.MaxValue, out row);
}
