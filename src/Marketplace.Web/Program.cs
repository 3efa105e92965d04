using Marketplace.Web.Hosting;

return args.FirstOrDefault() switch
{
    "migrate" => await Site.MigrateAsync(args[1..]),
    "seed" => await Site.SeedAsync(args[1..]),
    "worker" => await Site.WorkAsync(args[1..]),
    _ => await Site.ServeAsync(args),
};

/// <summary>The entry point, public so that tests can start the real host.</summary>
public sealed partial class Program;
