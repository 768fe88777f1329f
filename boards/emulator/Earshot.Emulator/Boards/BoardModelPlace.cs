namespace Earshot.Emulator.Boards;

/// <summary>Where a model pack lies in flash: the last <see cref="DefaultBytes"/> of the deployment region.</summary>
public sealed class BoardModelPlace
{
    /// <summary>What the firmware reserves unless it is told otherwise.</summary>
    public const long DefaultBytes = 128 * 1024;

    /// <summary>Its first byte.</summary>
    public long Address { get; set; }

    /// <summary>The most that a pack may have.</summary>
    public long Bytes { get; set; } = DefaultBytes;

    /// <summary>
    /// Where the erase unit begins that holds <see cref="Address"/>; the app must end before it, or it is lost with the next model.
    /// </summary>
    public long EraseAddress { get; set; }

    /// <summary>The place in a deployment region whose erase units are not described.</summary>
    internal static BoardModelPlace In(BoardMemory memory)
    {
        var address = memory.DeploymentAddress + memory.DeploymentBytes - DefaultBytes;
        return new BoardModelPlace { Address = address, EraseAddress = address };
    }
}
