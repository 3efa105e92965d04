using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.People;

/// <summary>
/// The anonymous profile of a person (kandidaat): what the person can do, when, how far from home, what helps and what is wanted.
/// Identity lives apart, in the vault. Status, capacity and support are three separate things. Never a diagnosis.
/// </summary>
public sealed class Person : Root, IIndexedRoot, IComparedPerson, IGuardedText
{
    private readonly List<Capacity> _capacities = [];
    private readonly List<Consent> _consents = [];

    private Person()
    {
    }

    public Person(string code, Guid organisationId, string regionCode, Guid consultantId, string pc4, Act act)
    {
        Code = code;
        OrganisationId = organisationId;
        RegionCode = regionCode;
        ConsultantId = consultantId;
        Pc4 = pc4;
        CreatedOn = act.Today;
        LastReviewOn = act.Today;
    }

    /// <inheritdoc/>
    public long Revision { get; private set; }

    /// <summary>Code inside: <c>K-</c> and five digits. An employer never sees it.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The organisation whose person this is.</summary>
    public Guid OrganisationId { get; private set; }
    public string RegionCode { get; private set; } = "";
    public Guid ConsultantId { get; set; }
    public string Pc4 { get; set; } = "";
    public DateOnly CreatedOn { get; private set; }

    /// <summary>Hours a week, multiples of 0.25, 0.25–60; null until asked.</summary>
    public decimal? HoursMin { get; private set; }
    public decimal? HoursWish { get; private set; }
    public decimal? HoursMax { get; private set; }
    public List<string> AvailableDayparts { get; private set; } = [];
    public List<string> Modes { get; private set; } = [];

    /// <summary>Most minutes one way, 1–240; null until asked.</summary>
    public int? MaxTravelMinutes { get; private set; }
    public List<string> Certificates { get; private set; } = [];

    /// <summary>Circumstances that this person must not have.</summary>
    public List<string> Exclusions { get; private set; } = [];

    /// <summary>What the person brings along to any employer (<c>support</c>).</summary>
    public List<string> BringsAlong { get; private set; } = [];

    /// <summary>What helps, for the coach; never <c>support</c>, never to an employer.</summary>
    public List<string> Helps { get; private set; } = [];

    /// <summary>The day on which help, certificates and exclusions were talked about; "niets" is an answer too. Null: not yet.</summary>
    public DateOnly? SupportDiscussedOn { get; set; }

    /// <summary>Free text for staff only; checked by the text guard before it gets here.</summary>
    public string StaffNote { get; set; } = "";

    /// <inheritdoc/>
    public List<string> NotNames { get; private set; } = [];
    public List<string> Forms { get; private set; } = [];
    public List<string> WishedSectors { get; private set; } = [];
    public List<string> WishedTags { get; private set; } = [];
    public List<string> UnwantedTags { get; private set; } = [];

    /// <summary>Levels that the person wants to reach.</summary>
    public Levels Growth { get; private set; } = Levels.None;

    public DateOnly? LastProposedOn { get; set; }
    public DateOnly? LastReviewOn { get; set; }
    public DateOnly? LadderMeasuredOn { get; set; }

    /// <summary>The day on which the help to find work ended; null: the person is helped. From then on nobody compares the person with a job.</summary>
    public DateOnly? HelpedUntil { get; private set; }

    public IReadOnlyList<Capacity> Capacities => _capacities;
    public IReadOnlyList<Consent> Consents => _consents;

    /// <summary>The levels of <see cref="Capacities"/> in one value, so that a comparison reads a person without the answers.</summary>
    public Levels CapacityLevels { get; private set; } = Levels.None;

    /// <inheritdoc cref="PackedPerson"/>
    public byte[]? Packed { get; private set; }

    public DateOnly? OldestCapacityOn => _capacities.Count == 0 ? null : _capacities.Min(c => c.On);

    /// <inheritdoc cref="ComparedPerson.HasAllThatIsCompared"/>
    public bool IsComplete => this.HasAllThatIsCompared();

    IReadOnlyList<string> IComparedPerson.AvailableDayparts => AvailableDayparts;
    IReadOnlyList<string> IComparedPerson.Modes => Modes;
    IReadOnlyList<string> IComparedPerson.Certificates => Certificates;
    IReadOnlyList<string> IComparedPerson.Exclusions => Exclusions;
    IReadOnlyList<string> IComparedPerson.BringsAlong => BringsAlong;
    IReadOnlyList<string> IComparedPerson.Forms => Forms;
    IReadOnlyList<string> IComparedPerson.WishedSectors => WishedSectors;
    IReadOnlyList<string> IComparedPerson.WishedTags => WishedTags;
    IReadOnlyList<string> IComparedPerson.UnwantedTags => UnwantedTags;

    /// <summary>Sheet 1, hours and times.</summary>
    /// <exception cref="RefusalException">min ≤ wish ≤ max does not hold, or a part of day is not one.</exception>
    public void SetTimes(decimal min, decimal wish, decimal max, IEnumerable<string> dayparts)
    {
        if (min > wish || wish > max)
            throw new RefusalException(Refusal.HoursOutOfOrder);
        var parts = dayparts.ToList();
        CodeGuard.AllDayparts(parts);
        (HoursMin, HoursWish, HoursMax, AvailableDayparts) = (min, wish, max, Dayparts.InOrder(parts));
    }

    /// <summary>Sheet 2, travel.</summary>
    public void SetTravel(IEnumerable<string> modes, int maxMinutes)
    {
        var ways = modes.ToList();
        CodeGuard.AllIn(CodeLists.Modes, ways);
        (Modes, MaxTravelMinutes) = (ways, maxMinutes);
    }

