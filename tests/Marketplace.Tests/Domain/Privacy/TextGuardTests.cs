using Marketplace.Domain.Privacy;
using Xunit;

namespace Marketplace.Tests.Domain.Privacy;

public sealed class TextGuardTests
{
    private static readonly string[] Samira = ["Samira", "van den Berg"];

    [Theory]
    [InlineData("Mail piet@demo.nl voor een afspraak.", "piet@demo.nl")]
    [InlineData("Piet.de-Vries+werk@mail.gemeente-demo.co.uk", "Piet.de-Vries+werk@mail.gemeente-demo.co.uk")]
    [InlineData("(piet@demo.nl)", "piet@demo.nl")]
    [InlineData("mailto:piet@demo.nl.", "piet@demo.nl")]
    [InlineData("zie 'piet@demo.nl'", "piet@demo.nl")]
    [InlineData("PIET@DEMO.NL", "PIET@DEMO.NL")]
    [InlineData("piet @ demo.nl", "piet @ demo.nl")]
    [InlineData("piet＠demo.nl", "piet＠demo.nl")]
    [InlineData("pi\u200Bet@de\u00ADmo.nl", "pi\u200Bet@de\u00ADmo.nl")]
    [InlineData("zoë@café.nl", "zoë@café.nl")]
    [InlineData("piet [at] demo.nl", "piet [at] demo.nl")]
    [InlineData("piet(at)demo.nl", "piet(at)demo.nl")]
    [InlineData("piet at demo.nl is het adres", "piet at demo.nl")]
    [InlineData("piet apenstaartje demo punt nl", "piet apenstaartje demo punt nl")]
    [InlineData("piet[at]demo[punt]nl", "piet[at]demo[punt]nl")]
    public void An_email_address_is_refused(string text, string address)
    {
        var finding = Assert.Single(Check(text));

        Assert.Equal((TextFindingKind.EmailAddress, address), (finding.Kind, finding.Word));
        Assert.True(finding.Refuses);
    }

    [Theory]
    [InlineData("Werkt @ kantoor, 2 stuks @ 5 euro.")]
    [InlineData("Hij at brood.De rest ging mee.")]
    [InlineData("Zij at altijd om 12 uur. Nl is lastig.")]
    [InlineData("@ @@ a@ @b a@b a@.nl a@b.")]
    [InlineData("Het punt is dat het lukt.")]
    [InlineData("Accounts op '@demo.example'.")]
    public void What_only_looks_like_an_email_address_passes(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("0612345678")]
    [InlineData("06-12345678")]
    [InlineData("06 12345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06-12 34 56 78")]
    [InlineData("06-12-34-56-78")]
    [InlineData("06-12-34 56 78")]
    [InlineData("06.12.34.56.78")]
    [InlineData("06.12345678")]
    [InlineData("06/12345678")]
    [InlineData("06 - 12 34 56 78")]
    [InlineData("06 1234 5678")]
    [InlineData("06 123 456 78")]
    [InlineData("061 234 5678")]
    [InlineData("0 6 1 2 3 4 5 6 7 8")]
    [InlineData("06‑1234–5678")]
    [InlineData("06\u00A012\u00A034\u00A056\u00A078")]
    [InlineData("06\u200B12345678")]
    [InlineData("０６１２３４５６７８")]
    [InlineData("٠٦١٢٣٤٥٦٧٨")]
    [InlineData("(06) 12345678")]
    [InlineData("(06)12345678")]
    [InlineData("+31612345678")]
    [InlineData("+31 6 12345678")]
    [InlineData("+31 6 12 34 56 78")]
    [InlineData("+31-6-12345678")]
    [InlineData("+31.6.12.34.56.78")]
    [InlineData("+31 (0)6 12345678")]
    [InlineData("+31(0)612345678")]
    [InlineData("+31 (0) 6-12 34 56 78")]
    [InlineData("+31 06 12345678")]
    [InlineData("(+31) 6 12345678")]
    [InlineData("+ 31 6 12345678")]
    [InlineData("0031612345678")]
    [InlineData("0031 6 12 34 56 78")]
    [InlineData("00 31 6 1234 5678")]
    [InlineData("0031 (0)6-12345678")]
    [InlineData("078-1234567")]
    [InlineData("078 123 45 67")]
    [InlineData("(078) 123 45 67")]
    [InlineData("(078) 1234567")]
    [InlineData("(078)-123.45.67")]
    [InlineData("078/123.45.67")]
    [InlineData("0184-412345")]
    [InlineData("0184 41 23 45")]
    [InlineData("088 1234567")]
    [InlineData("0900-1234567")]
    [InlineData("0900 8844")]
    [InlineData("+32 470 12 34 56")]
    [InlineData("+49 151 12345678")]
    [InlineData("0032470123456")]
    [InlineData("0478-555555")]
    public void A_telephone_number_is_refused_in_every_spelling(string number)
    {
        foreach (var text in new[] { number, $"Bel {number}.", $"Bereikbaar op {number}, na 17.00 uur.", $"Na 9:00 {number} bellen", $"x,{number};y", $"Thuis ({number})" })
        {
            var finding = Assert.Single(Check(text));

            Assert.Equal((TextFindingKind.PhoneNumber, number), (finding.Kind, finding.Word));
        }
    }

