using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Placements;

/// <summary>A page that asks what is agreed: a new placement, a next step, a change.</summary>
public interface ITermsPage
{
    TermsInput In { get; }

    /// <summary>Who can be the employer in law.</summary>
    IReadOnlyList<Choice> FormalEmployers { get; }
}
