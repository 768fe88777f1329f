namespace Earshot.Packing.Planning;

/// <summary>A block of memory and the layers during which it holds something.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Bytes">Its size, a multiple of 16.</param>
/// <param name="First">The layer that writes it.</param>
/// <param name="Last">The last layer that reads it.</param>
/// <param name="Over">The index of the buffer over which it is written and whose offset it shares; an earlier one, or null.</param>
public sealed record ArenaBuffer(string Name, int Bytes, int First, int Last, int? Over = null)
{
    /// <summary>Whether both hold something during the same layer.</summary>
    public bool Meets(ArenaBuffer other) => First <= other.Last && other.First <= Last;
}
