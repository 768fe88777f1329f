namespace Earshot.Emulator.Peripherals;

/// <summary>A receiver that keeps what it hears.</summary>
public sealed class UartRecorder : IUartPartner
{
    private readonly List<UartTransfer> _transfers = [];

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<UartTransfer> Transfers => _transfers;

    /// <summary>Raised for each arrival.</summary>
    public event Action<UartTransfer>? Received;

    /// <inheritdoc/>
    public void Connect(Uart uart)
    {
    }

    /// <inheritdoc/>
    public void Receive(long time, ReadOnlySpan<byte> bytes)
    {
        var transfer = new UartTransfer(time, bytes.ToArray());
        _transfers.Add(transfer);
        Received?.Invoke(transfer);
    }
}
