namespace Earshot.Packing.Planning;

/// <summary>
/// Gives buffers offsets so that those that live at the same time do not overlap, but for those that are written over one
/// another. Tries several orders (by size, by lifetime, by size × lifetime) and improves the best by seeded exchanges; each
/// row of buffers that share an offset goes to the lowest gap that fits.
/// </summary>
public static class ArenaAllocator
{
    private const int Exchanges = 400;

    /// <summary>Offsets of the buffers, in their order, and the size of the arena.</summary>
    public static (int[] Offsets, int Bytes) Allocate(IReadOnlyList<ArenaBuffer> buffers)
    {
        var rows = Rows(buffers);
        var places = Enumerable.Range(0, rows.Length).ToArray();
        int Bytes(int row) => rows[row].Max(place => buffers[place].Bytes);
        int First(int row) => rows[row].Min(place => buffers[place].First);
        int Life(int row) => rows[row].Max(place => buffers[place].Last) - First(row);
        int[][] orders =
        [
            [.. places.OrderByDescending(Bytes)],
            [.. places.OrderByDescending(Life).ThenByDescending(Bytes)],
            [.. places.OrderByDescending(row => (long)(Life(row) + 1) * Bytes(row))],
            [.. places.OrderBy(First)],
        ];
        var bound = LowerBound(buffers);
        var (best, order) = (Place(buffers, rows, orders[0]), orders[0]);
        foreach (var candidate in orders.Skip(1))
        {
            var placed = Place(buffers, rows, candidate);
            (best, order) = placed.Bytes < best.Bytes ? (placed, candidate) : (best, order);
        }

        var random = new Random(1);
        for (var exchange = 0; exchange < Exchanges && best.Bytes > bound; exchange++)
        {
            var candidate = (int[])order.Clone();
            var (left, right) = (random.Next(candidate.Length), random.Next(candidate.Length));
            (candidate[left], candidate[right]) = (candidate[right], candidate[left]);
            var placed = Place(buffers, rows, candidate);
            (best, order) = placed.Bytes <= best.Bytes ? (placed, candidate) : (best, order);
        }

        return best;
    }

    /// <summary>The most bytes that are in use during one layer; no plan can be smaller.</summary>
    public static int LowerBound(IReadOnlyList<ArenaBuffer> buffers)
    {
        if (buffers.Count == 0)
        {
            return 0;
        }

        var rows = Rows(buffers);
        var first = buffers.Min(buffer => buffer.First);
        return Enumerable.Range(first, buffers.Max(buffer => buffer.Last) - first + 1).Max(layer => rows.Sum(row => row
            .Select(place => buffers[place])
            .Where(buffer => buffer.First <= layer && layer <= buffer.Last)
            .Select(buffer => buffer.Bytes)
            .DefaultIfEmpty()
            .Max()));
    }

    /// <summary>Rows of buffers of which each is written over the one before it.</summary>
    private static int[][] Rows(IReadOnlyList<ArenaBuffer> buffers)
    {
        int Head(int place) => buffers[place].Over is { } over ? Head(over) : place;
        return [.. Enumerable.Range(0, buffers.Count).GroupBy(Head).Select(row => row.ToArray())];
    }

    private static (int[] Offsets, int Bytes) Place(IReadOnlyList<ArenaBuffer> buffers, int[][] rows, int[] order)
    {
        var offsets = new int[buffers.Count];
        List<int> placed = [];
        var bytes = 0;
        foreach (var row in order.Select(index => rows[index]))
        {
            // Offsets at which a buffer of the row would meet one that is placed: from begin to end, both excluded.
            var taken = (from place in row
                         from other in placed
                         where buffers[place].Bytes > 0 && buffers[other].Bytes > 0 && buffers[other].Meets(buffers[place])
                         orderby offsets[other] - buffers[place].Bytes
                         select (Begin: offsets[other] - buffers[place].Bytes, End: offsets[other] + buffers[other].Bytes)).ToArray();
            var offset = 0;
            foreach (var (begin, end) in taken)
            {
                if (begin < offset && offset < end)
                {
                    offset = end;
                }
            }

            foreach (var place in row)
            {
                offsets[place] = offset;
                bytes = Math.Max(bytes, offset + buffers[place].Bytes);
            }

            placed.AddRange(row);
        }

        return (offsets, bytes);
    }
}
