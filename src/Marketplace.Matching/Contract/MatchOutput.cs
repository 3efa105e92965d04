using System.Text.Json;
using Marketplace.Domain.Contracts;

namespace Marketplace.Matching.Contract;

/// <summary>The output of the command <c>match</c> (matching.md §11).</summary>
public static class MatchOutput
{
    /// <summary>Matches every pair, candidates in input order, then jobs in input order, and writes the results.</summary>
    public static void Write(Stream output, MatchInput input, MatchEngine engine)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(engine);
        var jobs = input.Jobs.Select(engine.Compile).ToList();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("schema", MatchInput.Schema);
        json.WriteStartArray("matches");
        foreach (var candidate in input.Candidates.Select(engine.Compile))
        {
            foreach (var job in jobs)
                Write(json, engine.Match(candidate, job));
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MatchResult result)
    {
        json.WriteStartObject();
        json.WriteString("candidate", result.Candidate);
        json.WriteString("job", result.Job);
        json.WriteString("verdict", result.Verdict.Code());
        json.WriteNumber("score", result.Score);
        Write(json, result.Points);
        json.WriteTexts("measures", result.Measures);
        json.WriteTexts("carvedOut", result.CarvedOut);
        json.WriteStartArray("adaptations");
        foreach (var adaptation in result.Adaptations)
        {
            json.WriteStartObject();
            json.WriteString("task", adaptation.Task);
            json.WriteString("dimension", adaptation.Dimension);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("openQuestions", result.OpenQuestions);
        json.WriteNumberOrNull("travelMinutes", result.TravelMinutes);
        json.WriteNumberOrNull("hours", result.Hours);
        Write(json, result.Decisive);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Points? points)
    {
        if (points is not { } parts)
        {
            json.WriteNull("points");
            return;
        }

        json.WriteStartObject("points");
        json.WriteNumber("tasks", parts.Tasks);
        json.WriteNumber("hours", parts.Hours);
        json.WriteNumber("times", parts.Times);
        json.WriteNumber("travel", parts.Travel);
        json.WriteNumber("wishes", parts.Wishes);
        json.WriteNumber("growth", parts.Growth);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Decisive? decisive)
    {
        if (decisive is null)
        {
            json.WriteNull("decisive");
            return;
        }

        json.WriteStartObject("decisive");
        json.WriteString("kind", decisive.Rule.Code());
        switch (decisive)
        {
            case FormDecides form:
                json.WriteString("form", form.Form);
                break;
            case CertificateDecides certificate:
                json.WriteTexts("certificates", certificate.Certificates);
                break;
            case ExclusionDecides exclusion:
                json.WriteTexts("circumstances", exclusion.Circumstances);
                break;
            case TravelDecides travel:
                json.WriteNumberOrNull("minutes", travel.Minutes);
                json.WriteNumber("max", travel.Max);
                break;
            case MissingDaypartsDecide dayparts:
                json.WriteTexts("missing", dayparts.Missing);
                break;
            case AvailableHoursDecide hours:
                json.WriteNumber("hoursAvailable", hours.HoursAvailable);
                break;
            case TaskDecides task:
                json.WriteString("task", task.Task);
                json.WriteString("dimension", task.Dimension);
                json.WriteNumber("demand", task.Demand);
                json.WriteNumber("capacity", task.Capacity);
                break;
            case HoursLeftDecide hours:
                json.WriteNumber("hoursLeft", hours.HoursLeft);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(decisive));
        }

        json.WriteEndObject();
    }
}
