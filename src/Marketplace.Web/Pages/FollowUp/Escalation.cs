using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>What goes to a colleague and to the manager when it stays overdue (<c>reminder.escalation</c>).</summary>
internal static class Escalation
{
    public static IQueryable<Reminder> OverdueOfOthers(this MarketplaceDbContext db, Acting acting, RegulationBook book) =>
        db.OverdueOfOthers(acting.Actor, acting.Today.AddDays(-Colleague(acting, book)), acting.Today.AddDays(-Manager(acting, book)));

    public static IQueryable<OpenStep> OverdueStepsOfOthers(this MarketplaceDbContext db, Acting acting, RegulationBook book) =>
        db.OverdueStepsOfOthers(acting.Actor, acting.Today.AddDays(-Colleague(acting, book)), acting.Today.AddDays(-Manager(acting, book)));

    private static int Colleague(Acting acting, RegulationBook book) => book.Whole(Terms.ColleagueAfterDays, acting.Today);

    private static int Manager(Acting acting, RegulationBook book) => book.Whole(Terms.ManagerAfterDays, acting.Today);
}
