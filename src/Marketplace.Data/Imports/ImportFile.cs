namespace Marketplace.Data.Imports;

/// <summary>
/// The rows of a file on its way in, encrypted as a whole; only <see cref="Privacy.IdentityVault"/> reads it. Once the good rows were taken
/// only the bad ones are left in it, and after some days nothing.
/// </summary>
public sealed class ImportFile
{
    public Guid ImportId { get; init; }

    /// <summary>Ciphertext of Data Protection; the keys live outside the database.</summary>
    public byte[] Sealed { get; set; } = [];
}
