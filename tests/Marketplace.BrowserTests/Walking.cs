using System.Globalization;
using Microsoft.Playwright;

namespace Marketplace.BrowserTests;

/// <summary>Steps that a person takes on a page. Every step works with and without script.</summary>
internal static class Walking
{
    public static async Task SignInAsync(this IPage page, string account)
    {
        await page.GotoAsync("/inloggen");
        var listed = page.Locator($"button[name=email][value='{account}@demo.example']");
        if (await listed.CountAsync() > 0)
        {
            await listed.ClickAsync();
        }
        else
        {
            // Only five accounts stand on the page; the others of the demo region enter by the same form.
            await page.EvaluateAsync(
                "email => { const button = document.querySelector('button[name=email]'); button.value = email; button.click(); }",
                $"{account}@demo.example");
        }

        await page.Locator("form[action='/uitloggen']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>The words of the page, with ordinary spaces: a telephone number is kept on one line by hard ones.</summary>
    public static async Task<string> WordsAsync(this IPage page) => (await page.InnerTextAsync("main")).Replace('\u00a0', ' ');

    public static Task FillInAsync(this IPage page, string name, string value) => page.Locator($"main [name='{name}']:visible").First.FillAsync(value);

    /// <summary>Chooses an answer: a radio button or a box with this value.</summary>
    public static Task ChooseAsync(this IPage page, string name, string value) =>
        page.Locator($"main input[name='{name}'][value='{value}']").First.CheckAsync(new LocatorCheckOptions { Force = true });

    public static async Task FillInDateAsync(this IPage page, string name, DateOnly day)
    {
        await page.FillInAsync($"{name}.Dag", day.Day.ToString(CultureInfo.InvariantCulture));
        await page.FillInAsync($"{name}.Maand", day.Month.ToString(CultureInfo.InvariantCulture));
        await page.FillInAsync($"{name}.Jaar", day.Year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Presses a button and waits for the page that follows.</summary>
    public static Task ClickOnAsync(this IPage page, string button, string within = "main") =>
        page.Locator(within).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button }).First.GoAsync();

    public static Task FollowAsync(this IPage page, string link, string within = "main") =>
        page.Locator(within).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = link }).First.GoAsync();

    /// <summary>Presses, and waits for the answer of the program: a whole page (after redirects too) or a part of it that htmx swaps in.</summary>
    public static async Task GoAsync(this ILocator pressed)
    {
        var page = pressed.Page;
        try
        {
            var answer = await page.RunAndWaitForResponseAsync(
                () => pressed.ClickAsync(),
                response => response.Status is < 300 or >= 400 && response.Request.ResourceType is "document" or "xhr" or "fetch");
            await answer.FinishedAsync();
            await page.WaitForLoadStateAsync();
            if (answer.Request.ResourceType != "document")
                await page.Locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{timeout.Message}\n{page.Url} says:\n{await page.WordsAsync()}", timeout);
        }
    }

    /// <summary>
    /// How many questions of the page have no answer set beforehand, as the first look shows them: a group of choices counts once,
    /// the three boxes of a date count once, what is folded away does not count because it is filled in.
    /// </summary>
    public static Task<int> CountOpenQuestionsAsync(this IPage page) => page.EvaluateAsync<int>(
        """
        () => {
          const seen = new Map();
          for (const e of document.querySelectorAll('main form[method=post] :is(input, select, textarea)')) {
            if (e.type === 'hidden' || !e.name || e.closest('details:not([open])') || e.offsetParent === null) continue;
            const question = e.name.replace(/\.(Dag|Maand|Jaar)$/, '');
            const answered = ['radio', 'checkbox'].includes(e.type) ? e.checked : e.value !== '';
            seen.set(question, (seen.get(question) ?? false) || answered);
          }
          return [...seen.values()].filter(answered => !answered).length;
        }
        """);
}
