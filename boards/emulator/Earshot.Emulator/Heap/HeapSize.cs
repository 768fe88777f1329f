using System.Text;

namespace Earshot.Emulator.Heap;

/// <summary>
/// Bytes that nanoCLR's managed heap spends on each kind of object, on a 32-bit microcontroller. Everything is a whole number of
/// 12-byte blocks (<c>struct CLR_RT_HeapBlock</c>; nanoCLR_Runtime__HeapBlock.h of nf-interpreter 1.17).
/// </summary>
internal static class HeapSize
{
    /// <summary>One block: an object's header, or one field of it.</summary>
    public const int Block = 12;

    /// <summary>The largest object, in blocks (<c>HB_MaxSize</c>).</summary>
    public const int MaximumBlocks = 0xFFFF;

    /// <summary>A delegate to one method (<c>CLR_RT_HeapBlock_Delegate</c>).</summary>
    public const int Delegate = 3 * Block;

    /// <summary>A weak reference (<c>CLR_RT_HeapBlock_WeakReference</c>).</summary>
    public const int WeakReference = 4 * Block;

    /// <summary>A string whose text lies in the assembly's flash (<c>ldstr</c>).</summary>
    public const int Literal = Block;

    /// <summary>A boxed number, date or time.</summary>
    public const int BoxedPrimitive = 2 * Block;

    // CLR_RT_HeapBlock_Array: header, number of elements, four bytes on their type.
    private const int ArrayHeader = Block + 8;

    // CLR_RT_HeapBlock_Delegate_List: list node, type, length, flags.
    private const int DelegateListHeader = Block + 12;

    // CLR_RT_StackFrame up to m_extension is 80 bytes; at least ten blocks follow (c_MinimumStack).
    private const int FrameHeader = 7 * Block;
    private const int MinimumFrameBlocks = 10;

    // c_OverheadForNewObjOrInteropMethod and the slot of an inlined call.
    private const int FrameOverheadBlocks = 3;

    /// <summary>An object with that many fields, those of its bases included.</summary>
    public static int OfFields(int fields) => Block * (fields + 1);

    /// <summary>A string, which nanoCLR keeps as UTF-8 with a terminator.</summary>
    public static int OfString(string text) => (int)Round(Block + Encoding.UTF8.GetByteCount(text) + 1);

    /// <summary>An array.</summary>
    /// <param name="elementBytes">Bytes of one element, see <see cref="OfElement"/>.</param>
    /// <param name="length">Elements.</param>
    public static long OfArray(int elementBytes, int length) => Round(ArrayHeader + ((long)elementBytes * length));

    /// <summary>A delegate to more than one method.</summary>
    public static int OfDelegateList(int methods) => (int)Round(DelegateListHeader + (Block * methods));

    /// <summary>A stack frame: nanoCLR takes them from the managed heap (<c>CLR_RT_StackFrame::Push</c>).</summary>
    /// <param name="locals">Local variables.</param>
    /// <param name="evaluationStack">Deepest evaluation stack.</param>
    public static int OfFrame(int locals, int evaluationStack) =>
        FrameHeader + (Block * Math.Max(MinimumFrameBlocks, locals + evaluationStack + FrameOverheadBlocks));

    /// <summary>One element of an array: primitives are packed, all else takes a block (<c>c_CLR_RT_DataTypeLookup</c>).</summary>
    public static int OfElement(string fullName) => fullName switch
    {
        "System.Boolean" or "System.SByte" or "System.Byte" => 1,
        "System.Char" or "System.Int16" or "System.UInt16" => 2,
        "System.Int32" or "System.UInt32" or "System.Single" => 4,
        "System.Int64" or "System.UInt64" or "System.Double" or "System.DateTime" or "System.TimeSpan" => 8,
        _ => Block,
    };

    /// <summary>Whether a value type fits a block of its own instead of being an object.</summary>
    public static bool IsOneBlock(string fullName) => OfElement(fullName) < Block;

    private static long Round(long bytes) => (bytes + Block - 1) / Block * Block;
}
