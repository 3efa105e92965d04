using Marketplace.Web.Commands;
using Marketplace.Web.Hosting;

return args.FirstOrDefault() switch
{
    "match" => MatchCommand.Run(args[1..], Console.Error),
    "reminders" => RemindersCommand.Run(args[1..], Console.Error),
    "regulations" => RegulationsCommand.Run(args[1..], Console.Error),
    "migrate" => await Site.MigrateAsync(args[1..]),
    "seed" => await Site.SeedAsync(args[1..]),
    "backup" => await Safekeeping.BackupAsync(args[1..], Site.Settings(args[1..]), TimeProvider.System, Console.Out, Console.Error),
    "verify" => await Safekeeping.VerifyAsync(args[1..], Site.Settings(args[1..]), Console.Out, Console.Error),
    "restore" => await Safekeeping.RestoreAsync(args[1..], Site.Settings(args[1..]), Console.Out, Console.Error),
    "import" => await Site.ImportAsync(args[1..]),
    "worker" => await Site.WorkAsync(args[1..]),
    _ => await Site.ServeAsync(args),
};

/// <summary>The entry point, public so that tests can start the real host.</summary>
public sealed partial class Program;
