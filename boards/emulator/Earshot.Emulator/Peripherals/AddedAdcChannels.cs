using Earshot.Emulator.Power;

namespace Earshot.Emulator.Peripherals;

/// <summary>Converter channels that the program has added to the firmware's, numbered behind them.</summary>
public sealed class AddedAdcChannels : IResettable
{
    private readonly List<AddedAdcChannel?> _channels = [];

    /// <summary>How many channels the firmware itself has.</summary>
    public int Built { get; set; }

    /// <summary>Places of added channels, free ones among them.</summary>
    public int Count => _channels.Count;

    /// <summary>The channel of a number, or null.</summary>
    public AddedAdcChannel? Find(int number) =>
        number >= Built && number < Built + _channels.Count ? _channels[number - Built] : null;

    /// <summary>A reset forgets all of them.</summary>
    public void Reset(ResetCause cause) => _channels.Clear();

    /// <summary>Adds a channel in the last free place, as the firmware searches, or in a new one; gives its number.</summary>
    internal int Add(AddedAdcChannel channel)
    {
        var place = _channels.FindLastIndex(other => other is null);
        if (place < 0)
        {
            place = _channels.Count;
            _channels.Add(null);
        }

        _channels[place] = channel;
        return Built + place;
    }

    /// <summary>Frees a place; one that is free stays so, as in the firmware.</summary>
    /// <exception cref="ArgumentException">There is none of that number.</exception>
    internal void Remove(int number)
    {
        if (number < Built || number >= Built + _channels.Count)
        {
            throw new ArgumentException("The channel was not added.");
        }

        _channels[number - Built] = null;
    }
}
