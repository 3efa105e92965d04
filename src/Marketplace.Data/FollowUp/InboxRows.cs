using Marketplace.Domain.FollowUp;

namespace Marketplace.Data.FollowUp;

/// <summary>Rows of Te doen: each list is one statement.</summary>
public static class InboxRows
{
    public static IQueryable<ReminderRow> Rows(this MarketplaceDbContext db, IQueryable<Reminder> reminders) =>
        from r in reminders
        join p in db.Placements on r.PlacementId equals (Guid?)p.Id into placements
        from placement in placements.DefaultIfEmpty()
        join person in db.People on r.PersonId ?? placement!.PersonId equals person.Id
        join o in db.Organisations on placement!.EmployerId equals o.Id into employers
        from employer in employers.DefaultIfEmpty()
        join u in db.Users on r.Recipient == Recipient.JobCoach ? placement!.CoachId ?? placement!.ConsultantId : r.PlacementId == null ? person.ConsultantId : placement!.ConsultantId equals u.Id into users
        from owner in users.DefaultIfEmpty()
        select new ReminderRow(
            r.Id, r.PlacementId, person.Id, r.Code, r.LegalDate, r.SendOn, r.Recipient, r.IsSnoozed, person.Code, employer!.Name ?? "",
            placement == null ? null : placement.Terms.Start, owner!.DisplayName ?? "");

    public static IQueryable<StepRow> Rows(this MarketplaceDbContext db, IQueryable<OpenStep> steps) =>
        from s in steps
        join p in db.Proposals on s.ProposalId equals (Guid?)p.Id into proposals
        from proposal in proposals.DefaultIfEmpty()
        join p in db.Placements on s.PlacementId equals (Guid?)p.Id into placements
        from placement in placements.DefaultIfEmpty()
        join t in db.WorkTasks on s.TaskId equals (Guid?)t.Id into tasks
        from task in tasks.DefaultIfEmpty()
        join j in db.Jobs on s.JobId ?? proposal!.JobId equals j.Id into jobs
        from job in jobs.DefaultIfEmpty()
        join o in db.Organisations on placement != null ? placement.EmployerId : task != null ? task.OrganisationId : job!.OrganisationId equals o.Id into employers
        from employer in employers.DefaultIfEmpty()
        join x in db.People on s.PersonId ?? proposal!.PersonId equals x.Id into people
        from person in people.DefaultIfEmpty()
        join u in db.Users on s.UserId equals (Guid?)u.Id into users
        from owner in users.DefaultIfEmpty()
        select new StepRow(
            s.Id, s.Kind, s.Recipient, s.About, s.SendOn, s.DueOn, job!.Id, s.TaskId, s.ProposalId, person!.Id, s.PlacementId, person!.Code ?? "",
            db.EmployerCodes.Where(c => c.PersonId == person!.Id && c.OrganisationId == employer!.Id).Select(c => c.Code).FirstOrDefault() ?? "",
            job!.Title ?? "", task!.Name ?? "", employer!.Name ?? "", employer!.ContactName ?? "", employer!.Phone ?? "", owner!.DisplayName ?? "");
}
