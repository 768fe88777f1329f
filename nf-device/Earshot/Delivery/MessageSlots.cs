namespace Earshot;

/// <summary>
/// Which message lies in which slot. A node has hundreds of slots and 32 kB of heap, so that each takes two bytes: messages that wait
/// lie less than <see cref="Range"/> apart, and their numbers follow from where all that is done ends.
/// </summary>
/// <remarks>Loops over all slots call nothing: a call costs the interpreter more than all the rest of a round.</remarks>
internal sealed class MessageSlots
{
    /// <summary>The number of a slot that holds nothing, and the slot when there is none.</summary>
    public const int None = -1;

    /// <summary>How far numbers of waiting messages reach: 109 days at 600 a day.</summary>
    public const int Range = 65535;

    // 0 for a free slot, else 1 + number modulo Range.
    private readonly ushort[] _codes;
    private readonly int _stored;
    private int _doneRemainder;

    /// <summary>Makes free slots.</summary>
    /// <param name="stored">Those of the store, in which messages follow one another.</param>
    /// <param name="spare">Those in memory, which come behind.</param>
    public MessageSlots(int stored, int spare)
    {
        _stored = stored;
        _codes = new ushort[stored + spare];
    }

    /// <summary>How many slots there are.</summary>
    public int Length => _codes.Length;

    /// <summary>All messages below this number are done.</summary>
    public int Done { get; private set; }

    /// <summary>Whether a number can be told from those that wait.</summary>
    public bool Fits(int number) => number - Done < Range;

    /// <summary>The number of the message in a slot, or <see cref="None"/>.</summary>
    public int NumberOf(int slot)
    {
        int code = _codes[slot];
        if (code == 0)
        {
            return None;
        }

        int distance = code - 1 - _doneRemainder;
        return Done + (distance < 0 ? distance + Range : distance);
    }

    /// <summary>Puts a message that is not done, and whose number fits, into a slot.</summary>
    public void Put(int slot, int number)
    {
        _codes[slot] = (ushort)((number % Range) + 1);
    }

    /// <summary>Makes a slot free.</summary>
    public void Clear(int slot)
    {
        _codes[slot] = 0;
    }

    /// <summary>Notes that all messages below a number are done, and frees their slots. What is done stays so.</summary>
    public void SetDone(int done)
    {
        int distance = done - Done;
        if (distance <= 0)
        {
            return;
        }

        ushort[] codes = _codes;
        int zero = _doneRemainder + 1;
        for (int slot = 0; slot < codes.Length; slot++)
        {
            int code = codes[slot];
            if (code != 0)
            {
                int beyond = code - zero;
                if ((beyond < 0 ? beyond + Range : beyond) < distance)
                {
                    codes[slot] = 0;
                }
            }
        }

        Done = done;
        _doneRemainder = done % Range;
    }

    /// <summary>The next slot that holds a number, or <see cref="None"/>. After a power failure two may hold the same.</summary>
    /// <param name="number">The number; one that is done is nowhere.</param>
    /// <param name="slot">The first slot to look at.</param>
    public int Find(int number, int slot)
    {
        ushort[] codes = _codes;
        int code = number < Done ? Range + 1 : (number % Range) + 1;
        for (; slot < codes.Length; slot++)
        {
            if (codes[slot] == code)
            {
                return slot;
            }
        }

        return None;
    }

    /// <summary>How many slots hold something.</summary>
    public int CountTaken()
    {
        int count = 0;
        for (int slot = 0; slot < _codes.Length; slot++)
        {
            count += _codes[slot] == 0 ? 0 : 1;
        }

        return count;
    }

    /// <summary>The first free slot of some, or <see cref="None"/>.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="start">Where to begin; behind the last it goes on with the first.</param>
    public int Free(int first, int end, int start)
    {
        for (int count = first; count < end; count++)
        {
            int slot = start + count - first;
            slot = slot < end ? slot : slot - end + first;
            if (_codes[slot] == 0)
            {
                return slot;
            }
        }

        return None;
    }

    /// <summary>The slot of the first message that waits, or <see cref="None"/>.</summary>
    public int First() => Following(Done - 1, None);

    /// <summary>The slot of the lowest number above another one, or <see cref="None"/>.</summary>
    /// <param name="number">The other one.</param>
    /// <param name="slot">Where that is: the slot behind it is tried first. <see cref="None"/> when that is not known.</param>
    public int Following(int number, int slot)
    {
        ushort[] codes = _codes;
        number = number < Done ? Done - 1 : number;
        // Distances count from the number that is looked for; what is not above it has the largest.
        int sought = ((number + 1) % Range) + 1;
        if (slot >= 0)
        {
            int next = slot + 1 >= _stored ? 0 : slot + 1;
            if (codes[next] == sought)
            {
                return next;
            }
        }

        int best = None;
        int least = Range - (number + 1 - Done);
        for (int other = 0; other < codes.Length; other++)
        {
            int code = codes[other];
            if (code != 0)
            {
                int distance = code - sought;
                distance = distance < 0 ? distance + Range : distance;
                if (distance < least)
                {
                    best = other;
                    least = distance;
                    if (distance == 0)
                    {
                        return best;
                    }
                }
            }
        }

        return best;
    }
}
