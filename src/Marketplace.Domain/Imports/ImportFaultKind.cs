namespace Marketplace.Domain.Imports;

/// <summary>What can be wrong in a row. The Dutch sentences stand in the web project, one per value.</summary>
public enum ImportFaultKind
{
    /// <summary>A quotation mark stands where it cannot, or one is missing.</summary>
    Quotes,

    /// <summary>There are more cells than columns.</summary>
    TooManyCells,

    /// <summary>A cell that is needed is empty.</summary>
    Empty,

    /// <summary>More letters than the column takes.</summary>
    TooLong,

    /// <summary>The sender's own reference stands in an earlier row of this file.</summary>
    ReferenceTwice,

    /// <summary>The reference may be a burgerservicenummer, which is never kept.</summary>
    ReferenceIsBsn,

    /// <summary>No word or code of the list of this column.</summary>
    NotInList,

    /// <summary>No name: it has a digit or an at sign.</summary>
    NotAName,
    NotADay,

    /// <summary>A day of birth of somebody too young, or of long ago.</summary>
    NotABirthday,
    NotAPostcode,
    PostcodeNotKnown,
    NotAPhone,
    NotAnEmail,

    /// <summary>No hours in quarters from 0.25 to 60.</summary>
    NotHours,

    /// <summary>Least, wished and most hours are not in that order, or one of the three is missing.</summary>
    HoursOutOfOrder,

    /// <summary>No whole number of minutes in the range of the column.</summary>
    NotMinutes,

    /// <summary>Ways to travel without minutes, or the other way round.</summary>
    TravelNotWhole,
    NotTimes,
    NotDays,

    /// <summary>The rhythm is more than a week has.</summary>
    LongerThanAWeek,
    NotYesOrNo,

    /// <summary>No active consultant of the organisation has this address.</summary>
    ConsultantNotKnown,

    /// <summary>The text tells who somebody is.</summary>
    NamesSomebody,
}
