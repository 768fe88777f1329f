namespace System.Runtime.CompilerServices;

public static class RuntimeHelpers
{
    public static extern int OffsetToStringData
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void InitializeArray(Array array, RuntimeFieldHandle fldHandle);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern object GetObjectValue(object obj);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RunClassConstructor(RuntimeTypeHandle type);
}
