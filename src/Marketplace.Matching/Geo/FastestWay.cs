namespace Marketplace.Matching.Geo;

/// <summary>How the minutes of a result are made.</summary>
/// <param name="Mode">Code of the mode.</param>
/// <param name="Minutes">Whole minutes one way; an estimate.</param>
/// <param name="ToPickUp">To the pick-up point, from where the employer's transport goes on.</param>
public sealed record FastestWay(string Mode, int Minutes, bool ToPickUp);
