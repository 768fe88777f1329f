using Earshot.Payload;

namespace Earshot.Delivery.Tests;

/// <summary>The queue under power failures at random instants, against a receiver that keeps books.</summary>
public sealed class BrownOutTests
{
    private const int Instants = 1000;

    [Theory]
    [InlineData(24, 1)]
    [InlineData(60, 2)]
    [InlineData(4, 3)]
    public void NothingAcceptedIsLostAndNoNumberIsUsedTwice(int slots, int seed)
    {
        var random = new Random(seed);
        var supply = new PowerSupply(random);
        var records = new TornStore(slots, LabelQueue.RecordLength, supply, random);
        var marks = new TornStore(2, LabelQueue.MarkLength, supply, random);
        var receiver = new Receiver();
        // Without storage for it a message may be lost in a reset, but never told under another number.
        var isDurable = slots >= 16;
        var payload = new byte[PayloadHeader.PayloadLength];
        var queue = new LabelQueue(records, marks);
        var minute = 0;
        for (var failure = 0; failure < Instants;)
        {
            supply.FailAfter(random.Next(12));
            try
            {
                for (var step = 0; step < 30; step++)
                {
                    if (random.Next(5) < (failure % 100 < 60 ? 3 : 1))
                    {
                        var isEvent = random.Next(3) == 0;
                        var message = isEvent ? Uplinks.Event(receiver.NextEvent++) : Uplinks.Levels(minute++, 1);
                        receiver.Offering = message;
                        var isAccepted = queue.Enqueue(message);
                        receiver.Accepted(message, isAccepted);
                        // A minute that was refused is offered again: merging two periods spans what lies between them.
                        minute -= isEvent || isAccepted ? 0 : 1;
                    }
                    else if (queue.TryPeek(payload))
                    {
                        receiver.Receive(payload);
                        if (random.Next(4) != 0)
                        {
                            receiver.Acknowledging = PayloadHeader.ReadSequence(payload, 0);
                            queue.Remove();
                            receiver.Acknowledged(payload);
                        }
                    }
                }
            }
            catch (PowerFailure)
            {
                failure++;
                receiver.PowerHasFailed();
                queue = new LabelQueue(records, marks);
            }
        }

        supply.FailAfter(int.MaxValue);
        while (queue.TryPeek(payload))
        {
            receiver.Receive(payload);
            queue.Remove();
            receiver.Acknowledged(payload);
        }

        receiver.Audit(isDurable);
        Assert.True(receiver.Numbers > 1000);
    }
}
