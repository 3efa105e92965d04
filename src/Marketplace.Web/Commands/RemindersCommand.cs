using System.Text.Json;
using Marketplace.Domain.Contracts;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;

namespace Marketplace.Web.Commands;

/// <summary>
/// <c>reminders --input in.json --on 2026-11-21 --output out.json</c>: which reminders follow from placements and
/// candidates and are still to be sent on that day. No database, no server.
/// </summary>
public static class RemindersCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The words after <c>reminders</c>.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>0, or 2 when something is wrong; then nothing is written.</returns>
    public static int Run(string[] args, TextWriter error)
    {
        var faults = new FaultList();
        var call = new CommandCall(args, ["--on"], faults);
        if (!ContractDate.TryParse(call.Option("--on"), out var on))
        {
            faults.Add("--on", "must be a date from 1900-01-01 to 2100-12-31, as yyyy-mm-dd");
        }

        var input = call.ReadInput() is { } file ? RemindersInput.Read(file, faults) : null;
        return call.Finish(
            output => Write(output, on, ReminderRules.ToSend(input!.Placements, input.Candidates, RegulationBook.Current, on)), error);
    }

    private static void Write(Stream output, DateOnly on, ReminderList list)
    {
        using var json = new Utf8JsonWriter(output, CommandCall.Readable);
        json.WriteStartObject();
        json.WriteString("schema", RemindersInput.Schema);
        json.WriteString("on", ContractDate.ToText(on));
        json.WriteStartArray("reminders");
        foreach (var line in list.Lines)
        {
            json.WriteStartObject();
            json.WriteString("subject", line.Subject);
            json.WriteString("code", line.Code);
            json.WriteString("legalDate", ContractDate.ToText(line.LegalDate));
            json.WriteString("sendOn", ContractDate.ToText(line.SendOn));
            json.WriteString("recipient", Name(line.Recipient));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var missing in list.Missing)
        {
            json.WriteStartObject();
            json.WriteString("subject", missing.Subject);
            json.WriteString("code", missing.Code);
            json.WriteString("field", missing.Field);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(ReminderRecipient recipient) => recipient switch
    {
        ReminderRecipient.Consultant => "consultant",
        ReminderRecipient.Employer => "employer",
        ReminderRecipient.Jobcoach => "jobcoach",
        ReminderRecipient.Manager => "manager",
        _ => throw new ArgumentOutOfRangeException(nameof(recipient)),
    };
}
