namespace Marketplace.Web.Posting;

/// <summary>A page with a form: it can be shown again, with everything that was typed, when a post is refused.</summary>
public interface IFormPage
{
    /// <summary>Loads what the page shows beside the form. False: there is no such row for who asks (404).</summary>
    Task<bool> LoadAsync(CancellationToken cancellationToken);
}
