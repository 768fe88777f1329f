namespace Earshot;

/// <summary>Makes one summary of two of the same kind, when the queue has no room for both.</summary>
internal static class SummaryMerger
{
    /// <summary>Whether messages of a kind can be merged at all. Events cannot.</summary>
    public static bool CanMerge(PayloadKind kind) => kind != PayloadKind.Event;

    /// <summary>Merges an earlier payload into a later one of the same kind.</summary>
    /// <param name="earlier">Bytes that hold the earlier payload.</param>
    /// <param name="earlierOffset">Where it begins.</param>
    /// <param name="later">Bytes that hold the later payload; receives the merged one.</param>
    /// <param name="offset">Where it begins.</param>
    /// <returns>Whether they were merged; when not, nothing was changed.</returns>
    public static bool TryMerge(byte[] earlier, int earlierOffset, byte[] later, int offset)
    {
        int length = PayloadHeader.PayloadLength;
        if (LevelsMessage.Read(later, offset, length) != null)
        {
            return MergeLevels(LevelsMessage.Read(earlier, earlierOffset, length), LevelsMessage.Read(later, offset, length), later, offset);
        }

        if (ClassesMessage.Read(later, offset, length) != null)
        {
            return MergeClasses(ClassesMessage.Read(earlier, earlierOffset, length), ClassesMessage.Read(later, offset, length), later, offset);
        }

        if (PayloadHeader.ReadKind(later, offset) == PayloadKind.Microphone)
        {
            MicrophoneMessage.Merge(earlier, earlierOffset, later, offset);
        }

        // Of a status and of an answer to a downlink the later one says how things are now.
        return true;
    }

    private static bool MergeLevels(LevelsMessage earlier, LevelsMessage later, byte[] buffer, int offset)
    {
        int minutes = Span(earlier.ClockIsSet, later.ClockIsSet, earlier.Start, later.Start, later.Minutes);
        if (minutes == 0)
        {
            return false;
        }

        LevelAverage average = new LevelAverage();
        average.Add(earlier.Average << 7, earlier.Minutes);
        average.Add(later.Average << 7, later.Minutes);
        int both = earlier.Minutes + later.Minutes;
        later.Average = (average.Level + 64) >> 7;
        // Percentiles of the whole cannot be told from those of its parts; their mean over time is the usual stand-in.
        later.Exceeded10 = ((earlier.Exceeded10 * earlier.Minutes) + (later.Exceeded10 * later.Minutes) + (both / 2)) / both;
        later.Exceeded90 = ((earlier.Exceeded90 * earlier.Minutes) + (later.Exceeded90 * later.Minutes) + (both / 2)) / both;
        later.Maximum = earlier.Maximum > later.Maximum ? earlier.Maximum : later.Maximum;
        later.Start = earlier.Start;
        later.Minutes = minutes;
        later.Write(buffer, offset);
        return true;
    }

    private static bool MergeClasses(ClassesMessage earlier, ClassesMessage later, byte[] buffer, int offset)
    {
        int minutes = Span(earlier.ClockIsSet, later.ClockIsSet, earlier.Start, later.Start, later.Minutes);
        if (minutes == 0 || !TryAdd(later, earlier.FirstLabel, earlier.FirstTime) || !TryAdd(later, earlier.SecondLabel, earlier.SecondTime))
        {
            return false;
        }

        later.Start = earlier.Start;
        later.Minutes = minutes;
        later.Write(buffer, offset);
        return true;
    }

    private static bool TryAdd(ClassesMessage message, int label, int time)
    {
        if (time == 0)
        {
            return true;
        }

        if (message.FirstTime == 0 || message.FirstLabel == label)
        {
            message.FirstLabel = label;
            message.FirstTime = Sum(message.FirstTime, time);
            return true;
        }

        if (message.SecondTime == 0 || message.SecondLabel == label)
        {
            message.SecondLabel = label;
            message.SecondTime = Sum(message.SecondTime, time);
            return true;
        }

        return false;
    }

    private static int Sum(int first, int second)
    {
        return CompactNumber.Encode(CompactNumber.Decode(first) + CompactNumber.Decode(second));
    }

    // Minutes from the start of the earlier to the end of the later; 0 when no message can say so many, or the times are not alike.
    private static int Span(bool earlierClock, bool laterClock, int earlierStart, int laterStart, int laterMinutes)
    {
        int minutes = laterStart + laterMinutes - earlierStart;
        return earlierClock != laterClock || laterStart < earlierStart || minutes > PeriodHeader.LongestPeriod ? 0 : minutes;
    }
}
