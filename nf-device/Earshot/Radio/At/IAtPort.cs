namespace Earshot;

/// <summary>The line to a modem. No member throws: a line that fails reads nothing and writes nothing.</summary>
public interface IAtPort
{
    /// <summary>Milliseconds of a clock that never jumps.</summary>
    long Now { get; }

    /// <summary>Reads what is there; waits for a first byte as long as it may.</summary>
    /// <param name="buffer">Takes the bytes from its beginning.</param>
    /// <param name="timeout">Milliseconds; 0 to take only what is there.</param>
    /// <returns>How many bytes were read; 0 when none came.</returns>
    int Read(byte[] buffer, int timeout);

    /// <summary>Writes bytes.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="count">How many of them count.</param>
    /// <returns>Whether the line took them.</returns>
    bool Write(byte[] buffer, int count);
}
