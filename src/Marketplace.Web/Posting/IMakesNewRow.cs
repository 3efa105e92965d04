namespace Marketplace.Web.Posting;

/// <summary>
/// A page that makes a new row out of an older one. Its form has the version of the older one, but what it opens with is a proposal and
/// not what is stored.
/// </summary>
public interface IMakesNewRow;
