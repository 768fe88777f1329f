using Earshot.Emulator.Soak;

namespace Earshot.Emulator.Tests.Soak;

/// <summary>What the ledger finds in messages that are made up.</summary>
public sealed class SoakLedgerTests
{
    private static readonly DateTime PowerOn = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Started = TimeSpan.FromSeconds(100);

    private readonly List<SoakFindingKind> _found = [];
    private readonly SoakLedger _ledger;

    public SoakLedgerTests() => _ledger = new SoakLedger(new MessageContent(PowerOn), (kind, _) => _found.Add(kind));

    [Fact]
    public void WhatIsAcceptedAndDeliveredOnceIsFine()
    {
        Accept(Event(7, 20, isDated: false));
        Deliver(Event(7, 20, isDated: true));
        Deliver(Event(7, 20, isDated: true));
        _ledger.Compare(new HashSet<int>());
        Assert.Empty(_found);
        Assert.Equal((1, 1, 1), (_ledger.Accepted, _ledger.Delivered, _ledger.Repeated));
    }

    [Fact]
    public void AMessageThatAResetCaughtOnItsWayInMayArrive()
    {
        _ledger.Give(Event(0, 20), TimeSpan.FromSeconds(121), Started);
        _ledger.Interrupt();
        Deliver(Event(7, 20));
        Assert.Empty(_found);
        Assert.Equal(1, _ledger.Completed);
    }

    [Fact]
    public void AnEventUnderTwoNumbersIsFound()
    {
        Accept(Event(7, 20));
        Accept(Event(8, 20));
        Deliver(Event(7, 20));
        Deliver(Event(8, 20));
        Assert.Equal([SoakFindingKind.DeliveredTwice], _found);
    }

    [Fact]
    public void ANumberForTwoEventsIsFound()
    {
        Accept(Event(7, 20));
        Accept(Event(7, 40));
        Assert.Equal([SoakFindingKind.NumberReused], _found);
    }

    [Fact]
    public void WhatIsNeitherStoredNorDeliveredIsFound()
    {
        Accept(Event(7, 20));
        Accept(Event(8, 40));
        _ledger.Compare(new HashSet<int> { 8 });
        Assert.Equal([SoakFindingKind.Lost], _found);
    }

    [Fact]
    public void WhatNobodyHasAcceptedIsFound()
    {
        Deliver(Event(7, 20));
        Assert.Equal([SoakFindingKind.Unknown], _found);
    }

    [Fact]
    public void AnotherContentIsFoundUnlessTheLineWasNoisy()
    {
        Accept(Event(7, 20));
        var changed = Event(7, 20);
        changed[4] ^= 1;
        Deliver(changed);
        Assert.Equal([SoakFindingKind.Changed], _found);
        _ledger.Deliver(changed, TimeSpan.FromSeconds(130), isDisturbed: true);
        Deliver(Event(7, 20));
        _ledger.Deliver(changed, TimeSpan.FromSeconds(131), isDisturbed: true);
        _ledger.Compare(new HashSet<int>());
        Assert.Single(_found);
        Assert.Equal((2, 1), (_ledger.Garbled, _ledger.Delivered));
    }

    [Fact]
    public void TheWrongOrderIsFound()
    {
        Accept(Event(7, 20));
        Accept(Event(8, 40));
        Deliver(Event(8, 40));
        Deliver(Event(7, 20));
        Assert.Equal([SoakFindingKind.OutOfOrder], _found);
    }

    [Fact]
    public void AWrongDateIsFound()
    {
        // Both under its number and with its content, and a minute off.
        var late = Event(7, 20);
        _ledger.Answer(late, true, TimeSpan.FromSeconds(181), Started);
        Deliver(late);
        Assert.Equal([SoakFindingKind.WrongTime], _found);
    }

    [Fact]
    public void ARefusalWithRoomIsFound()
    {
        _ledger.Answer(Event(7, 20), false, TimeSpan.FromSeconds(121), Started);
        Assert.Equal([SoakFindingKind.Refused], _found);
    }

    [Theory]
    [InlineData(300, 0, 1)]
    [InlineData(390, 1, 0)]
    public void ASummaryMayBeMergedWhenTheQueueIsCrowded(int waiting, int merged, int lost)
    {
        Accept(Levels(0));
        for (var sequence = 1; sequence <= waiting; sequence++)
        {
            Accept(Event(sequence, 20 * sequence));
        }

        _ledger.Compare(Enumerable.Range(1, waiting).ToHashSet());
        Assert.Equal((merged, lost), (_ledger.Merged, _found.Count));
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(390, 0)]
    public void ARefusalOfACrowdedQueueIsFine(int waiting, int found)
    {
        for (var sequence = 0; sequence < waiting; sequence++)
        {
            Accept(Event(sequence, 20 * sequence));
        }

        _ledger.Answer(Event(waiting, 20 * waiting), false, TimeSpan.FromSeconds(101 + (20 * waiting)), Started);
        Assert.Equal(found, _found.Count);
        Assert.Equal(1, _ledger.Refused);
    }

    // When it has ended.
    private void Accept(byte[] payload) => _ledger.Answer(
        payload, true, Started + TimeSpan.FromSeconds(1 + ((EventPayload.Read(payload, 0, payload.Length)?.Start ?? 0) / 4.0)), Started);

    private void Deliver(byte[] payload) => _ledger.Deliver(payload, TimeSpan.FromSeconds(130), isDisturbed: false);

    private static byte[] Levels(int sequence)
    {
        var payload = new byte[EventPayload.Length];
        new LevelsMessage { Sequence = sequence, Start = 1, Minutes = 15, Average = 90, Exceeded10 = 100, Exceeded90 = 80, Maximum = 120 }.Write(payload, 0);
        return payload;
    }

    // An event of a second that began so many seconds after the start of its program.
    private static byte[] Event(int sequence, int seconds, bool isDated = false)
    {
        var since = isDated ? (PowerOn - new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)) + Started : TimeSpan.Zero;
        var payload = new byte[EventPayload.Length];
        EventPayload.Write(
            new EventMessage
            {
                Sequence = sequence,
                Label = 1,
                Confidence = 200,
                ClockIsSet = isDated,
                Start = (long)(4 * (since.TotalSeconds + seconds)),
                Duration = 4,
                Level = 100,
            },
            payload,
            0);
        return payload;
    }
}
