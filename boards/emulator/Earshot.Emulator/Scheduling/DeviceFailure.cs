namespace Earshot.Emulator.Scheduling;

/// <summary>An exception that no device code caught.</summary>
/// <param name="Time">Virtual time, in nanoseconds.</param>
/// <param name="Thread">The thread it ended.</param>
/// <param name="Exception">The exception itself.</param>
/// <param name="Stack">The device's own frames, innermost first.</param>
public sealed record DeviceFailure(long Time, string Thread, Exception Exception, IReadOnlyList<string> Stack)
{
    /// <summary>Type, message and stack on lines of their own.</summary>
    public string Describe() => string.Join(
        '\n',
        [
            $"{VirtualTime.Format(Time)} uncaught {Exception.GetType().FullName} in {Thread}: {Exception.Message}",
            .. Stack.Select(frame => "    at " + frame),
        ]);
}
