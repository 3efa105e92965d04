using Marketplace.Domain.FollowUp;

namespace Marketplace.Data.FollowUp;

/// <summary>Rows of Te doen: each list is one statement.</summary>
public static class InboxRows
{
    public static IQueryable<ReminderRow> Rows(this MarketplaceDbContext db, IQueryable<Reminder> reminders) =>
        from r in reminders
        from placement in db.Placements.Where(p => p.Id == r.PlacementId).DefaultIfEmpty()
        from person in db.People.Where(p => p.Id == (r.PlacementId == null ? r.PersonId : placement!.PersonId))
        from employer in db.Organisations.Where(o => o.Id == placement!.EmployerId).DefaultIfEmpty()
        select new ReminderRow(
            r.Id, r.PlacementId, person.Id, r.Code, r.LegalDate, r.SendOn, r.Recipient, r.IsSnoozed, person.Code, employer!.Name ?? "",
            placement == null ? null : placement.Terms.Start,
            db.Users.Where(u => u.Id == (r.Recipient == Recipient.JobCoach && placement!.CoachId != null ? placement!.CoachId : placement!.ConsultantId)
                || (r.PlacementId == null && u.Id == person.ConsultantId)).Select(u => u.DisplayName).FirstOrDefault() ?? "");

    public static IQueryable<StepRow> Rows(this MarketplaceDbContext db, IQueryable<OpenStep> steps) =>
        from s in steps
        from proposal in db.Proposals.Where(p => p.Id == s.ProposalId).DefaultIfEmpty()
        from placement in db.Placements.Where(p => p.Id == s.PlacementId).DefaultIfEmpty()
        from task in db.WorkTasks.Where(t => t.Id == s.TaskId).DefaultIfEmpty()
        from job in db.Jobs.Where(j => j.Id == (s.JobId ?? proposal!.JobId)).DefaultIfEmpty()
        from employer in db.Organisations
            .Where(o => o.Id == (s.JobId != null || s.ProposalId != null ? job!.OrganisationId : s.TaskId != null ? task!.OrganisationId : placement!.EmployerId)).DefaultIfEmpty()
        from person in db.People.Where(p => p.Id == (s.PersonId ?? proposal!.PersonId)).DefaultIfEmpty()
        select new StepRow(
            s.Id, s.Kind, s.Recipient, s.About, s.SendOn, s.DueOn, s.JobId ?? proposal!.JobId, s.TaskId, s.ProposalId, person!.Id, s.PlacementId,
            person!.Code ?? "",
            db.EmployerCodes.Where(c => c.PersonId == person!.Id && c.OrganisationId == employer!.Id).Select(c => c.Code).FirstOrDefault() ?? "",
            job!.Title ?? "", task!.Name ?? "", employer!.Name ?? "", employer!.ContactName ?? "", employer!.Phone ?? "",
            db.Users.Where(u => u.Id == s.UserId).Select(u => u.DisplayName).FirstOrDefault() ?? "");
}
