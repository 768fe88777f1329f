using Earshot.Payload;

namespace Earshot.Delivery.Tests;

/// <summary>Messages to put into a queue.</summary>
internal static class Uplinks
{
    public static byte[] Event(int id, bool clockIsSet = true)
    {
        var payload = new byte[PayloadHeader.PayloadLength];
        EventPayload.Write(new EventMessage { ClockIsSet = clockIsSet, Label = 3, Start = id, Duration = 4, Level = 120 }, payload, 0);
        return payload;
    }

    public static byte[] Levels(int start, int minutes = 15, int level = 100)
    {
        var payload = new byte[PayloadHeader.PayloadLength];
        new LevelsMessage
        {
            ClockIsSet = true,
            Start = start,
            Minutes = minutes,
            Average = level,
            Exceeded10 = level + 10,
            Exceeded90 = level - 10,
            Maximum = level + 20,
        }.Write(payload, 0);
        return payload;
    }

    public static byte[] Classes(int start, int first, int firstTime, int second = 0, int secondTime = 0)
    {
        var payload = new byte[PayloadHeader.PayloadLength];
        new ClassesMessage
        {
            ClockIsSet = true,
            Start = start,
            Minutes = 15,
            FirstLabel = first,
            FirstTime = firstTime,
            SecondLabel = second,
            SecondTime = secondTime,
        }.Write(payload, 0);
        return payload;
    }
}
