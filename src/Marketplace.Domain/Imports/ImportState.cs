namespace Marketplace.Domain.Imports;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>The file is there; its rows are being read.</summary>
    Checking,

    /// <summary>Every row was read; somebody looks and decides.</summary>
    Checked,

    /// <summary>The good rows are being taken.</summary>
    Taking,

    /// <summary>Every good row was taken.</summary>
    Taken,

    /// <summary>What was taken is being taken back.</summary>
    Undoing,

    /// <summary>It was taken back.</summary>
    Undone,

    /// <summary>Nobody took it: thrown away by hand or after some days.</summary>
    Dropped,
}
