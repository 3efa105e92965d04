using Marketplace.Domain.Contracts;
using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Commands;

/// <summary>The input of the command <c>regulations</c>.</summary>
/// <param name="Cases">The cases in the order of the file, each with a code of its own.</param>
public sealed record RegulationsInput(IReadOnlyList<(string Code, Facts Facts)> Cases)
{
    /// <summary>The name of the contract, in input and output.</summary>
    public const string Schema = "marketplace-regulations-1";

    private static readonly Dictionary<string, LkvDeclaration> Declarations = new(StringComparer.Ordinal)
    {
        ["asked"] = LkvDeclaration.Asked,
        ["granted"] = LkvDeclaration.Granted,
    };

    /// <summary>Reads the file and adds everything that is wrong with it; null when it is not JSON or no object.</summary>
    public static RegulationsInput? Read(ReadOnlyMemory<byte> file, RegulationBook book, FaultList faults)
    {
        return InputValue.Read(file, faults, fields =>
        {
            fields.Required("schema", schema => schema.Constant(Schema));
            var codes = new HashSet<string>(StringComparer.Ordinal);
            return new RegulationsInput(
                fields.Required("cases", list => list.List(each => each.Object(inside => ReadCase(inside, codes, book)))).OrDefault ?? []);
        }, RegulationsShapes.MaxNesting);
    }

    private static (string Code, Facts Facts) ReadCase(InputFields fields, HashSet<string> codes, RegulationBook book)
    {
        var code = RegulationsShapes.ReadCode(fields, codes);
        var on = fields.Required("on", date => date.Date());
        var person = fields.Required("person", value => value.Object(ReadPerson));
        var work = fields.Required("work", value => value.Object(ReadWork));
        fields.Required("municipality", value => value.Text(6, 6, IsMunicipality, "a code such as GM0505"));
        var municipal = fields.Nullable("municipal", value => value.Object(
            inside => inside.Nullable("jobcoachHoursPerWeek", Hours)));

        RefuseBetween(fields, on, person.OrDefault ?? new PersonReadings(), work.OrDefault ?? new WorkReadings(), book);
        return (code.OrDefault ?? "", new Facts(
            on.OrDefault,
            person.OrDefault?.ToFacts() ?? new PersonFacts(new HashSet<Status>()),
            work.OrDefault?.ToFacts() ?? new WorkFacts("", default),
            municipal.HasValue ? municipal.Value.OrNull() : null));
    }

    private static PersonReadings ReadPerson(InputFields fields) => new()
    {
        Status = fields.Required("status", list => list.DistinctList(status => status.OneOf(LegalStatuses.All))),
        BirthDate = fields.Nullable("birthDate", date => date.Date()),
        Loonwaarde = fields.Nullable("loonwaarde", number => number.Number(0, 100)),
        Bijstand = fields.Nullable("bijstand", flag => flag.Flag()),
        SmallChanceOfWork = fields.Nullable("smallChanceOfWork", flag => flag.Flag()),
        AoDeterminedOn = fields.Nullable("aoDeterminedOn", date => date.Date()),
    };

    private static WorkReadings ReadWork(InputFields fields) => new()
    {
        Form = fields.Required("form", RegulationsShapes.Form),
        Start = fields.Required("start", date => date.Date()),
        End = fields.Nullable("end", date => date.Date()),
        HoursPerWeek = fields.Nullable("hoursPerWeek", Hours),
        FullTimeHours = fields.Nullable("fullTimeHours", Hours),
        HourlyWage = fields.Nullable("hourlyWage", number => number.Number(0, 500, minimumExcluded: true)),
        EmployerCharges = fields.Nullable("employerCharges", number => number.Number(0, 1)),
        Bbl = fields.Nullable("bbl", flag => flag.Flag()),
        EmployedHereInLast6Months = fields.Nullable("employedHereInLast6Months", flag => flag.Flag()),
        UnpaidWorkHereBefore = fields.Nullable("unpaidWorkHereBefore", flag => flag.Flag()),
        LkvDeclaration = fields.Nullable("lkvDeclaration", declaration => declaration.OneOf(Declarations)),
        JobIntent = fields.Nullable("jobIntent", flag => flag.Flag()),
        Displacement = fields.Nullable("displacement", value => value.Object(inside => new Displacement(
            inside.Required("paidLast12Months", answer => answer.Flag()).OrDefault,
            inside.Required("vacancyOrDismissal", answer => answer.Flag()).OrDefault,
            inside.Required("wouldHire", answer => answer.Flag()).OrDefault,
            inside.Required("extra", answer => answer.Flag()).OrDefault,
            inside.Required("learningGoal", answer => answer.Flag()).OrDefault,
            inside.Required("refilledUnpaid", answer => answer.Flag()).OrDefault))),
    };

