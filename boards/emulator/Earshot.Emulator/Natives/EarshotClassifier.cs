using System.Text;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of Earshot.Interop.NativeClassifier, over the C module.</summary>
[NativeHalfOf("Earshot.Interop.NativeClassifier")]
public static class EarshotClassifier
{
    /// <summary>Opens a model.</summary>
    public static int Open(int source)
    {
        var board = EmulatedBoard.Current;
        if (source is not (0 or 1))
        {
            return FirmwareStatus.Argument;
        }

        try
        {
            if (!board.Get<Firmware>().TryOpen(source))
            {
                return FirmwareStatus.NoModel;
            }
        }
        catch (ModelRejectedException rejected)
        {
            board.Trace.Write("firmware", $"model rejected: {rejected.Message}");
            return rejected.Status;
        }

        var model = board.Get<Firmware>().Engine!.Model;
        if (model.HopSamples > board.Description.Capture.RingSamples)
        {
            board.Get<Firmware>().Close();
            board.Trace.Write("firmware", $"model rejected: a hop has {model.HopSamples} samples, the ring {board.Description.Capture.RingSamples}");
            return FirmwareStatus.Ring;
        }

        board.Trace.Write("firmware", $"model {model.Name} open, {model.Classes.Count} classes, arena {model.ArenaBytes} bytes");
        return 0;
    }

    /// <summary>Lets go of the model.</summary>
    public static int Close()
    {
        EmulatedBoard.Current.Get<Firmware>().Close();
        return 0;
    }

    /// <summary>Tells models apart.</summary>
    public static int Fingerprint(int source) =>
        source is 0 or 1 ? EmulatedBoard.Current.Get<Firmware>().FingerprintOf(source) : 0;

    /// <summary>Reads the model's settings.</summary>
    public static int ReadModel(int[] fields) => With((_, engine) =>
    {
        ArgumentNullException.ThrowIfNull(fields);
        var model = engine.Model;
        int[] values =
        [
            model.SampleRate, model.HopSamples, model.Classes.Count, model.WindowHops,
            model.DecisionHops, model.SmoothingMilliseconds, model.QuietLevel, model.FrameSamples,
        ];
        return Copy(values, fields);
    });

    /// <summary>Reads a class's settings.</summary>
    public static int ReadClass(int index, int[] fields) => WithClass(index, description =>
    {
        ArgumentNullException.ThrowIfNull(fields);
        var kind = description.IsBackground ? 1 : 0;
        return Copy([kind, description.OnThreshold, description.OffThreshold, description.MinimumMilliseconds], fields);
    });

    /// <summary>Reads a class's label.</summary>
    public static int ReadLabel(int index, byte[] utf8) => WithClass(index, description => CopyText(description.Label, utf8));

    /// <summary>Reads the model's name.</summary>
    public static int ReadName(byte[] utf8) => With((_, engine) => CopyText(engine.Model.Name, utf8));

    /// <summary>Works on one hop.</summary>
    public static int ProcessHop() => With(static (board, engine) =>
    {
        var model = engine.Model;
        if (board.Microphone.Available < model.HopSamples)
        {
            return FirmwareStatus.NoSound;
        }

        Span<short> hop = stackalloc short[model.HopSamples];
        board.Microphone.Take(hop);
        var decisions = engine.Push(hop);
        var firmware = board.Get<Firmware>();
        var network = decisions * model.MultiplyAccumulates * firmware.Cost.ClocksPerMultiplyAccumulate;
        firmware.Charge(board, firmware.Cost.ClocksPerHop + network);
        if (decisions > 0 && firmware.IsObserved)
        {
            var scores = new byte[model.Classes.Count];
            Read(engine, scores);
            firmware.Announce(scores);
        }

        return decisions;
    });

    /// <summary>Reads the latest scores.</summary>
    public static int ReadScores(byte[] scores) => With((_, engine) =>
    {
        ArgumentNullException.ThrowIfNull(scores);
        return scores.Length < engine.Model.Classes.Count ? FirmwareStatus.Argument : Read(engine, scores);
    });

    /// <summary>Reads the latest level.</summary>
    public static int ReadLevel()
    {
        var board = EmulatedBoard.Current;
        var firmware = board.Get<Firmware>();
        firmware.ChargeCall(board);
        return firmware.Engine?.Level ?? short.MinValue;
    }

    /// <summary>Forgets all sound.</summary>
    public static int Reset() => With(static (_, engine) =>
    {
        engine.Reset();
        return 0;
    });

    private static int With(Func<EmulatedBoard, IInferenceEngine, int> action)
    {
        var board = EmulatedBoard.Current;
        var firmware = board.Get<Firmware>();
        firmware.ChargeCall(board);
        return firmware.Engine is { } engine ? action(board, engine) : FirmwareStatus.NotOpen;
    }

    private static int WithClass(int index, Func<ModelClassFacts, int> action) => With((_, engine) =>
        index >= 0 && index < engine.Model.Classes.Count ? action(engine.Model.Classes[index]) : FirmwareStatus.Argument);

    private static int Copy(int[] values, int[] fields)
    {
        if (fields.Length < values.Length)
        {
            return FirmwareStatus.Argument;
        }

        values.CopyTo(fields, 0);
        return 0;
    }

    private static int CopyText(string text, byte[] utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, utf8.Length)).CopyTo(utf8);
        return bytes.Length;
    }

    private static int Read(IInferenceEngine engine, byte[] scores)
    {
        Span<sbyte> raw = stackalloc sbyte[engine.Model.Classes.Count];
        if (!engine.TryReadScores(raw))
        {
            return FirmwareStatus.NotOpen;
        }

        for (var index = 0; index < raw.Length; index++)
        {
            scores[index] = (byte)(raw[index] + 128);
        }

        return 0;
    }
}
