using Earshot.Payload;

namespace Earshot.Delivery.Tests;

/// <summary>A radio that does what it is told, and takes its own downlinks.</summary>
internal sealed class FakeRadio : ILabelRadio, IDownlinkHandler
{
    public SendResult Result { get; set; }

    public int RetryAfter { get; set; }

    public int Downlinks { get; set; }

    public List<int> Sent { get; } = [];

    public List<int> Taken { get; } = [];

    public int MaximumLength => PayloadHeader.PayloadLength;

    public SendResult Send(byte[] payload, int length, bool confirmed)
    {
        Assert.True(confirmed);
        Sent.Add(PayloadHeader.ReadSequence(payload, 0));
        return Result;
    }

    public bool TryReceive(Downlink downlink)
    {
        downlink.Port = Downlinks;
        return Downlinks-- > 0;
    }

    public void Take(Downlink downlink) => Taken.Add(downlink.Port);
}
