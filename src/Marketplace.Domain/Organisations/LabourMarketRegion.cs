namespace Marketplace.Domain.Organisations;

/// <summary>The 35 labour-market regions of 2025, as CBS numbers them.</summary>
/// <param name="Code">Code in this program (<see cref="Region.Code"/>).</param>
/// <param name="Name">Name on screen.</param>
/// <param name="Number">Number of CBS, as the list of postcodes has it.</param>
public sealed record LabourMarketRegion(string Code, string Name, string Number)
{
    public static IReadOnlyList<LabourMarketRegion> All { get; } =
    [
        new("groningen", "Groningen", "AM01"),
        new("friesland", "Friesland", "AM02"),
        new("drenthe", "Drenthe", "AM03"),
        new("twente", "Twente", "AM05"),
        new("veluwe-stedendriehoek", "Veluwe Stedendriehoek", "AM06"),
        new("midden-gelderland", "Midden-Gelderland", "AM07"),
        new("rijk-van-nijmegen", "Rijk van Nijmegen", "AM08"),
        new("achterhoek", "Achterhoek", "AM09"),
        new("rivierenland", "Rivierenland", "AM10"),
        new("flevoland", "Flevoland", "AM11"),
        new("gooi-en-vechtstreek", "Gooi en Vechtstreek", "AM12"),
        new("midden-utrecht", "Midden-Utrecht", "AM13"),
        new("amersfoort", "Amersfoort", "AM14"),
        new("noord-holland-noord", "Noord-Holland Noord", "AM15"),
        new("zaanstreek-waterland", "Zaanstreek/Waterland", "AM17"),
        new("groot-amsterdam", "Groot Amsterdam", "AM18"),
        new("holland-rijnland", "Holland Rijnland", "AM19"),
        new("midden-holland", "Midden-Holland", "AM20"),
        new("haaglanden", "Haaglanden", "AM21"),
        new("rijnmond", "Rijnmond", "AM22"),
        new("drechtsteden", "Drechtsteden", "AM23"),
        new("zeeland", "Zeeland", "AM24"),
        new("west-brabant", "West-Brabant", "AM25"),
        new("midden-brabant", "Midden-Brabant", "AM26"),
        new("noordoost-brabant", "Noordoost-Brabant", "AM27"),
        new("zuidoost-brabant", "Zuidoost-Brabant", "AM28"),
        new("noord-limburg", "Noord-Limburg", "AM29"),
        new("zuid-limburg", "Zuid-Limburg", "AM30"),
        new("helmond-de-peel", "Helmond-De Peel", "AM32"),
        new("midden-limburg", "Midden-Limburg", "AM33"),
        new("zuid-holland-centraal", "Zuid-Holland Centraal", "AM34"),
        new("gorinchem", "Gorinchem", "AM35"),
        new("regio-zwolle", "Regio Zwolle", "AM36"),
        new("zuid-kennemerland-en-ijmond", "Zuid-Kennemerland en IJmond", "AM37"),
        new("foodvalley", "FoodValley", "AM38"),
    ];
}
