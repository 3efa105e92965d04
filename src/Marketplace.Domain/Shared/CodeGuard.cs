using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Shared;

/// <summary>On a form and an import a code outside its list is refused.</summary>
internal static class CodeGuard
{
    internal static void AllIn(CodeList list, IEnumerable<string> codes)
    {
        if (codes.FirstOrDefault(c => !list.Contains(c)) is { } wrong)
            throw new RefusalException(Refusal.CodeNotInList, wrong);
    }

    internal static void AllIn(IReadOnlyCollection<string> list, IEnumerable<string> codes)
    {
        if (codes.FirstOrDefault(c => !list.Contains(c)) is { } wrong)
            throw new RefusalException(Refusal.CodeNotInList, wrong);
    }

    internal static void AllDayparts(IEnumerable<string> codes) => AllIn(Dayparts.All, codes);
}
