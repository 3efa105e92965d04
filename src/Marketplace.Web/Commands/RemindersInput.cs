using Marketplace.Domain.Contracts;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Web.Commands;

/// <summary>The input of the command <c>reminders</c>: placements and candidates, each with a code of its own.</summary>
/// <param name="Placements">In the order of the file.</param>
/// <param name="Candidates">In the order of the file.</param>
public sealed record RemindersInput(IReadOnlyList<PlacementFacts> Placements, IReadOnlyList<CandidateFacts> Candidates)
{
    /// <summary>The name of the contract, in input and output.</summary>
    public const string Schema = "marketplace-reminders-1";

    private static readonly Dictionary<string, LksKind> LksKinds = new(StringComparer.Ordinal)
    {
        ["measured"] = LksKind.Measured,
        ["flat"] = LksKind.Flat,
    };

    private static readonly Dictionary<string, LkvCategory> LkvCategories = new(StringComparer.Ordinal)
    {
        ["banenafspraak"] = LkvCategory.Banenafspraak,
        ["arbeidsgehandicapt"] = LkvCategory.Arbeidsgehandicapt,
        ["herplaatsing"] = LkvCategory.Herplaatsing,
    };

    private static readonly Dictionary<string, JobcoachIssuer> Issuers = new(StringComparer.Ordinal)
    {
        ["uwv"] = JobcoachIssuer.Uwv,
        ["municipality"] = JobcoachIssuer.Municipality,
    };

    /// <summary>Reads the file and adds everything that is wrong with it; null when it is not JSON or no object.</summary>
    public static RemindersInput? Read(ReadOnlyMemory<byte> file, FaultList faults)
    {
        return InputValue.Read(file, faults, fields =>
        {
            fields.Required("schema", schema => schema.Constant(Schema));
            var codes = new HashSet<string>(StringComparer.Ordinal); // placements and candidates count together
            return new RemindersInput(
                fields.Required("placements", list => list.List(placement => placement.Object(inside => ReadPlacement(inside, codes)))).OrDefault ?? [],
                fields.Required("candidates", list => list.List(candidate => candidate.Object(inside => ReadCandidate(inside, codes)))).OrDefault ?? []);
        }, RegulationsShapes.MaxNesting);
    }

    private static PlacementFacts ReadPlacement(InputFields fields, HashSet<string> codes)
    {
        var code = RegulationsShapes.ReadCode(fields, codes);
        var form = fields.Required("form", RegulationsShapes.Form);
        var start = fields.Required("start", date => date.Date());
        var end = fields.Nullable("end", date => date.Date());
        var firstContractStart = fields.Nullable("firstContractStart", date => date.Date());
        var lks = fields.Nullable("lks", value => value.Object(inside => (
            Kind: inside.Required("kind", kind => kind.OneOf(LksKinds)),
            ReviewOn: inside.Nullable("reviewOn", date => date.Date()))));
        var lkv = fields.Nullable("lkv", category => category.OneOf(LkvCategories));
        var jobcoach = fields.Nullable("jobcoach", value => value.Object(inside => (
            Issuer: inside.Required("issuer", issuer => issuer.OneOf(Issuers)),
            Until: inside.Nullable("until", date => date.Date()))));
        var (kind, reviewOn) = lks.HasValue ? lks.Value : (Reading.Open<LksKind>(), Reading.Open<DateOnly>());
        var (issuer, until) = jobcoach.HasValue ? jobcoach.Value : (Reading.Open<JobcoachIssuer>(), Reading.Open<DateOnly>());

        RefuseBefore(end, "end");
        RefuseBefore(until, "jobcoach.until");
        RefuseUnpaid(firstContractStart, "firstContractStart");
        RefuseUnpaid(lks, "lks");
        RefuseUnpaid(lkv, "lkv");
        if (firstContractStart.IsKnown && start.IsKnown && firstContractStart.Value > start.Value)
        {
            fields.Fault("firstContractStart", "must not be after the start");
        }

        if (reviewOn.IsKnown && kind is { IsKnown: true, Value: LksKind.Flat })
        {
            fields.Fault("lks.reviewOn", "belongs to a measured subsidy only");
        }

        if (reviewOn.IsKnown && start.IsKnown && reviewOn.Value <= start.Value)
        {
            fields.Fault("lks.reviewOn", "must be after the start");
        }

        return new PlacementFacts(
            code.OrDefault ?? "",
            form.OrDefault ?? "",
            start.OrDefault,
            end.OrNull(),
            firstContractStart.OrNull(),
            lks.HasValue ? new LksFacts(kind.OrDefault, reviewOn.OrNull()) : null,
            lkv.OrNull(),
            jobcoach.HasValue ? new JobcoachFacts(issuer.OrDefault, until.OrNull()) : null);

        void RefuseBefore(Reading<DateOnly> date, string name)
        {
            if (date.IsKnown && start.IsKnown && date.Value < start.Value)
            {
                fields.Fault(name, "must not be before the start");
            }
        }

        void RefuseUnpaid<T>(Reading<T> value, string name)
        {
            if (value.IsKnown && form.IsKnown && !Forms.IsPaid(form.Value))
            {
                fields.Fault(name, "belongs to paid work only");
            }
        }
    }

    private static CandidateFacts ReadCandidate(InputFields fields, HashSet<string> codes) => new(
        RegulationsShapes.ReadCode(fields, codes).OrDefault ?? "",
        fields.Required("inPaidWork", flag => flag.Flag()).OrDefault,
        fields.Nullable("lastReviewOn", date => date.Date()).OrNull(),
        fields.Nullable("ladderMeasuredOn", date => date.Date()).OrNull(),
        fields.Nullable("oldestCapacityOn", date => date.Date()).OrNull());
}
