using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator;

/// <summary>An emulated Earshot node with a receiver on its radio: sound in, labels out.</summary>
public sealed class NodeEmulation : IDisposable
{
    private static readonly Lazy<DeviceApplication> OwnApplication =
        new(() => DeviceApplication.Load(NodeApplication.Path, NativeMethodTable.Earshot));

    private readonly EmulatedBoard _board;
    private readonly Firmware _firmware;
    private readonly SerialReceiver _receiver;
    private readonly Action<EmulatedBoard>? _connectRadio;
    private RunOutcome _outcome;

    /// <summary>Builds a node and switches it on.</summary>
    /// <exception cref="InputException">The app cannot run on the emulated firmware, or the model is for another sample rate.</exception>
    public NodeEmulation(NodeEmulationSettings settings)
    {
        _receiver = new SerialReceiver(settings.PowerOn);
        _connectRadio = settings.ConnectRadio;
        _firmware = new Firmware(settings.OpenModel, settings.BuiltInModel, settings.DeployedModel, settings.Cost);
        _board = new EmulatedBoard(new EmulatedBoardSettings
        {
            Board = settings.Board,
            Application = settings.Application
                ?? (settings.ApplicationPath is { } path ? DeviceApplication.Load(path, NativeMethodTable.Earshot) : OwnApplication.Value),
            Sound = settings.Sound,
            Storage = settings.Storage,
            PowerOn = settings.PowerOn,
            SwitchOn = settings.SwitchOn,
            Battery = settings.Battery,
            ClockDriftPpm = settings.ClockDriftPpm,
            Seed = settings.Seed,
            Wire = Wire,
        });
    }

    /// <summary>The board, for its trace, console and peripherals.</summary>
    public EmulatedBoard Board => _board;

    /// <summary>The receiver on the other end of every serial port.</summary>
    public SerialReceiver Receiver => _receiver;

    /// <summary>Time since power-on.</summary>
    public TimeSpan Now => VirtualTime.ToTimeSpan(_board.Scheduler.Now);

    /// <summary>Runs until that much time has passed since power-on, or the app ends. Can be called again to go on.</summary>
    /// <param name="until">Time since power-on.</param>
    /// <param name="progress">Told every virtual second.</param>
    public NodeEmulationResult Run(TimeSpan until, IProgress<TimeSpan>? progress = null)
    {
        var time = VirtualTime.ToTimeSpan(_board.Scheduler.Now);
        do
        {
            // In whole ticks: rounding by a double can stop one short of the end, for ever.
            var nextSecond = TimeSpan.FromSeconds(Math.Floor(time.TotalSeconds) + 1);
            time = nextSecond < until ? nextSecond : until;
            _outcome = _board.Run(time);
            progress?.Report(time);
        }
        while (_outcome == RunOutcome.TimeReached && time < until);

        return Result(_outcome);
    }

    /// <summary>Runs on without telling what happened; a node whose app has ended stays where it is.</summary>
    internal RunOutcome Advance(TimeSpan until) => _board.Run(until);

    /// <summary>Switches the node off.</summary>
    public void Dispose() => _board.Dispose();

    private void Wire(EmulatedBoard board)
    {
        board.Add(_firmware);
        if (_connectRadio is { } connect)
        {
            connect(board);
            return;
        }

        foreach (var uart in board.Uarts.Values)
        {
            var recorder = new UartRecorder();
            recorder.Received += transfer => _receiver.Receive(transfer.Bytes, VirtualTime.ToTimeSpan(transfer.Time));
            uart.Connect(recorder);
        }
    }

    internal NodeEmulationResult Result(RunOutcome outcome)
    {
        var now = _board.Scheduler.Now;
        var power = PowerFigures.Of(_board);
        return new NodeEmulationResult
        {
            Outcome = outcome,
            Duration = VirtualTime.ToTimeSpan(now),
            Events = [.. _receiver.Events],
            Trace = [.. _board.Trace.Lines],
            Console = [.. _board.Console.Lines],
            Failure = _board.Scheduler.Failure,
            Waiting = _board.Waiting,
            Instructions = _board.Scheduler.Instructions,
            ProcessorLoad = now == 0 ? 0 : (double)_board.Power.BusyTime / now,
            NativeLoad = now == 0 ? 0 : _firmware.Clocks / (now * 1e-9 * _board.Description.ClockHertz),
            Power = power,
            BatteryLife = power.AverageAmperes is { } amperes ? _board.Supply.Battery?.Life(amperes) : null,
            LostSound = TimeSpan.FromSeconds((double)_board.Microphone.LostSamples / _board.Microphone.SampleRate),
            RejectedLines = _receiver.RejectedLines,
            Resources = ResourceUse.Of(_board, _firmware.LargestArena, _firmware.Cost.StackBytes),
        };
    }
}
