namespace Earshot.Emulator.Boards.Checks;

/// <summary>Checks how sound is sampled.</summary>
internal static class CaptureCheck
{
    /// <summary>Checks it.</summary>
    /// <exception cref="InputException">A field is impossible.</exception>
    public static void Run(BoardCapture capture, BoardRules rules)
    {
        if (capture.Dfsdm is { } dfsdm)
        {
            rules.Range("capture.dfsdm.filter", dfsdm.Filter, 0, 7);
            rules.Range("capture.dfsdm.channel", dfsdm.Channel, 0, 7);
            rules.Pin("capture.dfsdm.clock_pin", dfsdm.ClockPin);
            rules.Pin("capture.dfsdm.data_pin", dfsdm.DataPin);
            rules.Range("capture.dfsdm.clock_hertz", dfsdm.ClockHertz, 100e3, 20e6);
            rules.Range("capture.dfsdm.oversampling", dfsdm.Oversampling, 16, 1024);
            rules.Require(capture.Adc == 0, "capture.adc", $"is {capture.Adc}", "Remove it: the board's digital microphone is used.");
        }
        else
        {
            rules.Range("capture.adc", capture.Adc, 1, 5);
            rules.Range("capture.channel", capture.Channel, 0, 31);
            rules.Pin("capture.pin", capture.Pin);
            rules.Text("capture.timer", capture.Timer);
        }

        rules.Text("capture.dma", capture.Dma);
        rules.Range("capture.block_samples", capture.BlockSamples, 16, 4096);
        rules.Range("capture.ring_samples", capture.RingSamples, 2 * capture.BlockSamples, 65536);
    }
}
