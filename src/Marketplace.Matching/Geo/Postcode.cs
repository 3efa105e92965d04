namespace Marketplace.Matching.Geo;

/// <summary>A four-digit postcode with its point (WGS84 degrees).</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Index">Place in the sorted list of postcodes, from 0.</param>
/// <param name="Place">Town or village.</param>
/// <param name="Municipality">Municipality (gemeente).</param>
/// <param name="LabourRegion">Code of the labour market region (arbeidsmarktregio), such as <c>AM28</c>.</param>
/// <param name="Bank">Bank of the river, or null when no water is known there.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record Postcode(
    string Code, int Index, string Place, string Municipality, string LabourRegion, string? Bank, double Latitude, double Longitude);
