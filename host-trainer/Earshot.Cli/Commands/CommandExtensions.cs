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
            var configuration = parseResult.InvocationConfiguration;
            var output = configuration.Output;
            using var usage = new StringWriter();
            configuration.Output = usage;
            var result = help.Invoke(parseResult);
            configuration.Output = output;
            // The assembly cannot have the tool's name: on Windows and macOS its file would be the device library's, Earshot.dll.
            output.Write(usage.ToString().Replace($"  {RootCommand.ExecutableName} ", "  earshot ", StringComparison.Ordinal));
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
