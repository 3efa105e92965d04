using System.Text.Encodings.Web;
using System.Text.Unicode;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Jobs.Narrowing;
using Marketplace.Jobs.Search;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Marketplace.Web.Hosting;

/// <summary>Pages, sign-in, headers.</summary>
internal static class WebSetup
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddMarketplaceWeb(this WebApplicationBuilder builder)
    {
        builder.AddMarketplaceCore(runJobs: builder.Configuration.GetValue("Jobs:Run", true));
        builder.AddTransport();
        RequestLimits.AddTo(builder);
        var services = builder.Services;
        services.AddIndexFollower(builder.Configuration);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();

        // Only here: signing in needs cookies, and a worker or a command has none.
        new IdentityBuilder(typeof(User), services).AddSignInManager();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/inloggen";
            options.LogoutPath = "/uitloggen";
            options.AccessDeniedPath = "/fout/403";
            options.ReturnUrlParameter = "terug";
            options.ExpireTimeSpan = Session.Idle;
            options.SlidingExpiration = true;

            // ActorMiddleware asks the database at every request whether the session still holds; the half-hourly look of Identity would lose it.
            options.Events.OnValidatePrincipal = _ => Task.CompletedTask;

            // A page that is not for this role is answered as 403 in place, not by a redirect.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<CookieNames>((options, names) => options.Cookie.Name = names.SignedIn);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).Configure<CookieNames>((options, names) => options.Cookie.Name = names.Code);
        services.AddOptions<AntiforgeryOptions>().Configure<CookieNames>((options, names) => options.Cookie.Name = names.Form);
        services.AddOptions<CookieTempDataProviderOptions>().Configure<CookieNames>((options, names) => options.Cookie.Name = names.Message);
        services.AddAuthorization(AccessTable.AddPolicies);
        services.AddSingleton<ScanKey>();
        services.AddSingleton<IAuthorizationHandler, RoleOrScanKey.Handler>();
        services.AddSingleton<SecondStepDemand>();
        services.AddScoped<ActorMiddleware>();
        services.AddScoped<Acting>();
        services.AddScoped<Tries>();
        services.AddScoped<Entrance>();
        services.AddScoped<SecondStep>();
        services.AddScoped<AccountMail>();
        services.AddScoped<TextCheck>();
        services.AddScoped<Conflict>();
        services.AddScoped<Pages.Scans.ScanMail>();
        services.AddTextSearch();
        services.AddHealth(builder.Configuration);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services
            .AddRazorPages(options =>
            {
                AccessTable.Apply(options.Conventions, builder.Environment);
                options.Conventions.Add(new FormsByName());

                // FormFilter checks the token itself, so that an expired form keeps what was typed.
                options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<FormFilter>();
                options.Filters.Add<ShellFilter>();
                ModelBindingMessages.Apply(options);
            });
    }

    public static void UseMarketplaceWeb(this WebApplication app)
    {
        app.UseTransport();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/fout/500",
            StatusCodeSelector = fault => DatabaseTroubles.Of(fault) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
        });
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

            // A page would answer any method as if it were asked for.
            var method = context.Request.Method;
            if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
                await next();
            else
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        });
        app.UseRequestLocalization(options => options.SetDefaultCulture("nl-NL").AddSupportedCultures("nl-NL").AddSupportedUICultures("nl-NL"));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapRazorPages().WithStaticAssets();
        app.MapHangfireDashboard();
        app.MapHealth();
    }
}
