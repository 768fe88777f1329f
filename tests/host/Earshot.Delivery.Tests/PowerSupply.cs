namespace Earshot.Delivery.Tests;

/// <summary>Fails at a given write, counted over all stores of a board.</summary>
public sealed class PowerSupply(Random random)
{
    private int _writesLeft = int.MaxValue;

    public void FailAfter(int writes) => _writesLeft = writes;

    /// <summary>How many bytes of a write get done: all, or a part when the supply fails in it.</summary>
    public int BytesOf(int length)
    {
        if (_writesLeft-- > 0)
        {
            return length;
        }

        _writesLeft = int.MaxValue;
        return random.Next(length + 1) - 1;
    }
}
