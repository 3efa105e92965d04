using Marketplace.Domain.Shared;

namespace Marketplace.Data.Mail;

/// <summary>A mail that must go out once: at most one digest for a user a day, and links that were asked for. No name, code or organisation of a person in it.</summary>
public sealed class Message
{
    /// <summary>Also the Message-ID, so that a mail that is sent again is the same mail.</summary>
    public Guid Id { get; init; } = NewId.Next();

    /// <summary>Who gets the digest, or who asked for the link.</summary>
    public Guid UserId { get; init; }

    /// <summary>The day of the mail.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The one thing that the mail is about; empty for the digest of a day.</summary>
    public string About { get; init; } = "";
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>Until when one sender holds the row; an older claim may be taken over.</summary>
    public DateTime? ClaimedUntil { get; set; }

    /// <summary>Set only after the file is in its place or the server has answered.</summary>
    public DateTime? SentAt { get; set; }
    public string Error { get; set; } = "";
}
