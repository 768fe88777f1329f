namespace Earshot;

/// <summary>Finds what was waiting before a reset, at whatever instant it came.</summary>
internal static class QueueRecovery
{
    /// <summary>Fills the slots from the store, and finishes what the reset has interrupted.</summary>
    /// <param name="store">Stores the records.</param>
    /// <param name="messages">Its slots are filled.</param>
    /// <param name="marks">How far the queue had come.</param>
    /// <param name="record">Room for a record.</param>
    /// <returns>The number of the next message.</returns>
    public static int Run(IRecordStore store, MessageStore messages, QueueMarks marks, byte[] record)
    {
        MessageSlots slots = messages.Slots;
        slots.SetDone(marks.Done);
        int next = marks.Next;
        int damaged = 0;
        for (int slot = 0; slot < store.Slots; slot++)
        {
            if (!store.TryRead(slot, record))
            {
                continue;
            }

            if (!QueueRecord.IsSound(record))
            {
                damaged += QueueRecord.IsBlank(record) ? 0 : 1;
                continue;
            }

            int number = QueueRecord.Number(record);
            slots.SetDone(QueueRecord.Done(record));
            if (!slots.Fits(number))
            {
                slots.SetDone(number - MessageSlots.Range + 1);
            }

            if (number >= slots.Done)
            {
                slots.Put(slot, number);
            }

            if (number >= next)
            {
                next = number + 1;
                messages.GoOnBehind(slot);
            }
        }

        // A record that cannot be read may have been sent under a number that nothing else tells.
        next += damaged;
        next = next < slots.Done ? slots.Done : next;
        Settle(store, messages, record);
        if (damaged > 0 && marks.Write(slots.Done, next))
        {
            EraseDamaged(store, messages, record);
        }

        return next;
    }

    // Of two records of one message the newer one counts, and a message that went into another one is no more.
    private static void Settle(IRecordStore store, MessageStore messages, byte[] record)
    {
        MessageSlots slots = messages.Slots;
        for (int slot = 0; slot < store.Slots; slot++)
        {
            int number = slots.NumberOf(slot);
            if (number < 0 || !store.TryRead(slot, record))
            {
                continue;
            }

            int merged = QueueRecord.Merged(record);
            bool isDated = PayloadHeader.ReadClockIsSet(record, QueueRecord.Payload);
            for (int other = slots.Find(number, 0); other >= 0; other = slots.Find(number, other + 1))
            {
                if (other != slot && store.TryRead(other, record)
                    && (merged > QueueRecord.Merged(record)
                        || (merged == QueueRecord.Merged(record) && (isDated || !PayloadHeader.ReadClockIsSet(record, QueueRecord.Payload)))))
                {
                    messages.Erase(other);
                }
            }

            for (int other = merged < 0 ? MessageSlots.None : slots.Find(merged, 0); other >= 0; other = slots.Find(merged, other + 1))
            {
                messages.Erase(other);
            }
        }
    }

    private static void EraseDamaged(IRecordStore store, MessageStore messages, byte[] record)
    {
        for (int slot = 0; slot < store.Slots; slot++)
        {
            if (messages.Slots.NumberOf(slot) < 0 && store.TryRead(slot, record) && !QueueRecord.IsSound(record) && !QueueRecord.IsBlank(record))
            {
                messages.Erase(slot);
            }
        }
    }
}