    /// <summary>Sheet 3, one answer; null is "nog niet besproken" and takes the answer away. An answer that stays keeps its date and source.</summary>
    public void SetCapacity(string dimension, int? level, CapacitySource source, Act act)
    {
        if (level is < 0 or > 3)
            throw new RefusalException(Refusal.LevelOutOfRange);
        var known = _capacities.FirstOrDefault(c => c.Dimension == dimension);
        if (level is null)
        {
            if (known is not null)
                _capacities.Remove(known);
        }
        else if (known is null)
        {
            _capacities.Add(new Capacity { PersonId = Id, Dimension = Dimensions.Of(dimension).Code, Level = level.Value, On = act.Today, Source = source, RecordedBy = act.By.Name });
        }
        else if (known.Level != level || known.Source != source)
        {
            (known.Level, known.On, known.Source, known.RecordedBy) = (level.Value, act.Today, source, act.By.Name);
        }

        PackCapacities();
    }

    /// <summary>Writes <see cref="CapacityLevels"/> from the answers; all of them are loaded.</summary>
    public void PackCapacities() => CapacityLevels = new Levels(_capacities.Select(c => KeyValuePair.Create(c.Dimension, c.Level)));

    /// <summary>Sheet 3, everything that is known was talked through again: every answer gets this day and source.</summary>
    public void Reaffirm(CapacitySource source, Act act)
    {
        foreach (var known in _capacities)
            (known.On, known.Source, known.RecordedBy) = (act.Today, source, act.By.Name);
        LastReviewOn = act.Today;
    }

    /// <summary>Sheet 4: what helps (for the coach), what the person brings along, certificates, and what must not be.</summary>
    public void SetSupport(IEnumerable<string> helps, IEnumerable<string> bringsAlong, IEnumerable<string> certificates, IEnumerable<string> exclusions)
    {
        var (help, bring, papers, not) = (helps.ToList(), bringsAlong.ToList(), certificates.ToList(), exclusions.ToList());
        CodeGuard.AllIn(CodeLists.Measures, help);
        CodeGuard.AllIn(Measures.BroughtAlong, bring);
        CodeGuard.AllIn(CodeLists.Certificates, papers);
        CodeGuard.AllIn(CodeLists.Circumstances, not);
        (Helps, BringsAlong, Certificates, Exclusions) = (help, bring, papers, not);
    }

    /// <summary>Sheet 5, wishes and growth.</summary>
    public void SetWishes(IEnumerable<string> forms, IEnumerable<string> sectors, IEnumerable<string> tags, IEnumerable<string> unwantedTags, Levels growth)
    {
        var (work, branches, likes, dislikes) = (forms.ToList(), sectors.ToList(), tags.ToList(), unwantedTags.ToList());
        CodeGuard.AllIn(CodeLists.Forms, work);
        CodeGuard.AllIn(CodeLists.Sectors, branches);
        CodeGuard.AllIn(CodeLists.Tags, [.. likes, .. dislikes]);
        (Forms, WishedSectors, WishedTags, UnwantedTags, Growth) = (work, branches, likes, [.. dislikes.Except(likes)], growth);
    }

    public Consent? ConsentOn(ConsentPurpose purpose, DateOnly day, Guid? organisationId = null) =>
        _consents.FirstOrDefault(c => c.Purpose == purpose && c.OrganisationId == organisationId && c.HoldsOn(day));

    /// <summary>Records a yes.</summary>
    /// <exception cref="RefusalException">A purpose for one employer without an employer.</exception>
    public Consent Give(ConsentPurpose purpose, Guid? organisationId, ConsentWay way, bool representativeBeside, string snapshot, Act act)
    {
        var forOneEmployer = purpose is ConsentPurpose.Meet or ConsentPurpose.Share;
        if (forOneEmployer != organisationId is not null)
            throw new RefusalException(Refusal.ConsentNeedsOrganisation);
        if (ConsentOn(purpose, act.Today, organisationId) is { } holds)
        {
            // Asking again is how a consent is renewed before it runs out: the new proof replaces the old one.
            holds.End(act);
        }

        var consent = new Consent(Id, purpose, organisationId, way, representativeBeside, snapshot, act);
        _consents.Add(consent);
        Note<ConsentState>(null, ConsentState.Given, act, purpose.ToString());
        return consent;
    }

    /// <summary>The help goes on after all. Consent that ended stays ended: the person is asked again.</summary>
    /// <exception cref="RefusalException">It has not ended.</exception>
    public void ResumeHelp(Act act)
    {
        if (HelpedUntil is null)
            throw new RefusalException(Refusal.NotInThisState);
        HelpedUntil = null;
        Note<HelpState>(HelpState.Ended, HelpState.Helped, act);
    }

    /// <summary>The help ends today; <see cref="People.EndHelp"/> ends with it what rested on it.</summary>
    internal void EndHelp(EndOfHelp reason, Act act)
    {
        if (HelpedUntil is not null)
            throw new RefusalException(Refusal.NotInThisState);
        HelpedUntil = act.Today;
        Note<HelpState>(HelpState.Helped, HelpState.Ended, act, reason.ToString());
    }

    /// <summary>Ends every consent of a purpose that holds; for one employer only when one is named.</summary>
    internal void End(ConsentPurpose purpose, Act act, Guid? organisationId = null)
    {
        foreach (var consent in _consents.Where(c =>
            c.Purpose == purpose && c.State == ConsentState.Given && (organisationId is null || c.OrganisationId == organisationId)))
        {
            consent.End(act);
            Note<ConsentState>(ConsentState.Given, ConsentState.Ended, act, purpose.ToString());
        }
    }
}
