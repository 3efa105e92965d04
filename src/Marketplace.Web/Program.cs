using Marketplace.Web.Commands;
using Marketplace.Web.Hosting;

return args.FirstOrDefault() switch
{
    "match" => MatchCommand.Run(args[1..], Console.Error),
    "reminders" => RemindersCommand.Run(args[1..], Console.Error),
    "regulations" => RegulationsCommand.Run(args[1..], Console.Error),
    "migrate" => await Site.MigrateAsync(args[1..]),
    "seed" => await Site.SeedAsync(args[1..]),
    "import" => await Site.ImportAsync(args[1..]),
    "worker" => await Site.WorkAsync(args[1..]),
    _ => await Site.ServeAsync(args),
};

/// <summary>The entry point, public so that tests can start the real host.</summary>
public sealed partial class Program;
