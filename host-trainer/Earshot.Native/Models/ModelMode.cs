namespace Earshot.Native;

/// <summary>How a network sees time.</summary>
public enum ModelMode
{
    /// <summary>Convolutions keep their history; each hop costs only that hop.</summary>
    Stream = 0,

    /// <summary>At every decision the network runs over the last window.</summary>
    Window = 1,
}
