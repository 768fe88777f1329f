namespace Earshot;

/// <summary>What became of a payload that a radio was given.</summary>
public enum SendResult
{
    /// <summary>It is on the air; nobody has been asked to acknowledge it.</summary>
    Sent,

    /// <summary>It has arrived, and the receiver said so.</summary>
    Acknowledged,

    /// <summary>It was on the air, but no acknowledgement came: it may or may not have arrived.</summary>
    NotAcknowledged,

    /// <summary>It was not sent: the radio may not transmit yet. <see cref="ILabelRadio.RetryAfter"/> says for how long.</summary>
    Busy,

    /// <summary>It was not sent: the radio has not joined a network. <see cref="ILabelRadio.RetryAfter"/> says when it will try again.</summary>
    NotJoined,

    /// <summary>The radio did not answer or refused it. It counts as not sent, though it may have been.</summary>
    Failed,
}
