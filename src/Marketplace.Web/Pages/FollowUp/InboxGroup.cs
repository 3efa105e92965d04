namespace Marketplace.Web.Pages.FollowUp;

/// <summary>The groups of Te doen (lists.md §8).</summary>
public enum InboxGroup
{
    /// <summary>Te laat: the date has passed.</summary>
    Late,

    /// <summary>Vandaag: the sending day has come, the date has not passed.</summary>
    Today,

    /// <summary>Deze week: up to Sunday.</summary>
    ThisWeek,
    Later,
}
