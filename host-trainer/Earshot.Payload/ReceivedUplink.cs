namespace Earshot.Payload;

/// <summary>An uplink and when it arrived.</summary>
/// <param name="Uplink">What was sent.</param>
/// <param name="Received">When the message arrived, from the node's power-on.</param>
public sealed record ReceivedUplink(Uplink Uplink, TimeSpan Received);