    [Theory]
    [InlineData("Tel. 12 34 56 7", "12 34 56 7")]
    [InlineData("Telefoonnummer is: 412345", "412345")]
    [InlineData("mobiel 612345678", "612345678")]
    [InlineData("bel 6123456", "6123456")]
    [InlineData("tel0031612345678", "0031612345678")]
    public void A_number_without_its_area_code_is_refused_when_it_is_announced(string text, string number)
    {
        var finding = Assert.Single(Check(text));

        Assert.Equal((TextFindingKind.PhoneNumber, number), (finding.Kind, finding.Word));
    }

    [Fact]
    public void Two_telephone_numbers_are_two_findings()
    {
        var findings = Check("078-6123456/06-12345678 of 0612345678,0687654321");

        Assert.Equal(["078-6123456", "06-12345678", "0612345678", "0687654321"], findings.Select(finding => finding.Word));
    }

    [Theory]
    [InlineData("Gesprek op 24-11-2026 en 3-4-2026 10.00 uur.")]
    [InlineData("Gesprek 03-04-2026 10:00 uur.")]
    [InlineData("Gesprek 03-04-2026 10.00 uur.")]
    [InlineData("Gesprek 06-10-2026 10.30 uur.")]
    [InlineData("Gesprek 06-10-26 10.30 uur.")]
    [InlineData("Gesprek 06.10.2026 10 uur.")]
    [InlineData("Van 01-01-2026 t/m 31-12-2026")]
    [InlineData("Van 01-01-2026-31-12-2026")]
    [InlineData("Op 06 10 2026 12 uur")]
    [InlineData("2026-11-24T10:00:00")]
    [InlineData("08.00-12.30 en 13.00-17.00 uur")]
    [InlineData("08.00-12.00 13.00-17.00")]
    [InlineData("07.30 - 16.00 (32 uur)")]
    [InlineData("0800-1630 of 0900-1700")]
    [InlineData("Werkt ma 08:00–12:30, di 09:00–13:00")]
    [InlineData("Woont in 3311 AB, 3e verdieping, nr. 12")]
    [InlineData("€ 1.754,00 per maand, tot € 12.345.678,50")]
    [InlineData("16, 20, 24 of 32 uur; 4 x 8 uur")]
    [InlineData("Loonwaarde 60% bij 24 uur, 12,5 kilo, 100.000 stuks")]
    [InlineData("KvK 12345678, weeknummer 202647, ordernr 2026-000123")]
    [InlineData("2019-2023 en 2024/2025")]
    [InlineData("artikel 8712345678906")]
    [InlineData("Bel voor 24-11-2026.")]
    [InlineData("Telde 100.000 stuks.")]
    [InlineData("K-12345 en 112")]
    [InlineData("Besluit SUWI, BWBR0013267 (2026-05-02)")]
    public void Dates_hours_amounts_and_codes_pass(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("Samira kan goed sorteren.", "Samira")]
    [InlineData("Vandaag is samira er.", "samira")]
    [InlineData("SAMIRA", "SAMIRA")]
    [InlineData("Het werk van Samira's zus", "Samira")]
    [InlineData("Het werk van Samira’s zus", "Samira")]
    [InlineData("Samiras fiets", "Samiras")]
    [InlineData("samira1988", "samira")]
    [InlineData("_samira_", "samira")]
    [InlineData("Sa\u200Bmi\u00ADra", "Sa\u200Bmi\u00ADra")]
    [InlineData("Ｓａｍｉｒａ", "Ｓａｍｉｒａ")]
    [InlineData("Sámïra", "Sámïra")]
    [InlineData("Sa\u0301mira\u0308 komt", "Sa\u0301mira\u0308")]
    [InlineData("mevrouw van den Berg", "van den Berg")]
    [InlineData("mevrouw Van Den Berg", "Van Den Berg")]
    [InlineData("mevrouw van  den\nBerg", "van  den\nBerg")]
    [InlineData("mevrouw vd Berg", "Berg")]
    [InlineData("mevrouw v.d. BERG", "BERG")]
    [InlineData("mevrouw Vandenberg", "Vandenberg")]
    [InlineData("Samira van den Berg komt", "Samira van den Berg")]
    public void The_persons_own_name_is_refused(string text, string name)
    {
        var finding = Assert.Single(TextGuard.Check(text, Samira, ["Samira", "Berg", "van den Berg", "samira"]));

        Assert.Equal((TextFindingKind.OwnName, name), (finding.Kind, finding.Word));
        Assert.True(finding.Refuses);
    }

