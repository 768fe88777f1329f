using Earshot.Emulator.Boards;

namespace Earshot.Emulator.Power;

/// <summary>
/// What taking sound draws besides the core: the converter or filter with its DMA (<c>capture</c>), and the microphone, each where
/// the board's description states it.
/// </summary>
internal sealed class CaptureEnergy(EnergyMeter meter, BoardDescription board)
{
    private static readonly string[] Names = ["capture", "microphone"];

    private readonly List<EnergyComponent> _listening = [];

    /// <summary>Sound is taken from now on.</summary>
    public void Listen()
    {
        foreach (var name in Names)
        {
            if (board.Currents.TryGetValue(name, out var current))
            {
                var component = meter.Component(name);
                component.Draw("listening", current.Ampere);
                _listening.Add(component);
            }
        }
    }

    /// <summary>Their clock stands still from now on.</summary>
    public void Rest()
    {
        foreach (var component in _listening)
        {
            component.Draw("off", 0);
        }

        _listening.Clear();
    }
}
