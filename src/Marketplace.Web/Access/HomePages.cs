using Marketplace.Domain.Organisations;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Access;

/// <summary>Where each role begins, and the items of its band.</summary>
public static class HomePages
{
    /// <summary>For a role that has no page of its own yet.</summary>
    public const string Default = "/start";

    private static readonly ShellLink Inbox = new("Te doen", "/te-doen");
    private static readonly ShellLink Jobs = new("Functies", "/functies");
    private static readonly ShellLink Scan = new("Scan", "/scan");
    private static readonly ShellLink People = new("Kandidaten", "/kandidaten");
    private static readonly ShellLink Proposals = new("Voorstellen", "/voorstellen");
    private static readonly ShellLink Placements = new("Plaatsingen", "/plaatsingen");

    public static string Of(Role role) => role switch
    {
        Role.Employer => "/werk",
        Role.EmployerAdviser or Role.Consultant or Role.JobCoach => "/te-doen",
        Role.Administrator => "/beheer",
        _ => Default,
    };

    public static IReadOnlyList<ShellLink> LinksOf(Role role) => role switch
    {
        Role.Employer => [Inbox, new("Mijn werk", "/werk"), new("Taken", "/werk/taken"), Scan, Proposals, Placements],
        Role.EmployerAdviser => [Inbox, Jobs, Scan, Proposals, new("Uitnodigen", "/uitnodigen")],
        Role.Consultant => [Inbox, People, Jobs, Proposals, Placements],
        Role.JobCoach => [Inbox, Jobs, People, Proposals, Placements],
        Role.Administrator => [new("Beheer", "/beheer"), new("Organisaties", "/beheer/organisaties"), new("Gebruikers", "/beheer/gebruikers"), new("Regelingen en bedragen", "/beheer/regelingen")],
        _ => [new("Start", Default)],
    };
}