    [Theory]
    [InlineData("Samirah en Asamira en de bergen van den Haag")]
    [InlineData("van den werkgever gehoord")]
    public void Parts_of_other_words_are_not_the_own_name(string text) => Assert.Empty(TextGuard.Check(text, Samira, []));

    [Theory]
    [InlineData("Yılmaz", "werkt met YILMAZ samen")]
    [InlineData("Yılmaz", "werkt met yilmaz samen")]
    [InlineData("İbrahim", "werkt met ibrahim samen")]
    [InlineData("İbrahim", "werkt met IBRAHIM samen")]
    [InlineData("ibrahim", "werkt met İBRAHİM samen")]
    [InlineData("Zoë", "werkt met Zoe samen")]
    [InlineData("Zoe", "werkt met Zoe\u0308 samen")]
    [InlineData("Zoe\u0308", "werkt met ZOË samen")]
    [InlineData("Ömer", "werkt met omer samen")]
    [InlineData("Søren", "werkt met soren samen")]
    [InlineData("Łukasz", "werkt met Lukasz samen")]
    [InlineData("Strauß", "werkt met STRAUSS samen")]
    [InlineData("Bo", "werkt met bo samen")]
    [InlineData("Li", "werkt met Li samen")]
    [InlineData("Jan-Willem", "werkt met Jan Willem samen")]
    [InlineData("Jan-Willem", "werkt met jan samen")]
    [InlineData("Jan-Willem", "werkt met Janwillem samen")]
    [InlineData("Jan", "werkt met Jans broer samen")]
    [InlineData("Yilmaz-de Boer", "werkt met mevrouw de Boer samen")]
    [InlineData("El Amrani", "werkt met amrani samen")]
    [InlineData("'t Hart", "werkt met Hart samen")]
    [InlineData("O’Neill", "werkt met o'neill samen")]
    [InlineData("D'Souza", "werkt met dsouza samen")]
    [InlineData("Wil", "werkt met Wil samen")]
    [InlineData("IJsbrand", "werkt met ĳsbrand samen")]
    [InlineData("Фатима", "werkt met ФАТИМА samen")]
    [InlineData("  van   Dijk ", "werkt met van dijk samen")]
    public void Own_names_are_found_in_every_spelling(string name, string text)
    {
        var finding = Assert.Single(TextGuard.Check(text, [name], []));

        Assert.Equal(TextFindingKind.OwnName, finding.Kind);
    }

    [Theory]
    [InlineData("Bo", "bos, boor en 't bord")]
    [InlineData("Jan", "januari en janken")]
    [InlineData("Kan", "er zijn kansen, een kans")]
    [InlineData("J.", "J. en j")]
    [InlineData("", "niets")]
    [InlineData("  -- ", "niets -- niets")]
    public void Nothing_else_is_an_own_name(string name, string text) => Assert.Empty(TextGuard.Check(text, [name], []));

    [Theory]
    [InlineData("Wil", "Deze persoon wil graag buiten werken.", "wil")]
    [InlineData("Ben", "Ik ben er geweest.", "ben")]
    [InlineData("Mei", "Kan in mei starten.", "mei")]
    public void An_own_name_that_is_a_word_of_every_day_asks_in_lower_case_and_refuses_with_a_capital(string name, string text, string word)
    {
        var finding = Assert.Single(TextGuard.Check(text, [name], []));

        Assert.Equal((TextFindingKind.PossibleName, word), (finding.Kind, finding.Word));
        Assert.Empty(TextGuard.Check(text, [name], [word]));
        Assert.Equal(TextFindingKind.OwnName, Assert.Single(TextGuard.Check($"Met {name} gesproken.", [name], [word])).Kind);
    }

