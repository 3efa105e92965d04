namespace Marketplace.Matching.Narrowing;

/// <summary>Whom a question may count, as bits of a row.</summary>
internal readonly struct Sight
{
    private readonly CandidateQuestion _question;
    private readonly HashSet<ulong>? _without;
    private readonly int _region, _organisation;
    private readonly ushort _today;

    internal Sight(CandidateQuestion question, CodeNumbers<string> regions, CodeNumbers<Guid> organisations)
    {
        _question = question;
        if (question.Without.Count > 0)
            _without = [.. question.Without.Select(code => PackedCode.TryPack(code, out var packed) ? packed : 0)];
        if (question.Viewer is not { } viewer)
            return;
        _region = regions.Find(viewer.RegionCode);
        _organisation = viewer.OrganisationId is { } own ? organisations.Find(own) : CodeNumbers<Guid>.Unknown;
        _today = PackedDay.Nearest(viewer.Today);
    }

    internal bool Sees(in CandidateRow row) =>
        (_question.Viewer is null || row.IsSeenBy(_region, _organisation, _today)) && _without?.Contains(row.PackedCode) is not true;

    internal bool Sees(BesideCandidate person) =>
        (_question.Viewer is null || _question.Viewer.Sees(person.Indexed.RegionCode, person.Indexed.OrganisationId, person.Indexed.Found))
        && !_question.Without.Contains(person.Facts.Code);
}
