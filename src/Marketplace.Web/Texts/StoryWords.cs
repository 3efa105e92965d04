using Marketplace.Domain.Stories;

namespace Marketplace.Web.Texts;

/// <summary>The doubts that stories answer.</summary>
public static class StoryWords
{
    public static string Of(StoryDoubt doubt) => doubt switch
    {
        StoryDoubt.EnoughWork => "Heb ik wel genoeg werk?",
        StoryDoubt.TooExpensive => "Wordt dit niet te duur?",
        StoryDoubt.Guidance => "Kost begeleiden niet te veel tijd?",
        StoryDoubt.Experience => "Kan iemand zonder ervaring dit?",
        _ => "Wat als het toch niet past?",
    };
}
