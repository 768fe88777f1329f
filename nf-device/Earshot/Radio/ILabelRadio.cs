namespace Earshot;

/// <summary>Something that carries payloads to whoever listens, and perhaps answers back. No member throws because of the radio.</summary>
public interface ILabelRadio
{
    /// <summary>The most bytes that one payload may have at present.</summary>
    int MaximumLength { get; }

    /// <summary>Milliseconds until a next <see cref="Send"/> may succeed; 0 when it may now.</summary>
    int RetryAfter { get; }

    /// <summary>Sends a payload; waits until the radio has done with it.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="length">How many of them count, 1 to <see cref="MaximumLength"/>.</param>
    /// <param name="confirmed">Whether the receiver is asked to acknowledge it. A radio that cannot ask answers <see cref="SendResult.Sent"/>.</param>
    SendResult Send(byte[] payload, int length, bool confirmed);

    /// <summary>Takes the oldest message that has been received.</summary>
    /// <param name="downlink">Is filled in.</param>
    /// <returns>Whether there was one.</returns>
    bool TryReceive(Downlink downlink);
}
