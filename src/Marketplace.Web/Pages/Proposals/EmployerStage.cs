using Marketplace.Domain.Proposals;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>How far an employer and a person are, and so what the employer may read (product.md, What an employer sees, and when).</summary>
public enum EmployerStage
{
    /// <summary>0: a code, tasks, a band of hours and of travel, and what is asked of the employer.</summary>
    Proposal,

    /// <summary>1, from <i>gepland</i> on: also the first name, and name and telephone of the job coach.</summary>
    Introduction,

    /// <summary>2, both go on: also who it is.</summary>
    Contract,
}

/// <summary>The stage that follows from the states.</summary>
public static class EmployerStages
{
    /// <param name="proposal">State of the proposal; one that is no longer wanted is back at stage 0.</param>
    /// <param name="introduction">State of its introduction; null when there is none.</param>
    public static EmployerStage Of(ProposalState proposal, IntroductionState? introduction) => (proposal, introduction) switch
    {
        (ProposalState.WantsToMeet, IntroductionState.Planned or IntroductionState.Held) => EmployerStage.Introduction,
        (ProposalState.WantsToMeet, IntroductionState.GoesOn) => EmployerStage.Contract,
        _ => EmployerStage.Proposal,
    };
}
