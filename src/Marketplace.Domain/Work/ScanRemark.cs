using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Work;

/// <summary>What an employer or adviser says about one field of a scan.</summary>
public sealed class ScanRemark
{
    /// <summary>Most letters in <see cref="Text"/>.</summary>
    public const int MostLetters = 300;

    private ScanRemark()
    {
    }

    internal ScanRemark(ScanStep step, string field, string text, Act act)
    {
        (Step, Field, Text, ByName, At) = (step, field, text, act.By.Name, act.At);
    }

    public Guid Id { get; private set; } = NewId.Next();

    /// <summary>The question that it is about.</summary>
    public ScanStep Step { get; private set; }

    /// <summary>The field of that question: its code, or the id of a task; empty: the whole question.</summary>
    public string Field { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }
}
