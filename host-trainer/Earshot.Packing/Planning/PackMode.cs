namespace Earshot.Packing.Planning;

/// <summary>How the network sees time; the values are those of the pack format.</summary>
public enum PackMode : ushort
{
    /// <summary>Convolutions keep their history; each hop costs only that hop.</summary>
    Stream = 0,

    /// <summary>At every decision the network runs over the last window.</summary>
    Window = 1,
}
