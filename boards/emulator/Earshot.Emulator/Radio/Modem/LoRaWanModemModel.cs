using System.Text;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <summary>
/// A LoRaWAN modem on a serial port: it understands the AT commands of its kind, has a LoRaWAN stack and an antenna, sleeps, wakes,
/// draws current, and fails as <see cref="Faults"/> says. Its supply is the board's: a brown-out takes it along, a reset of the
/// processor does not.
/// </summary>
public sealed class LoRaWanModemModel : ITracedPartner, IResettable
{
    // From the supply or a reset to the first command; an estimate.
    private const long StartTime = 300 * VirtualTime.Millisecond;

    // How long the firmware takes for a command; an estimate.
    private const long CommandTime = 3 * VirtualTime.Millisecond;

    private readonly EmulatedBoard _board;
    private readonly ModemPower _power;
    private readonly AtFront _front;
    private readonly StringBuilder _line = new();
    private readonly KeyMask _fromBoard = new();
    private readonly KeyMask _toBoard = new();
    private Uart? _uart;
    private ModemState _radio = ModemState.Idle;
    private ScheduledEvent? _sleep;
    private ulong _bytesSaid;
    private int _linesSaid;
    private int _epoch;

    /// <summary>Wires a modem to a board; connect it to a port afterwards.</summary>
    /// <param name="board">Whose supply, clock and trace it uses.</param>
    /// <param name="gateway">Who hears it.</param>
    /// <param name="kind">Which modem it is.</param>
    public LoRaWanModemModel(EmulatedBoard board, LoRaWanGateway gateway, ModemKind kind)
    {
        _board = board;
        Kind = kind;
        _power = kind == ModemKind.Rak3172 ? ModemPower.Rak3172 : ModemPower.LoRaE5;
        Device = new EndDevice(board.Scheduler, gateway, text => board.Trace.Write("modem", text)) { StateChanged = SetRadio };
        _front = kind == ModemKind.Rak3172 ? new Rak3172Front(this) : new LoRaE5Front(this);
        board.Add(this);
        board.Started += _ => PowerUp();
        Draw(ModemState.Idle);
    }

    /// <summary>Which modem it is.</summary>
    public ModemKind Kind { get; }

    /// <summary>What is wrong with it.</summary>
    public ModemFaults Faults { get; } = new();

    /// <summary>Whether it has a session.</summary>
    public bool IsJoined => Device.IsJoined;

    /// <summary>DR0 to DR5, as the network has set it.</summary>
    public int DataRate => Device.DataRateIndex;

    /// <summary>What it is doing.</summary>
    public ModemState State { get; private set; } = ModemState.Idle;

    /// <summary>What it has transmitted, by sub-band.</summary>
    public DutyCycleLedger DutyCycle => Device.DutyCycle;

    /// <summary>How often it has started.</summary>
    public int Starts { get; private set; } = 1;

    internal EndDevice Device { get; }

    internal Scheduler Scheduler => _board.Scheduler;

    internal bool SleepsByItself { get; set; }

    /// <inheritdoc/>
    public void Connect(Uart uart) => _uart = uart;

    /// <inheritdoc/>
    public string Show(bool isFromBoard, ReadOnlySpan<byte> bytes)
    {
        var shown = (isFromBoard ? _fromBoard : _toBoard).Show(bytes);
        if (isFromBoard)
        {
            _toBoard.IsAlert = _fromBoard.HasKey;
        }

        return shown;
    }

    /// <inheritdoc/>
    public void Receive(long time, ReadOnlySpan<byte> bytes)
    {
        if (State == ModemState.Off || _uart is null)
        {
            return;
        }

        if (_uart.BaudRate != _front.BaudRate)
        {
            _board.Trace.Write("modem", $"noise: it listens at {_front.BaudRate} baud");
            return;
        }

        if (State == ModemState.Sleep)
        {
            bytes = bytes[Math.Min(_front.BytesLostOnWaking, bytes.Length)..];
            _sleep?.Cancel();
            Draw(_radio);
            _front.Woken();
        }

        foreach (var value in bytes)
        {
            Take(value);
        }

        SleepSoon();
    }

