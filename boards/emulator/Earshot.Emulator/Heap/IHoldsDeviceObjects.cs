namespace Earshot.Emulator.Heap;

/// <summary>
/// Something outside the device's heap that keeps objects of the device alive: a part of the board with callbacks, say. What it does
/// not name here is free to go at the next collection.
/// </summary>
internal interface IHoldsDeviceObjects
{
    /// <summary>The objects, null among them allowed.</summary>
    IEnumerable<object?> DeviceObjects { get; }
}
