using Microsoft.AspNetCore.Mvc;

namespace Marketplace.Web.Ui;

/// <summary>Sets up model binding for this kit: its binders, and Dutch in place of the English messages of the framework.</summary>
public static class ModelBindingMessages
{
    /// <summary>Use as <c>AddRazorPages().AddMvcOptions(ModelBindingMessages.Apply)</c>.</summary>
    public static void Apply(MvcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ModelBinderProviders.Insert(0, new UiModelBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new ValidationMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => "Vul dit in");
        messages.SetMissingKeyOrValueAccessor(() => "Vul dit in");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Er is niets verstuurd. Probeer het opnieuw");
        messages.SetValueMustNotBeNullAccessor(_ => "Vul dit in");
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "Kies een van de antwoorden");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Kies een van de antwoorden");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Kies een van de antwoorden");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Kies een van de antwoorden");
        messages.SetValueIsInvalidAccessor(_ => "Kies een van de antwoorden");
        messages.SetValueMustBeANumberAccessor(_ => UiWords.NotANumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => UiWords.NotANumber);
    }
}
