namespace Earshot;

/// <summary>The modem's reset line, for a board that has one wired.</summary>
public interface IModemReset
{
    /// <summary>Pulls it long enough.</summary>
    void Reset();
}
