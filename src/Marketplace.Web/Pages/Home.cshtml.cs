using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages;

/// <summary>The home page of a role: its own page, or what comes for a role that has none yet.</summary>
public sealed class HomeModel(Acting acting) : PageModel
{
    public string Name => acting.Actor.Name;

    public string RoleWord => RoleWords.Of(acting.Actor.Role!.Value);

    public string Organisation => acting.Actor.OrganisationName;

    public string WhatComes => acting.Actor.Role switch
    {
        Role.CooperativeManager => "Hier komen uw leden, de gedeelde banen en de rekening per lid.",
        Role.SocialEnterprisePlanner => "Hier komen uw detacheringen, de plekken per week en de volgende stappen.",
        Role.Partner => "Hier komen uw eigen mensen en uw signaal ‘deze persoon kan meer’.",
        _ => "Hier komen de cijfers van uw regio.",
    };

    public IActionResult OnGet() => HomePages.Of(acting.Actor.Role!.Value) is var home && home != HomePages.Default ? LocalRedirect(home) : Page();
}
