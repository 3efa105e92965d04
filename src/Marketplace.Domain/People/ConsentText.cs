namespace Marketplace.Domain.People;

/// <summary>The question that was read to the person. A changed text gets a new version; old consents keep theirs.</summary>
/// <param name="Version">Version of the text.</param>
/// <param name="Question">The question with <c>{werkgever}</c> where an employer is named.</param>
public sealed record ConsentText(int Version, string Question)
{
    /// <summary>The text in force for a purpose (lists.md §6, text 1).</summary>
    public static ConsentText Of(ConsentPurpose purpose) => new(1, purpose switch
    {
        ConsentPurpose.Found => "Mogen jobcoaches in de regio lezen wat u kunt? Zij zien uw naam niet. U mag altijd stoppen.",
        ConsentPurpose.Proposed => "Mag een jobcoach u voorstellen aan een werkgever? De werkgever leest niet wie u bent. U mag altijd stoppen.",
        ConsentPurpose.Meet => "Mag {werkgever} uw voornaam weten? Dan maakt u samen kennis. U mag altijd stoppen.",
        _ => "Mag {werkgever} uw regelingen en papieren zien? Dat is nodig voor uw loon. Vraag gerust wat erin staat.",
    });
}
