using Marketplace.Domain.Work;

namespace Marketplace.Web.Texts;

/// <summary>Why a word in a published text is marked, in one or two sentences.</summary>
public static class MarkWords
{
    public static string Why(WordGround ground) => ground switch
    {
        WordGround.Age => "Dat gaat over leeftijd. Werk is voor elke leeftijd.",
        WordGround.Sex => "Dat gaat over man of vrouw zijn. Werk is voor iedereen.",
        WordGround.Origin => "Dat gaat over afkomst of moedertaal. Daarmee sluit u mensen uit.",
        WordGround.Belief => "Dat gaat over geloof of overtuiging. Daar mag u niet op kiezen.",
        WordGround.Family => "Dat gaat over het gezin of privéleven. Daar mag u niet naar vragen.",
        WordGround.Looks => "Dat gaat over hoe iemand eruitziet. Daarmee sluit u mensen uit.",
        _ => "Dat gaat over gezondheid. Daar mag u niet naar vragen.",
    };
}
