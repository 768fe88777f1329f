using Earshot.Emulator.Boards;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator;

/// <summary>What goes into an emulated board.</summary>
public sealed class EmulatedBoardSettings
{
    /// <summary>The kind of board.</summary>
    public required BoardDescription Board { get; init; }

    /// <summary>The app.</summary>
    public required DeviceApplication Application { get; init; }

    /// <summary>What the microphone hears.</summary>
    public required ISoundSource Sound { get; init; }

    /// <summary>What the calendar clock shows at power-on.</summary>
    public DateTime PowerOn { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Adds parts and wires partners before the app starts.</summary>
    public Action<EmulatedBoard>? Wire { get; init; }
}
