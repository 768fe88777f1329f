using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Earshot.Cli.Commands;

/// <summary>What every command shares: <c>--json</c> and examples under its help.</summary>
internal static class CommandExtensions
{
    /// <summary>The option that every command with a result takes.</summary>
    public static Option<FileInfo?> JsonOption() => new("--json") { Description = "Also write the result to this JSON file.", HelpName = "FILE" };

    /// <summary>Shows <paramref name="examples"/> below the generated help.</summary>
    public static void UseExamples(this Command command, params string[] examples)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!, examples);
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help, string[] examples) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }

            output.WriteLine();
            return result;
        }
    }
}
