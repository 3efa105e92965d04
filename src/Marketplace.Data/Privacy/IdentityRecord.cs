namespace Marketplace.Data.Privacy;

/// <summary>Identity of one person, encrypted as a whole. Only <see cref="IdentityVault"/> reads it.</summary>
public sealed class IdentityRecord
{
    public Guid PersonId { get; init; }

    /// <summary>Ciphertext of Data Protection; the keys live outside the database.</summary>
    public required string Sealed { get; set; }
}
