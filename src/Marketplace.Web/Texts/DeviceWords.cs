namespace Marketplace.Web.Texts;

/// <summary>A browser as people call it: "Firefox op Windows". Nothing else of it is kept.</summary>
public static class DeviceWords
{
    private static readonly (string Part, string Word)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Part, string Word)[] Devices =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(string? userAgent) =>
        $"{Find(Browsers, userAgent) ?? "Onbekende browser"} op {Find(Devices, userAgent) ?? "onbekend apparaat"}";

    private static string? Find((string Part, string Word)[] words, string? userAgent) =>
        words.FirstOrDefault(w => userAgent?.Contains(w.Part, StringComparison.Ordinal) == true).Word;
}
