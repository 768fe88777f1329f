namespace Earshot.Emulator.Boards.Checks;

/// <summary>Checks how sound is sampled.</summary>
internal static class CaptureCheck
{
    // What Earshot's front ends take; a rate that is nearly right would shift every band.
    private const int SampleRate = 16000;

    /// <summary>Checks it.</summary>
    /// <exception cref="InputException">A field is impossible.</exception>
    public static void Run(BoardCapture capture, string mcu, BoardRules rules)
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
            RequireLink(capture, mcu, rules);
            rules.Text("capture.timer", capture.Timer);
            rules.Range("capture.trigger", capture.Trigger, 0, 15);
            rules.Require(capture.Decimation is 1 or 2 or 4, "capture.decimation", $"is {capture.Decimation}", "Give 1, 2 or 4.");
            rules.Range("capture.timer_hertz", capture.TimerHertz, SampleRate, 1e9);
            rules.Require(
                capture.TimerHertz % (SampleRate * capture.Decimation) == 0,
                "capture.timer_hertz",
                FormattableString.Invariant($"is {capture.TimerHertz}, which does not divide into {SampleRate} x {capture.Decimation} samples a second"),
                "Give another capture.decimation, or correct it by the target's mcuconf.h.");
        }

        rules.Text("capture.dma", capture.Dma);
        rules.Range("capture.block_samples", capture.BlockSamples, 16, 4096);
        rules.Range("capture.ring_samples", capture.RingSamples, 2 * capture.BlockSamples, 65536);
    }

    // A firmware that sets up another pin than its converter reads hears nothing.
    private static void RequireLink(BoardCapture capture, string mcu, BoardRules rules)
    {
        if (ConverterPins.CountOf(mcu) is { } converters)
        {
            rules.Require(capture.Adc <= converters, "capture.adc", FormattableString.Invariant($"is {capture.Adc}"), FormattableString.Invariant($"{mcu} has {converters}."));
            var pin = ConverterPins.Find(mcu, capture.Adc, capture.Channel);
            rules.Require(
                pin == capture.Pin,
                "capture.pin",
                FormattableString.Invariant($"is {capture.Pin}, and channel {capture.Channel} of converter {capture.Adc} is {(pin is null ? "at no pin" : $"at {pin}")}"),
                "Correct pin or channel by the chip's datasheet.");
        }
    }
}
