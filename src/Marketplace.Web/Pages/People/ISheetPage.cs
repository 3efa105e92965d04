using Marketplace.Web.Posting;

namespace Marketplace.Web.Pages.People;

/// <summary>A page that shows one sheet of a profile; <c>_SheetLayout</c> draws the steps and the cards around it.</summary>
public interface ISheetPage : IFormPage
{
    SheetFrame Frame { get; }
}
