using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Work;

/// <summary>What an employer or adviser says about one answer of a scan.</summary>
public sealed class ScanRemark
{
    /// <summary>Most letters in <see cref="Text"/>.</summary>
    public const int MostLetters = 300;

    private ScanRemark()
    {
    }

    internal ScanRemark(ScanStep step, string text, Act act)
    {
        (Step, Text, ByName, At) = (step, text, act.By.Name, act.At);
    }

    public Guid Id { get; private set; } = NewId.Next();

    /// <summary>The answer that it is about.</summary>
    public ScanStep Step { get; private set; }
    public string Text { get; private set; } = "";
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }
}
