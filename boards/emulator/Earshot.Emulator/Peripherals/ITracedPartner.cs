namespace Earshot.Emulator.Peripherals;

/// <summary>A partner that says itself how what is on the line is written into the trace, because some of it is secret.</summary>
public interface ITracedPartner : IUartPartner
{
    /// <summary>Bytes as the trace may show them.</summary>
    /// <param name="isFromBoard">Their direction.</param>
    /// <param name="bytes">The bytes, in the order of the line.</param>
    string Show(bool isFromBoard, ReadOnlySpan<byte> bytes);
}
