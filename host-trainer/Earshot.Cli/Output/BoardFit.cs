using Earshot.Emulator.Boards;
using Earshot.Reports.Boards;

namespace Earshot.Cli.Output;

/// <summary>Whether a model fits a board.</summary>
/// <param name="Board">The board.</param>
/// <param name="Cost">What the model costs there.</param>
internal sealed record BoardFit(BoardDescription Board, BoardCost Cost)
{
    /// <summary>Bytes of flash that are left, or negative, that are missing.</summary>
    public long FlashLeft => Cost.FlashBytes!.Value - Cost.PackBytes;

    /// <summary>Bytes of RAM that are left at most, or negative, that are missing.</summary>
    public long RamLeft => Cost.RamBytes!.Value - Cost.ArenaBytes;

    /// <summary>Whether it fits.</summary>
    public bool Fits => Cost.Fits;

    /// <summary>What does not fit, and by how much.</summary>
    public IEnumerable<string> Obstacles
    {
        get
        {
            if (FlashLeft < 0)
            {
                yield return FormattableString.Invariant($"pack {-FlashLeft:N0} bytes too large");
            }

            if (RamLeft < 0)
            {
                yield return FormattableString.Invariant($"arena {-RamLeft:N0} bytes too large");
            }

            if (Cost.CpuShare > 1)
            {
                yield return FormattableString.Invariant($"{Cost.CpuShare:0.0} times too slow");
            }
        }
    }
}
