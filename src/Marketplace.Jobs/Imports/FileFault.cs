namespace Marketplace.Jobs.Imports;

/// <summary>Why a whole file cannot be read. The Dutch sentences stand in the web project, one per value.</summary>
public enum FileFault
{
    Empty,
    TooLarge,

    /// <summary>A picture, a document or something else that is no text.</summary>
    NotText,

    /// <summary>A file of Excel or LibreOffice itself.</summary>
    Spreadsheet,

    /// <summary>The first row names no column that we know.</summary>
    NoHeader,

    /// <summary>A column that is needed is not there.</summary>
    ColumnMissing,

    /// <summary>A column stands there twice.</summary>
    ColumnTwice,
    NoRows,
    TooManyRows,
}
