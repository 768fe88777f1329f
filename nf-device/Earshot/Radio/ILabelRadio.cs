namespace Earshot;

/// <summary>Something that carries event payloads to whoever listens.</summary>
public interface ILabelRadio
{
    /// <summary>The most bytes that one payload may have.</summary>
    int MaximumLength { get; }

    /// <summary>Sends a payload; waits until the radio has taken it.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <returns>Whether it was sent. When not, it may be tried again later.</returns>
    bool TrySend(byte[] payload, int length);
}
