using System;

namespace nanoFramework.System.IO;

/// <summary>Says whether a card was put in or taken out.</summary>
public class CardDetectChangedEventArgs : EventArgs
{
    internal CardDetectChangedEventArgs(CardDetectState cardState, uint slotIndex)
    {
        CardState = cardState;
        SlotIndex = slotIndex;
    }

    public CardDetectState CardState { get; }

    public uint SlotIndex { get; }
}
