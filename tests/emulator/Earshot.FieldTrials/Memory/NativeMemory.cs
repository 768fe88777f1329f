using System.Globalization;

namespace Earshot.FieldTrials.Memory;

/// <summary>What Earshot adds to a board's firmware, in bytes, as <c>tests/cortex-m/run.sh</c> has measured it.</summary>
public sealed record NativeMemory
{
    /// <summary>Bytes of RAM that Earshot's C code may take, the stack of the CLR's thread included.</summary>
    public const int RamLimit = 48 * 1024;

    /// <summary>Bytes of code and constants.</summary>
    public const int CodeLimit = 24 * 1024;

    /// <summary>The end of the microcontroller's name.</summary>
    public required string Chip { get; init; }

    /// <summary>Where the model pack was: deployed, both.</summary>
    public required string Place { get; init; }

    /// <summary>Code and constants.</summary>
    public required int Code { get; init; }

    /// <summary>The pack in the firmware.</summary>
    public required int Pack { get; init; }

    /// <summary>The network's arena.</summary>
    public required int Arena { get; init; }

    /// <summary>The microphone's ring.</summary>
    public required int Ring { get; init; }

    /// <summary>Static RAM, arena and ring included, and the stack of a hop.</summary>
    public required int Ram { get; init; }

    /// <summary>The stack of a hop.</summary>
    public required int Stack { get; init; }

    /// <summary>Whether it is within the limits.</summary>
    public bool IsWithinLimits => Ram <= RamLimit && Code <= CodeLimit;

    /// <summary>Reads the rows of memory.csv.</summary>
    /// <exception cref="InputException">There is no such file, or it is of another form.</exception>
    public static IReadOnlyList<NativeMemory> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(path, "the file does not exist.", "Run bash tests/cortex-m/run.sh --firmware, which writes .artifacts/cortex-m/firmware/memory.csv.");
        }

        return [.. File.ReadLines(path).Skip(1).Select((line, index) => Parse(path, index + 2, line.Split(',')))];
    }

    private static NativeMemory Parse(string path, int line, string[] fields)
    {
        var numbers = fields.Skip(2).Select(field => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (fields.Length != 8 || numbers.Contains(-1))
        {
            throw new InputException(path, FormattableString.Invariant($"line {line} has not two names and six numbers."), "Run bash tests/cortex-m/run.sh --firmware again.");
        }

        return new NativeMemory
        {
            Chip = fields[0],
            Place = fields[1],
            Code = numbers[0],
            Pack = numbers[1],
            Arena = numbers[2],
            Ring = numbers[3],
            Ram = numbers[4] + numbers[5],
            Stack = numbers[5],
        };
    }
}