    [Theory]
    [InlineData("Werkt graag met Emma samen.", "Emma")]
    [InlineData("Werkt graag met EMMA samen.", "EMMA")]
    [InlineData("Werkt graag met Zoë samen.", "Zoë")]
    [InlineData("Werkt graag met Zoe\u0308 samen.", "Zoe\u0308")]
    [InlineData("Werkt graag met Zoe samen.", "Zoe")]
    [InlineData("Werkt graag met Ömer samen.", "Ömer")]
    [InlineData("Werkt graag met Emma's zus.", "Emma")]
    [InlineData("De begeleider is mevr. Bakker.", "Bakker")]
    [InlineData("De begeleider is P. Bakker.", "Bakker")]
    [InlineData("Collega's, o.a. Emma, helpen.", "Emma")]
    [InlineData("Contact: Emma", "Emma")]
    [InlineData("Contact met \"Emma\"", "Emma")]
    [InlineData("Sorteert – Emma helpt", "Emma")]
    [InlineData("Om 14.30 Emma bellen", "Emma")]
    [InlineData("Naar de heer de Vries", "de Vries")]
    [InlineData("De Vries belde.", "De Vries")]
    [InlineData("Naar mevrouw van den Berg", "van den Berg")]
    [InlineData("Naar mevrouw Van der Meer", "Van der Meer")]
    [InlineData("Emma Bakker belde.", "Emma Bakker")]
    [InlineData("Met Jan de Vries gebeld", "Jan de Vries")]
    [InlineData("Met Anna-Maria gebeld", "Anna-Maria")]
    [InlineData("De fiets van Emma", "Emma")]
    public void A_known_name_with_a_capital_inside_a_sentence_asks(string text, string name)
    {
        var finding = Assert.Single(Check(text));

        Assert.Equal((TextFindingKind.PossibleName, name), (finding.Kind, finding.Word));
        Assert.False(finding.Refuses);
        Assert.Empty(TextGuard.Check(text, [], [name]));
    }

    [Theory]
    [InlineData("Emma werkt graag buiten.")]
    [InlineData("Werkt graag. Emma helpt. Is dat zo? Emma weet het! Emma ook… Emma.")]
    [InlineData("Eerst sorteren.\nEmma helpt\n- Emma helpt ook\n1) Emma helpt")]
    [InlineData("\"Emma helpt\" stond er.")]
    [InlineData("In het groen, naar het bos, met de post, een koning, een visser.")]
    [InlineData("Werkt graag met emma samen.")]
    [InlineData("Werkt in Dordrecht bij Retourhuis De Kil, op Maandag.")]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Words_at_the_start_of_a_sentence_and_ordinary_words_pass(string text) => Assert.Empty(Check(text));

    [Fact]
    public void Names_that_do_not_belong_together_are_asked_one_by_one()
    {
        var findings = Check("Werkt met Emma, Jan en Fatima.");

        Assert.Equal(["Emma", "Jan", "Fatima"], findings.Select(finding => finding.Word));
        Assert.Equal(["Emma", "Fatima"], TextGuard.Check("Werkt met Emma, Jan en Fatima.", [], ["JAN"]).Select(finding => finding.Word));
    }

    [Fact]
    public void An_accepted_word_never_opens_what_is_refused()
    {
        var text = "Met Samira gebeld op 06-12345678, samira@demo.nl, 999990056.";

        var findings = TextGuard.Check(text, Samira, ["Samira", "06-12345678", "samira@demo.nl", "999990056", "demo"]);

        Assert.Equal(
            [TextFindingKind.OwnName, TextFindingKind.PhoneNumber, TextFindingKind.EmailAddress, TextFindingKind.Bsn],
            findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Findings_point_at_the_text_as_typed()
    {
        var text = "\u00ADÉ Ｅen ½ a\u0301 😀 met Emma, 06\u200B-12345678 en 9999.90.056";

        var findings = Check(text);

        Assert.Equal(["Emma", "06\u200B-12345678", "9999.90.056"], findings.Select(finding => finding.Word));
        Assert.All(findings, finding => Assert.Equal(finding.Word, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("Werkt met Emma samen.", "Werkt met deze persoon samen.")]
    [InlineData("Samira kan goed sorteren.", "Deze persoon kan goed sorteren.")]
    [InlineData("Werkt goed. Samira van den Berg kan meer.", "Werkt goed. Deze persoon kan meer.")]
    [InlineData("Bel 0612345678.", "Bel deze persoon.")]
    [InlineData("Met Zoe\u0308 gebeld", "Met deze persoon gebeld")]
    public void Replacing_puts_this_person_in_the_place_of_the_finding(string text, string expected)
    {
        var finding = Assert.Single(TextGuard.Check(text, Samira, []));

        var replaced = TextGuard.Replace(text, finding);

        Assert.Equal(expected, replaced);
        Assert.Empty(TextGuard.Check(replaced, Samira, []));
    }

    [Theory]
    [InlineData(10, 4, "Anna")]
    [InlineData(-1, 4, "Emma")]
    [InlineData(18, 40, "Emma")]
    [InlineData(int.MaxValue, int.MaxValue, "Emma")]
    [InlineData(10, 0, "")]
    public void A_finding_of_another_text_is_not_replaced(int start, int length, string word)
    {
        var finding = new TextFinding(TextFindingKind.PossibleName, start, length, word);

        Assert.Throws<ArgumentException>(() => TextGuard.Replace("Werkt met Emma samen.", finding));
    }

    private static IReadOnlyList<TextFinding> Check(string text) => TextGuard.Check(text, [], []);
}
