namespace Marketplace.Domain.Organisations;

/// <summary>What somebody comes for (product.md, Who uses it).</summary>
public enum Role
{
    /// <summary>Werkgever: any poster of work.</summary>
    Employer,

    /// <summary>Adviseur werkgevers (WSP, Werkcentrum): one named contact per employer; sees no caseload.</summary>
    EmployerAdviser,

    /// <summary>Consulent (gemeente): caseload, profiles, consent.</summary>
    Consultant,

    /// <summary>Jobcoach: workbench, proposals, visits.</summary>
    JobCoach,

    /// <summary>Beheerder werkcoöperatie.</summary>
    CooperativeManager,

    /// <summary>Planner sociaal ontwikkelbedrijf (SOB).</summary>
    SocialEnterprisePlanner,

    /// <summary>Wijkteam, welzijn, school: own people and own notes only.</summary>
    Partner,

    /// <summary>Beleid, raad: figures only.</summary>
    Policy,

    /// <summary>Functioneel beheer: organisations, users, parameters, audit, jobs.</summary>
    Administrator,
}
