using System.Diagnostics;

namespace Earshot.ModemFuzz;

/// <summary>Runs a harness on mutated inputs and keeps those that reach new edges.</summary>
internal sealed class Fuzzer(string name, Action<byte[]> harness, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<byte[]> _corpus = [];

    /// <summary>Inputs that were run.</summary>
    public long Runs { get; private set; }

    /// <summary>The input that broke the target; null when none did.</summary>
    public byte[]? Breaking { get; private set; }

    /// <summary>What it did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Runs until an input breaks the target, so many inputs were run, or the time is up.</summary>
    /// <returns>Whether the target has held.</returns>
    public bool Run(IEnumerable<byte[]> seeds, long runs, TimeSpan time)
    {
        var mutator = new Mutator(_random);
        foreach (var input in seeds)
        {
            if (!Try(input))
            {
                return false;
            }

            _corpus.Add(input);
        }

        var watch = Stopwatch.StartNew();
        while (Runs < runs && watch.Elapsed < time)
        {
            var input = mutator.Change(_corpus[_random.Next(_corpus.Count)], _corpus[_random.Next(_corpus.Count)]);
            if (!Try(input))
            {
                Breaking = Shrink(input);
                return false;
            }
        }

        return true;
    }

    public override string ToString() => $"{name}: {Runs} inputs, {Coverage.Edges} edges covered, {_corpus.Count} inputs kept";

    private bool Try(byte[] input)
    {
        Runs++;
        Coverage.Begin();
        Breaking = input;
        Failure = FailureOf(input);
        if (Failure is not null)
        {
            return false;
        }

        Breaking = null;
        if (Coverage.End())
        {
            _corpus.Add(input);
        }

        return true;
    }

    private Exception? FailureOf(byte[] input)
    {
        try
        {
            harness(input);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    // Leaves out what is not needed to fail the same way.
    private byte[] Shrink(byte[] input)
    {
        for (var length = input.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= input.Length;)
            {
                byte[] shorter = [.. input[..at], .. input[(at + length)..]];
                Coverage.Begin();
                if (FailureOf(shorter)?.GetType() == Failure!.GetType())
                {
                    input = shorter;
                }
                else
                {
                    at += length;
                }
            }
        }

        Coverage.Begin();
        Failure = FailureOf(input) ?? Failure;
        return input;
    }
}
