using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data.Conventions;

/// <summary>Storage is UTC; both providers forget the kind.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    toStore => toStore,
    fromStore => DateTime.SpecifyKind(fromStore, DateTimeKind.Utc));
