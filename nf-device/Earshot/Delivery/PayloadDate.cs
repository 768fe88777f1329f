namespace Earshot;

/// <summary>Turns times since the node's start into universal ones.</summary>
internal static class PayloadDate
{
    /// <summary>Sets the times of a payload that counts from the node's start.</summary>
    /// <param name="buffer">Bytes that hold an uplink.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="startMilliseconds">When the node started, in milliseconds since 2024-01-01 00:00 UTC.</param>
    /// <returns>Whether anything was changed.</returns>
    public static bool TrySet(byte[] buffer, int offset, long startMilliseconds)
    {
        int length = PayloadHeader.PayloadLength;
        if (PayloadHeader.ReadClockIsSet(buffer, offset))
        {
            return false;
        }

        EventMessage heard = EventPayload.Read(buffer, offset, length);
        if (heard != null)
        {
            heard.Start += (startMilliseconds + 125) / 250;
            heard.ClockIsSet = true;
            EventPayload.Write(heard, buffer, offset);
            return true;
        }

        LevelsMessage levels = LevelsMessage.Read(buffer, offset, length);
        if (levels != null)
        {
            levels.Start += (int)((startMilliseconds + 30000) / 60000);
            levels.ClockIsSet = true;
            levels.Write(buffer, offset);
            return true;
        }

        ClassesMessage classes = ClassesMessage.Read(buffer, offset, length);
        if (classes != null)
        {
            classes.Start += (int)((startMilliseconds + 30000) / 60000);
            classes.ClockIsSet = true;
            classes.Write(buffer, offset);
            return true;
        }

        return false;
    }
}
