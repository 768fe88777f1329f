using System.Text;

namespace Earshot.Cli.Output;

/// <summary>
/// Lets a console of Windows show every sign that the tool prints, for as long as the tool runs: by default it takes those of one
/// code page only. What is redirected stays in the shell's encoding, because the shell decodes it.
/// </summary>
internal sealed class ConsoleEncoding : IDisposable
{
    private readonly Encoding? _before;

    public ConsoleEncoding()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            _before = Console.OutputEncoding;
            // Without a byte-order mark, which a console would show.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }

    /// <summary>The shell's encoding again: it is the console's, not the program's.</summary>
    public void Dispose()
    {
        if (_before is not null)
        {
            Console.OutputEncoding = _before;
        }
    }
}
