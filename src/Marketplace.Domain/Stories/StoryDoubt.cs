namespace Marketplace.Domain.Stories;

/// <summary>A doubt of an employer that a story answers; the story stands beside it.</summary>
public enum StoryDoubt
{
    /// <summary>Heb ik wel genoeg werk?</summary>
    EnoughWork,

    /// <summary>Wordt dit niet te duur?</summary>
    TooExpensive,

    /// <summary>Kost begeleiden niet te veel tijd?</summary>
    Guidance,

    /// <summary>Kan iemand zonder ervaring dit?</summary>
    Experience,

    /// <summary>Wat als het toch niet past?</summary>
    WhatIfNot,
}
