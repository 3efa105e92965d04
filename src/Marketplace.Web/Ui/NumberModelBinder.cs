using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Ui;

/// <summary>Binds <c>decimal</c> and <c>int</c>, nullable or not, by <see cref="NumberReading"/>. An empty field is null, or an error where a number must be.</summary>
public sealed class NumberModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var name = bindingContext.ModelName;
        var posted = bindingContext.ValueProvider.GetValue(name);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(name, posted);
        var text = posted.FirstValue;
        var whole = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(int);
        if (string.IsNullOrWhiteSpace(text))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(name, whole ? UiWords.NotAWholeNumber : UiWords.NotANumber);
            }

            return Task.CompletedTask;
        }

        bindingContext.Result = whole ? Result(bindingContext, NumberReading.ReadWhole(text)) : Result(bindingContext, NumberReading.Read(text));
        return Task.CompletedTask;
    }

    private static ModelBindingResult Result<T>(ModelBindingContext bindingContext, (T Value, string? Error) read)
    {
        if (read.Error is null)
        {
            return ModelBindingResult.Success(read.Value);
        }

        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, read.Error);
        return ModelBindingResult.Failed();
    }
}
