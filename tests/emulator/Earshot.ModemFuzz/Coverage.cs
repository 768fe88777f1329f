namespace Earshot.ModemFuzz;

/// <summary>Where a run has been. The instrumented target calls <see cref="Hit"/> at the head of each basic block.</summary>
public static class Coverage
{
    /// <summary>No input needs so many blocks: more is a loop that does not end.</summary>
    private const int MostBlocks = 20_000_000;

    private static readonly byte[] Counts = new byte[1 << 16];
    private static readonly byte[] Known = new byte[1 << 16];
    private static readonly List<int> Touched = [];
    private static int _previous;
    private static int _blocks;

    /// <summary>Edges seen in any run.</summary>
    public static int Edges { get; private set; }

    /// <summary>A block begins.</summary>
    public static void Hit(int block)
    {
        var edge = (block ^ _previous) & 0xFFFF;
        _previous = block >> 1;
        if (Counts[edge] == 0)
        {
            Touched.Add(edge);
        }

        if (Counts[edge] < byte.MaxValue)
        {
            Counts[edge]++;
        }

        if (++_blocks > MostBlocks)
        {
            throw new EndlessException();
        }
    }

    /// <summary>Begins a run.</summary>
    public static void Begin()
    {
        foreach (var edge in Touched)
        {
            Counts[edge] = 0;
        }

        Touched.Clear();
        _previous = 0;
        _blocks = 0;
    }

    /// <summary>Forgets every run.</summary>
    public static void Forget()
    {
        Begin();
        Array.Clear(Known);
        Edges = 0;
    }

    /// <summary>Ends a run.</summary>
    /// <returns>Whether it has been somewhere new, or somewhere more often than before.</returns>
    public static bool End()
    {
        var isNew = false;
        foreach (var edge in Touched)
        {
            var bucket = Bucket(Counts[edge]);
            if ((Known[edge] & bucket) == 0)
            {
                Edges += Known[edge] == 0 ? 1 : 0;
                Known[edge] |= bucket;
                isNew = true;
            }
        }

        return isNew;
    }

    // AFL's classes of hit counts.
    private static byte Bucket(int count) => count switch
    {
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
