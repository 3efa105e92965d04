using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Marketplace.Web.Posting;

/// <summary>
/// A bound property of a page is read by its own name only. Without this a form of which no field is posted is read as if its fields had no prefix,
/// and its errors land on fields that the page does not have.
/// </summary>
public sealed class FormsByName : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var property in model.HandlerProperties)
        {
            if (property.BindingInfo is { } binding)
                binding.BinderModelName ??= property.PropertyName;
        }
    }
}
