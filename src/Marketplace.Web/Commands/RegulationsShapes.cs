using Marketplace.Domain.Contracts;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Web.Commands;

/// <summary>What the inputs of the commands <c>regulations</c> and <c>reminders</c> have in common.</summary>
internal static class RegulationsShapes
{
    /// <summary>How many objects and lists may be nested.</summary>
    public const int MaxNesting = 64;

    /// <summary>The seven forms of work for which an arrangement is known; the other four of matching are refused.</summary>
    private static readonly Dictionary<string, string> KnownForms =
        CodeLists.Forms.Codes.Where(Forms.HasRegulations).ToDictionary(form => form, StringComparer.Ordinal);

    /// <summary>A form of work.</summary>
    public static Reading<string> Form(InputValue value) => value.OneOf(KnownForms);

    /// <summary>The field <c>code</c>, which no earlier object may have.</summary>
    /// <param name="fields">The fields of the object.</param>
    /// <param name="codes">The codes so far; the code is added.</param>
    public static Reading<string> ReadCode(InputFields fields, HashSet<string> codes)
    {
        var code = fields.Required("code", value => value.Text(1, 40, text => !string.IsNullOrWhiteSpace(text), "a code of 1 to 40 characters"));
        if (code.IsKnown && !codes.Add(code.Value))
        {
            fields.Fault("code", "is used before");
        }

        return code;
    }
}
