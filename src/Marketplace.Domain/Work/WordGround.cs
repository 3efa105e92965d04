namespace Marketplace.Domain.Work;

/// <summary>The ground on which a word in a published text may shut people out.</summary>
public enum WordGround
{
    /// <summary>Age: Wet gelijke behandeling op grond van leeftijd bij de arbeid (WGBL), art. 3(a). A text that asks an age says why: art. 9.</summary>
    Age,

    /// <summary>Sex and pregnancy: Algemene wet gelijke behandeling (AWGB), art. 1 and 5(1)(a); Wet gelijke behandeling van mannen en vrouwen, art. 3.</summary>
    Sex,

    /// <summary>Origin, nationality and the language of somebody's youth: AWGB, art. 1 and 5(1)(a) ("ras", "nationaliteit"; a demand of language is indirect).</summary>
    Origin,

    /// <summary>Religion, conviction and political opinion: AWGB, art. 1 and 5(1)(a).</summary>
    Belief,

    /// <summary>Civil status, family and orientation: AWGB, art. 1 and 5(1)(a).</summary>
    Family,

    /// <summary>Looks and height: indirect distinction by sex, origin or handicap; AWGB, art. 1(1)(c), WGBH/CZ, art. 1(1)(c).</summary>
    Looks,

    /// <summary>
    /// Health, handicap and chronic illness: Wet gelijke behandeling op grond van handicap of chronische ziekte (WGBH/CZ), art. 4(a); nobody
    /// asks about health before a contract (Wet op de medische keuringen, art. 4).
    /// </summary>
    Health,
}
