using System.Text.Json;
using Marketplace.Domain.Contracts;
using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Commands;

/// <summary>
/// <c>regulations --input in.json --output out.json</c>: what the twelve schemes answer to each case and what the work
/// costs the employer. Indicative; the municipality, UWV or the Belastingdienst decides. No database, no server.
/// </summary>
public static class RegulationsCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The words after <c>regulations</c>.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>0, or 2 when something is wrong; then nothing is written.</returns>
    public static int Run(string[] args, TextWriter error)
    {
        var faults = new FaultList();
        var call = new CommandCall(args, [], faults);
        var book = RegulationBook.Current;
        var input = call.ReadInput() is { } file ? RegulationsInput.Read(file, book, faults) : null;
        return call.Finish(output => Write(output, input!, book), error);
    }

    private static void Write(Stream output, RegulationsInput input, RegulationBook book)
    {
        using var json = new Utf8JsonWriter(output, CommandCall.Readable);
        json.WriteStartObject();
        json.WriteString("schema", RegulationsInput.Schema);
        json.WriteStartArray("cases");
        foreach (var (code, facts) in input.Cases)
        {
            var arrangements = Arrangements.Of(facts, book);
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("on", ContractDate.ToText(facts.On));
            json.WriteStartArray("results");
            foreach (var result in arrangements.Results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
            Write(json, arrangements.EmployerCost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SchemeResult result)
    {
        json.WriteStartObject();
        json.WriteString("scheme", result.Scheme);
        json.WriteString("outcome", Name(result.Outcome));
        json.WriteTexts("reasons", result.Reasons);
        json.WriteTexts("missing", result.Missing);
        if (result.Amounts is null)
        {
            json.WriteNull("amounts");
        }
        else
        {
            json.WriteStartObject("amounts");
            foreach (var amount in result.Amounts)
            {
                if (amount.Text is { } text)
                {
                    json.WriteString(amount.Name, text);
                }
                else
                {
                    json.WriteNumberOrNull(amount.Name, amount.Number);
                }
            }

            json.WriteEndObject();
        }

        WriteDate(json, "from", result.From);
        WriteDate(json, "until", result.Until);
        json.WriteTexts("parameters", result.Parameters);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EmployerCost? cost)
    {
        if (cost is null)
        {
            json.WriteNull("employerCost");
            return;
        }

        json.WriteStartObject("employerCost");
        json.WriteTexts("missing", cost.Missing);
        json.WriteNumberOrNull("wage", cost.Wage);
        json.WriteStartArray("deductions");
        foreach (var deduction in cost.Deductions)
        {
            json.WriteStartObject();
            json.WriteString("scheme", deduction.Scheme);
            json.WriteString("outcome", Name(deduction.Outcome));
            json.WriteNumber("month", deduction.Month);
            WriteDate(json, "until", deduction.Until);
            json.WriteNumberOrNull("netWithout", deduction.NetWithout);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("unknown", cost.Unknown);
        json.WriteNumberOrNull("net", cost.Net);
        json.WriteNumberOrNull("netIfGranted", cost.NetIfGranted);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day)
        {
            json.WriteString(name, ContractDate.ToText(day));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Yes => "yes",
        Outcome.Conditional => "conditional",
        Outcome.No => "no",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
