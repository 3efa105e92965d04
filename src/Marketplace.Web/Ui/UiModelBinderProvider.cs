using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Ui;

/// <summary>Gives numbers and dates the binders of this kit, whatever the culture or the source of the value.</summary>
public sealed class UiModelBinderProvider : IModelBinderProvider
{
    private static readonly NumberModelBinder Numbers = new();
    private static readonly DateModelBinder Dates = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(decimal) || type == typeof(int) ? Numbers
            : type == typeof(DateOnly) ? Dates
            : null;
    }
}
