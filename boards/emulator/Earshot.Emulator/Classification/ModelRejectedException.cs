namespace Earshot.Emulator.Classification;

/// <summary>A model pack that the C module does not accept.</summary>
/// <param name="status">The module's status, negative.</param>
/// <param name="message">The status in words.</param>
public sealed class ModelRejectedException(int status, string message) : Exception(message)
{
    /// <summary>The module's status, negative.</summary>
    public int Status { get; } = status;
}
