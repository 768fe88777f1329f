using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows long work: a live bar on a terminal, a line now and then when the output is redirected.</summary>
internal static class ProgressOutput
{
    /// <summary>Runs <paramref name="work"/> under <paramref name="title"/> and returns its result.</summary>
    public static T Run<T>(string title, Func<ITaskProgress, T> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return work(new PlainProgress(title));
        }

        return AnsiConsole.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                var result = work(new LiveProgress(title, task));
                task.Value = 1;
                return result;
            });
    }

    private sealed class LiveProgress(string title, ProgressTask task) : ITaskProgress
    {
        public void Report(double fraction, string status)
        {
            task.Value = fraction;
            task.Description = Markup.Escape($"{title}: {status}");
        }
    }

    /// <summary>Writes at most eleven lines, one for each tenth of the work.</summary>
    private sealed class PlainProgress(string title) : ITaskProgress
    {
        private int _lastTenth = -1;

        public void Report(double fraction, string status)
        {
            var tenth = (int)(fraction * 10);
            if (tenth > _lastTenth)
            {
                _lastTenth = tenth;
                Console.WriteLine($"{title}: {tenth * 10} %, {status}");
            }
        }
    }
}