    /// <summary>Resets it, as its reset pin does: session and settings that it does not keep are lost.</summary>
    public void Restart()
    {
        var epoch = ++_epoch;
        Device.Reset();
        _line.Clear();
        SleepsByItself = false;
        _sleep?.Cancel();
        _radio = ModemState.Idle;
        Draw(ModemState.Idle);
        Starts++;
        _board.Trace.Write("modem", "starts");
        _front.Restarted();
        Scheduler.ScheduleAfter(StartTime, () =>
        {
            if (epoch == _epoch)
            {
                _front.Ready();
            }
        });
    }

    /// <summary>Makes it lose its session without a word.</summary>
    public void LoseSession() => Device.ForgetSession();

    /// <inheritdoc/>
    public void Reset(ResetCause cause)
    {
        if (cause == ResetCause.BrownOut)
        {
            _epoch++;
            Device.Reset();
            _line.Clear();
            _sleep?.Cancel();
            Draw(ModemState.Off);
        }
    }

    /// <summary>Says a line, as far as the faults let it.</summary>
    internal void Say(string line)
    {
        _linesSaid++;
        if (_uart is null || Faults.IsSilent || (Faults.LosesEveryLine > 0 && _linesSaid % Faults.LosesEveryLine == 0))
        {
            return;
        }

        var epoch = _epoch;
        var bytes = Garble(Encoding.ASCII.GetBytes(line + "\r\n" + Faults.Chatter));
        var times = Faults.AnswersTwice ? 2 : 1;
        Scheduler.ScheduleAfter(VirtualTime.From(Faults.Delay), () =>
        {
            for (var time = 0; time < times && epoch == _epoch; time++)
            {
                _uart.SendToBoard(bytes);
            }
        });
    }

    internal void Sleep() => Draw(ModemState.Sleep);

    private void PowerUp()
    {
        if (State == ModemState.Off)
        {
            Restart();
        }
    }

    private void Take(byte value)
    {
        const int Longest = 1024;
        if (value is (byte)'\r' or (byte)'\n')
        {
            var line = _line.ToString();
            _line.Clear();
            var epoch = _epoch;
            if (line.Length > 0)
            {
                Scheduler.ScheduleAfter(CommandTime, () => Execute(line, epoch));
            }
        }
        else if (value is >= 0x20 and < 0x7F && _line.Length < Longest)
        {
            _line.Append((char)value);
        }
    }

    private void Execute(string line, int epoch)
    {
        if (epoch == _epoch)
        {
            _front.Execute(line);
        }
    }

    private byte[] Garble(byte[] bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            var draw = SeededDraw.Bits(11, Device.DevEui, _bytesSaid++);
            if ((draw >> 16) * (1.0 / (1UL << 48)) < Faults.GarbleProbability)
            {
                bytes[index] ^= (byte)(1 << (int)(draw & 7));
            }
        }

        return bytes;
    }

    private void SetRadio(ModemState state)
    {
        _radio = state;
        if (state == ModemState.Idle && State == ModemState.Sleep)
        {
            return;
        }

        Draw(state);
        SleepSoon();
    }

    private void SleepSoon()
    {
        // How long the firmware stays awake after the last thing that happened; an estimate.
        const long Linger = 20 * VirtualTime.Millisecond;
        _sleep?.Cancel();
        if (SleepsByItself && _radio == ModemState.Idle)
        {
            _sleep = Scheduler.ScheduleAfter(Linger, () => Draw(ModemState.Sleep));
        }
    }

    private void Draw(ModemState state)
    {
        State = state;
        _board.Energy.Component("radio").Draw(state.ToString().ToLowerInvariant(), _power.Of(state, Device.PowerIndex));
    }
}
