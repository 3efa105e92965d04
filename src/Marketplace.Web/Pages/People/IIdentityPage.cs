namespace Marketplace.Web.Pages.People;

/// <summary>A page with the questions of sheet 0: register, and change.</summary>
public interface IIdentityPage
{
    IdentityInput In { get; }
}