    private static void RefuseBetween(InputFields fields, Reading<DateOnly> on, PersonReadings person, WorkReadings work, RegulationBook book)
    {
        var (start, end) = (work.Start, work.End);
        var endsBeforeStart = start.IsKnown && end.IsKnown && end.Value < start.Value;
        if (endsBeforeStart)
        {
            fields.Fault("work.end", "must not be before the start");
        }

        if (on.IsKnown && end.IsKnown && !endsBeforeStart && on.Value > end.Value)
        {
            fields.Fault("on", "must not be after the end of the work");
        }

        if (on.IsKnown && on.Value < book.Start)
        {
            fields.Fault("on", $"must not be before {ContractDate.ToText(book.Start)}, the first day of the book");
        }

        if (person.BirthDate.IsKnown && start.IsKnown)
        {
            var age = new Facts(start.Value, person.ToFacts(), new WorkFacts("", start.Value)).AgeOn(start.Value);
            if (person.BirthDate.Value >= start.Value || age < book.Whole(Terms.YoungestAge, start.Value))
            {
                fields.Fault("person.birthDate", "is of somebody too young at the start of the work");
            }
        }

        if (person.Status.IsKnown && person.Bijstand.IsRight)
        {
            var bijstand = person.Bijstand.OrNull();
            if ((person.Status.Value.Contains(Domain.Regulations.Status.PwBijstand) && bijstand != true)
                || (person.Status.Value.Contains(Domain.Regulations.Status.PwNug) && bijstand != false))
            {
                fields.Fault("person.bijstand", "must be true with PW_BIJSTAND and false with PW_NUG");
            }
        }
    }

    private static Reading<decimal> Hours(InputValue value) => value.Number(0, 60, minimumExcluded: true);

    private static bool IsMunicipality(string text) => text.StartsWith("GM", StringComparison.Ordinal) && text.Skip(2).All(char.IsAsciiDigit);

    private sealed record PersonReadings
    {
        public Reading<IReadOnlyList<Status>> Status { get; init; }

        public Reading<DateOnly> BirthDate { get; init; }

        public Reading<decimal> Loonwaarde { get; init; }

        public Reading<bool> Bijstand { get; init; }

        public Reading<bool> SmallChanceOfWork { get; init; }

        public Reading<DateOnly> AoDeterminedOn { get; init; }

        public PersonFacts ToFacts() => new(
            (Status.OrDefault ?? []).ToHashSet(),
            BirthDate.OrNull(),
            Loonwaarde.OrNull(),
            Bijstand.OrNull(),
            SmallChanceOfWork.OrNull(),
            AoDeterminedOn.OrNull());
    }

    private sealed record WorkReadings
    {
        public Reading<string> Form { get; init; }

        public Reading<DateOnly> Start { get; init; }

        public Reading<DateOnly> End { get; init; }

        public Reading<decimal> HoursPerWeek { get; init; }

        public Reading<decimal> FullTimeHours { get; init; }

        public Reading<decimal> HourlyWage { get; init; }

        public Reading<decimal> EmployerCharges { get; init; }

        public Reading<bool> Bbl { get; init; }

        public Reading<bool> EmployedHereInLast6Months { get; init; }

        public Reading<bool> UnpaidWorkHereBefore { get; init; }

        public Reading<LkvDeclaration> LkvDeclaration { get; init; }

        public Reading<bool> JobIntent { get; init; }

        public Reading<Displacement> Displacement { get; init; }

        public WorkFacts ToFacts() => new(
            Form.OrDefault ?? "",
            Start.OrDefault,
            End.OrNull(),
            HoursPerWeek.OrNull(),
            FullTimeHours.OrNull(),
            HourlyWage.OrNull(),
            EmployerCharges.OrNull(),
            Bbl.OrDefault,
            EmployedHereInLast6Months.OrNull(),
            UnpaidWorkHereBefore.OrNull(),
            LkvDeclaration.OrNull(),
            JobIntent.OrNull(),
            Displacement.OrDefault);
    }
}
