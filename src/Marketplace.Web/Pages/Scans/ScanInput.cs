using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Web.Pages.Work;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Marketplace.Web.Pages.Scans;

/// <summary>The answers of all questions of the scan; a page posts those of its own question.</summary>
public sealed class ScanInput
{
    private const int MostOwn = 20;

    /// <summary>One task on the page of who does it now.</summary>
    public sealed class Row : TaskFactsInput
    {
        public Guid Id { get; set; }

        public static Row Of(WorkTask task) => new()
        {
            Id = task.Id,
            DoneBy = task.DoneBy,
            Times = task.Rhythm.Times,
            Per = task.Rhythm.Per,
            Minutes = task.Rhythm.Minutes,
            MayMove = task.MayMove,
            DaysPerWeek = task.Rhythm.DaysPerWeek,
        };

        /// <summary>Not asked on this page: as it was.</summary>
        [Range(1, 7)]
        public int DaysPerWeek { get; set; } = 5;

        protected override int Days => DaysPerWeek;
    }

    public Guid Version { get; set; }

    [Display(Name = "Branche")]
    public string? Sector { get; set; }

    [Display(Name = "Welke afdeling of welk team?"), StringLength(Scan.MostLetters, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? Department { get; set; }

    [Display(Name = "Wanneer is het druk?")]
    public List<string> Busy { get; set; } = [];

    [Display(Name = "Voorbeelden uit uw branche")]
    public List<string> Examples { get; set; } = [];

    [Display(Name = "Andere taken")]
    public string? Own { get; set; }

    public List<Row> Rows { get; set; } = [];

    [Display(Name = "Wat hoort bij de plek?")]
    public List<string> Circumstances { get; set; } = [];

    [Display(Name = "Ten minste hoeveel uur per week?"), Range(0.25, 60, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    [CustomValidation(typeof(TermsInput), nameof(TermsInput.InQuarters))]
    public decimal? HoursMin { get; set; }

    [Display(Name = "Ten hoogste hoeveel uur per week?"), Range(0.25, 60, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    [CustomValidation(typeof(TermsInput), nameof(TermsInput.InQuarters))]
    public decimal? HoursMax { get; set; }

    [Display(Name = "Welke dagdelen horen er altijd bij?")]
    public List<string> Fixed { get; set; } = [];

    [Display(Name = "Welke dagdelen mogen ook?")]
    public List<string> Flexible { get; set; } = [];

    [Display(Name = "Welke functie begeleidt?"), StringLength(Scan.MostLetters, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? Guide { get; set; }

    [Display(Name = "Wat kunt u bieden?")]
    public List<string> Offers { get; set; } = [];

    [Display(Name = "Waar zou iemand trots op zijn?")]
    public Guid? Proud { get; set; }

    [Display(Name = "Naam"), StringLength(80, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? ContactName { get; set; }

    [Display(Name = "Telefoonnummer")]
    [RegularExpression(TermsInput.Phone, ErrorMessage = TermsInput.PhoneError)]
    public string? ContactPhone { get; set; }

    public static ScanInput Of(ScanFile file)
    {
        var (scan, job) = (file.Scan, file.Job);
        return new ScanInput
        {
            Version = scan.Version,
            Sector = job.Sector,
            Department = scan.Department,
            Busy = scan.BusyDayparts,
            Examples = [.. file.Tasks.Select(t => t.ExampleCode).OfType<string>()],
            Own = string.Join('\n', file.Tasks.Where(t => t.ExampleCode is null).Select(t => t.Name)),
            Rows = [.. file.Tasks.Select(Row.Of)],
            Circumstances = job.Circumstances,
            HoursMin = job.HoursMin,
            HoursMax = job.HoursMax,
            Fixed = job.FixedDayparts,
            Flexible = job.FlexibleDayparts,
            Guide = scan.Guide,
            Offers = job.Offers,
            Proud = job.ProudTaskId,
            ContactName = job.ContactName,
            ContactPhone = job.ContactPhone,
        };
    }

    /// <summary>Tasks in own words, one a line.</summary>
    private List<string> OwnTasks => [.. (Own ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>The free text of a question.</summary>
    public IEnumerable<FreeText> TextsOf(ScanStep step) => step switch
    {
        ScanStep.Department => [new("In.Department", Department, text => Department = text)],
        ScanStep.Tasks => [new("In.Own", Own, text => Own = text)],
        ScanStep.Guidance => [new("In.Guide", Guide, text => Guide = text)],
        ScanStep.DoneNow => Rows.Select((row, i) => new FreeText($"In.Rows[{i}].DoneBy", row.DoneBy, text => row.DoneBy = text)),
        _ => [],
    };

    /// <summary>Puts what is missing or too much at its field.</summary>
    public void Judge(ScanStep step, ScanFile file, ModelStateDictionary state)
    {
        var fault = step switch
        {
            ScanStep.Department when string.IsNullOrWhiteSpace(Department) => nameof(Department),
            ScanStep.Busy when Dayparts.Expand(Busy).Count == 0 => nameof(Busy),
            ScanStep.Tasks when Examples.Count + OwnTasks.Count == 0 => nameof(Examples),
            ScanStep.Guidance when string.IsNullOrWhiteSpace(Guide) => nameof(Guide),
            ScanStep.Proud when file.Tasks.All(t => t.Id != Proud) => nameof(Proud),
            ScanStep.Contact when string.IsNullOrWhiteSpace(ContactName) => nameof(ContactName),
            ScanStep.Contact when string.IsNullOrWhiteSpace(ContactPhone) => nameof(ContactPhone),
            _ => null,
        };
        if (fault is not null)
            state.AddModelError($"In.{fault}", ScanWords.Of(step).Empty);
        if (step == ScanStep.Tasks && OwnTasks.Any(t => t.Length > WorkTask.MostLettersInName))
            state.AddModelError("In.Own", $"Schrijf elke taak op in hoogstens {WorkTask.MostLettersInName} tekens.");
        if (step == ScanStep.Tasks && OwnTasks.Count > MostOwn)
            state.AddModelError("In.Own", $"Schrijf hoogstens {MostOwn} andere taken op.");
        if (step == ScanStep.Hours && HoursMin is null)
            state.AddModelError("In.HoursMin", "Vul in hoeveel uur per week ten minste.");
        if (step == ScanStep.Hours && HoursMax is null)
            state.AddModelError("In.HoursMax", "Vul in hoeveel uur per week ten hoogste.");
        if (step == ScanStep.Hours && Dayparts.Expand(Fixed).Count + Dayparts.Expand(Flexible).Count == 0)
            state.AddModelError("In.Flexible", "Kies ten minste één dagdeel.");
    }

    /// <summary>Puts the answer where it belongs.</summary>
    /// <returns>Tasks that are new.</returns>
    /// <exception cref="RefusalException">An answer is not possible.</exception>
    public IReadOnlyList<WorkTask> ApplyTo(ScanFile file, ScanStep step, Act act)
    {
        var (scan, job) = (file.Scan, file.Job);
        switch (step)
        {
            case ScanStep.Department:
                (job.Sector, scan.Department) = (Sector ?? job.Sector, Department!.Trim());
                break;
            case ScanStep.Busy:
                scan.BusyDayparts = Dayparts.Expand(Busy);
                break;
            case ScanStep.Tasks:
                return scan.Choose(job, file.Tasks, [.. Examples.Select(TaskExamples.Find).OfType<TaskExample>()], OwnTasks, act);
            case ScanStep.DoneNow:
                foreach (var row in Rows)
                    Change(job, file.Tasks.FirstOrDefault(t => t.Id == row.Id), row, act);
                break;
            case ScanStep.Workplace:
                job.Circumstances = Circumstances;
                break;
            case ScanStep.Hours:
                (job.HoursMin, job.HoursMax) = (HoursMin, HoursMax);
                (job.FixedDayparts, job.FlexibleDayparts) = (Dayparts.Expand(Fixed), Dayparts.Expand(Flexible));
                break;
            case ScanStep.Guidance:
                (scan.Guide, job.Offers) = (Guide!.Trim(), Offers);
                break;
            case ScanStep.Proud:
                job.ProudTaskId = Proud;
                break;
            case ScanStep.Contact:
                (job.ContactName, job.ContactPhone) = (ContactName!.Trim(), ContactPhone!.Trim());
                break;
        }

        job.GuardChange();
        return [];
    }

    /// <summary>A task that stays where it is leaves the job; the scan keeps it.</summary>
    private static void Change(Job job, WorkTask? task, Row row, Act act)
    {
        if (task is null)
            return; // somebody took it off the list meanwhile
        (task.DoneBy, task.Rhythm) = (row.DoneBy!.Trim(), row.ToRhythm());
        if (row.MayMove == false && task.JobId is not null)
            job.TakeOut(task, act);
        task.MayMove = row.MayMove!.Value;
        if (task.MayMove && task.JobId is null)
            job.Add(task, act);
    }
}
