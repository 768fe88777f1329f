namespace Earshot.Native;

/// <summary>What the C module reports; <c>earshot_status</c> in native-interop/include/earshot/status.h.</summary>
public enum EarshotStatus
{
    /// <summary>No error.</summary>
    Ok = 0,

    /// <summary>An argument is null or out of range.</summary>
    Argument = -1,

    /// <summary>Memory does not start at a multiple of 16 bytes.</summary>
    Alignment = -2,

    /// <summary>Memory is smaller than needed.</summary>
    Memory = -3,

    /// <summary>Not a model pack.</summary>
    Magic = -4,

    /// <summary>A format version that this build does not read.</summary>
    Version = -5,

    /// <summary>Cut short, or longer than its header says.</summary>
    Size = -6,

    /// <summary>A byte has changed.</summary>
    Crc = -7,

    /// <summary>A table lies outside the pack.</summary>
    Offset = -8,

    /// <summary>A reserved field is not zero.</summary>
    Reserved = -9,

    /// <summary>A front-end setting or table is out of range.</summary>
    FrontEnd = -10,

    /// <summary>A label or class setting is out of range.</summary>
    Label = -11,

    /// <summary>A tensor is out of range.</summary>
    Tensor = -12,

    /// <summary>A layer is out of range.</summary>
    Layer = -13,

    /// <summary>Shapes or timing disagree.</summary>
    Shape = -14,

    /// <summary>A multiplier, shift, bias, clamp or scale is out of range.</summary>
    Quantisation = -15,

    /// <summary>The arena plan is wrong.</summary>
    Arena = -16,

    /// <summary>A kernel or weight layout that this build does not have.</summary>
    Kernel = -17,

    /// <summary>The C module was compiled with arithmetic that gives other bits.</summary>
    Arithmetic = -18,
}
