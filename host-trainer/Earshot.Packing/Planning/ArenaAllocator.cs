namespace Earshot.Packing.Planning;

/// <summary>
/// Gives buffers offsets so that those that live at the same time do not overlap. Tries several orders (by size, by
/// lifetime, by size × lifetime) and improves the best by seeded exchanges; each buffer goes to the lowest gap that fits.
/// </summary>
public static class ArenaAllocator
{
    private const int Exchanges = 400;

    /// <summary>Offsets of the buffers, in their order, and the size of the arena.</summary>
    public static (int[] Offsets, int Bytes) Allocate(IReadOnlyList<ArenaBuffer> buffers)
    {
        var places = Enumerable.Range(0, buffers.Count).ToArray();
        int[][] orders =
        [
            [.. places.OrderByDescending(place => buffers[place].Bytes)],
            [.. places.OrderByDescending(place => buffers[place].Last - buffers[place].First).ThenByDescending(place => buffers[place].Bytes)],
            [.. places.OrderByDescending(place => (long)(buffers[place].Last - buffers[place].First + 1) * buffers[place].Bytes)],
            [.. places.OrderBy(place => buffers[place].First)],
        ];
        var bound = LowerBound(buffers);
        var (best, order) = (Place(buffers, orders[0]), orders[0]);
        foreach (var candidate in orders.Skip(1))
        {
            var placed = Place(buffers, candidate);
            (best, order) = placed.Bytes < best.Bytes ? (placed, candidate) : (best, order);
        }

        var random = new Random(1);
        for (var exchange = 0; exchange < Exchanges && best.Bytes > bound; exchange++)
        {
            var candidate = (int[])order.Clone();
            var (left, right) = (random.Next(candidate.Length), random.Next(candidate.Length));
            (candidate[left], candidate[right]) = (candidate[right], candidate[left]);
            var placed = Place(buffers, candidate);
            (best, order) = placed.Bytes <= best.Bytes ? (placed, candidate) : (best, order);
        }

        return best;
    }

    /// <summary>The most bytes that are in use during one layer; no plan can be smaller.</summary>
    public static int LowerBound(IReadOnlyList<ArenaBuffer> buffers) => buffers.Count == 0 ? 0 : Enumerable
        .Range(buffers.Min(buffer => buffer.First), buffers.Max(buffer => buffer.Last) - buffers.Min(buffer => buffer.First) + 1)
        .Max(layer => buffers.Where(buffer => buffer.First <= layer && layer <= buffer.Last).Sum(buffer => buffer.Bytes));

    private static (int[] Offsets, int Bytes) Place(IReadOnlyList<ArenaBuffer> buffers, int[] order)
    {
        var offsets = new int[buffers.Count];
        List<int> placed = [];
        var bytes = 0;
        foreach (var place in order)
        {
            var buffer = buffers[place];
            var offset = 0;
            foreach (var other in placed.Where(other => buffers[other].Meets(buffer)).OrderBy(other => offsets[other]))
            {
                if (offset + buffer.Bytes <= offsets[other])
                {
                    break;
                }

                offset = Math.Max(offset, offsets[other] + buffers[other].Bytes);
            }

            offsets[place] = offset;
            placed.Add(place);
            bytes = Math.Max(bytes, offset + buffer.Bytes);
        }

        return (offsets, bytes);
    }
}
