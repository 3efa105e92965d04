namespace Marketplace.Domain.People;

/// <summary>What a person says yes to. Each purpose is asked apart (lists.md §6).</summary>
public enum ConsentPurpose
{
    /// <summary>Job coaches of the region may read what the person can do, without a name.</summary>
    Found,

    /// <summary>A job coach may propose the person, anonymously.</summary>
    Proposed,

    /// <summary>One employer may know the first name and meet.</summary>
    Meet,

    /// <summary>One employer may see arrangements and papers, at contract.</summary>
    Share,
}
