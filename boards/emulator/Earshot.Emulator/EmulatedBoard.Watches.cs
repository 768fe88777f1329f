using Earshot.Emulator.Loading;

namespace Earshot.Emulator;

/// <content>What device methods that are watched (<see cref="DeviceApplication.Load"/>) are called with and return.</content>
public sealed partial class EmulatedBoard
{
    /// <summary>Raised when a watched method begins: with its name, its object and its first argument.</summary>
    public event Action<string, object?, object?>? Called;

    /// <summary>Raised when a watched method returns: with its name, its object, its first argument and its result.</summary>
    public event Action<string, object?, object?, object?>? Returned;

    /// <summary>Woven into watched methods.</summary>
    public static void TellCall(string method, object? instance, object? argument) => Current.Called?.Invoke(method, instance, argument);

    /// <summary>Woven into watched methods.</summary>
    public static void TellReturn(object? result, string method, object? instance, object? argument) =>
        Current.Returned?.Invoke(method, instance, argument, result);
}
