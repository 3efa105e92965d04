using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Primitives;

namespace Marketplace.Web.Ui;

/// <summary>
/// What every form control shares: label, hint, error, ARIA, and the value that was typed. The control of property
/// <c>In.Uren</c> has id <c>In_Uren</c>; hint and error add <c>-hint</c> and <c>-fout</c>. The label is the
/// <c>Display</c> name of the property, unless <c>label</c> is given.
/// </summary>
public abstract class FormControlTagHelper : TagHelper
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public ModelExpression For { get; set; } = default!;

    public string? Label { get; set; }

    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The label ends with "(niet verplicht)".</summary>
    public bool Optional { get; set; }

    /// <summary>The label is there for screen readers only.</summary>
    public bool HideLabel { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    protected string Name { get; private set; } = "";

    protected string Id { get; private set; } = "";

    /// <summary>The first error of the property, or null.</summary>
    protected string? Error { get; private set; }

    protected bool Invalid => Error is not null;

    protected string HintId => Id + "-hint";

    protected string ErrorId => Id + "-fout";

    protected string LabelId => Id + "-label";

    protected string StoredId => Id + "-nu";

    /// <summary>Ids of hint, stored value and error for <c>aria-describedby</c>, or null.</summary>
    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : HintId, Stored is null ? null : StoredId, Error is null ? null : ErrorId }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>After a conflict: what is stored now in words, when that is not what was typed.</summary>
    private string? Stored { get; set; }

    private ModelStateEntry? Entry { get; set; }

    public override void Init(TagHelperContext context)
    {
        Name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        Entry = ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry : null;
        Error = Entry is { Errors.Count: > 0 } ? Words(Entry.Errors[0]) : null;
        RenderedFields.Of(ViewContext).Add(Name, Id);
        if (StoredValues.Of(ViewContext)?.TryFind(Name, out var stored) == true && InWords(stored) is { } words && words != InWords(For.Model))
        {
            Stored = words.Length > 0 ? words : UiWords.NothingStored;
            RenderedFields.Of(ViewContext).Differing.Add((LabelText(), Id));
        }
    }

    /// <summary>A value as the reader would say it; null: it is never shown.</summary>
    protected virtual string? InWords(object? value) => string.Join(", ", ValuesOf(value));

    /// <summary>The texts of the answers that are chosen, in the order of the control.</summary>
    protected static string Chosen(IEnumerable<SelectListItem> items, object? value)
    {
        var codes = ValuesOf(value);
        return string.Join(", ", items.Where(item => !string.IsNullOrEmpty(item.Value) && codes.Contains(item.Value, StringComparer.OrdinalIgnoreCase)).Select(item => item.Text));
    }

    protected static string Long(DateOnly date) => date.ToString("d MMMM yyyy", Dutch);

    /// <summary>The words of an error; never empty.</summary>
    internal static string Words(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : UiWords.LookAgain;

    protected static string Number(IFormattable value, string? format) => value.ToString(format ?? "0.##########", Dutch);

    /// <summary>What was typed, otherwise the value of the model; numbers with a comma.</summary>
    protected string Value(string? format = null) => Entry?.AttemptedValue ?? Text(For.Model, format);

    /// <summary>What was ticked or typed, otherwise the values of the model.</summary>
    protected IReadOnlyList<string> Values() => Entry?.RawValue switch
    {
        string[] many => many,
        StringValues many => many.OfType<string>().ToList(),
        string one => [one],
        _ => ValuesOf(For.Model),
    };

    private static IReadOnlyList<string> ValuesOf(object? model) => model switch
    {
        null => [],
        string one => [one],
        System.Collections.IEnumerable many => many.Cast<object?>().Select(one => Text(one, null)).ToList(),
        var one => [Text(one, null)],
    };

    protected static string Text(object? value, string? format) => value switch
    {
        null => "",
        decimal or double or float => Number((IFormattable)value, format),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(format, Dutch),
        _ => value.ToString() ?? "",
    };

    protected object LabelContent() => Optional ? LabelText() + " " + UiWords.Optional : LabelText();

    private string LabelText() => Label ?? For.Metadata.GetDisplayName();

    protected IHtmlContent? HintMarkup() =>
        Hint is null ? null : Markup.Element("div", "utrecht-form-field-description utrecht-form-field__description", Hint).With("id", HintId);

    protected IHtmlContent? ErrorMarkup() => Error is null
        ? null
        : Markup.Element("div", "utrecht-form-field-error-message utrecht-form-field__error-message", Markup.Icon("alert-triangle"), " ", Markup.Spoken(UiWords.ErrorPrefix), Error).With("id", ErrorId);

    /// <summary>The other value, and a box that takes it when the form is saved: a button here would be what Enter presses.</summary>
    protected IHtmlContent? StoredMarkup() => Stored is null
        ? null
        : Markup.Element("div", "utrecht-form-field__description pw-stored",
            Markup.Element("div", null, UiWords.StoredNow, Markup.Element("strong", null, Stored)).With("id", StoredId),
            ChoiceMarkup.Line(ChoiceMarkup.Box("checkbox", StoredId + "-neem", StoredValues.Take, Name, on: false), UiWords.TakeThis, Markup.Spoken($": {LabelText()}")));

    /// <summary>Name, id and ARIA of a single control.</summary>
    protected TagBuilder Describe(TagBuilder control) => control
        .With("id", Id)
        .With("name", Name)
        .With("aria-invalid", Invalid ? "true" : null)
        .With("aria-describedby", DescribedBy);

    /// <summary>The frame of one control: label, hint, error, control.</summary>
    protected void WriteField(TagHelperOutput output, params object?[] control)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        AddClass(output, Invalid ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field");
        output.Content.AppendHtml(Markup.Element("div", "utrecht-form-field__label",
            Markup.Element("label", HideLabel ? "utrecht-form-label pw-sr" : "utrecht-form-label", LabelContent()).With("for", Id)));
        Append(output, HintMarkup(), StoredMarkup(), ErrorMarkup(), Markup.Element("div", "utrecht-form-field__input pw-affix", control));
    }

    /// <summary>The frame of a group of controls: legend, hint, error, controls.</summary>
    protected void WriteGroup(TagHelperOutput output, string? cssClass, params object?[] controls)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        AddClass(output, string.Join(' ', new[]
        {
            "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset",
            Invalid ? "utrecht-form-fieldset--invalid" : null,
            cssClass,
        }.OfType<string>()));
        if (DescribedBy is { } describedBy)
        {
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        }

        output.Content.AppendHtml(Markup.Element("legend", "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend",
            HideLabel ? Markup.Spoken(LabelContent().ToString()!) : LabelContent()).With("id", LabelId));
        Append(output, [HintMarkup(), StoredMarkup(), ErrorMarkup(), .. controls]);
    }

    /// <summary>
    /// Boxes and rounds post nothing when none is chosen. This says that the question was asked: without it a form of only
    /// choices is bound without its prefix, so errors land on no field, and an empty list keeps the values it had before.
    /// </summary>
    protected TagBuilder Asked() => Markup.Void("input").With("type", "hidden").With("name", Name + ".asked").With("value", "1");

    private static void Append(TagHelperOutput output, params object?[] parts)
    {
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            output.Content.AppendHtml(part);
        }
    }

    internal static void AddClass(TagHelperOutput output, string cssClass)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? cssClass : cssClass + " " + own);
    }
}
