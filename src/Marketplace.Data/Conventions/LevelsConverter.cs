using Marketplace.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data.Conventions;

internal sealed class LevelsConverter() : ValueConverter<Levels, string>(levels => levels.ToString(), text => Levels.Parse(text));
