using System.Runtime.CompilerServices;

namespace System.IO;

internal class NativeFindFile
{
    /// <summary>Null where there is no such file or folder.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern NativeFileInfo GetFileInfo(string path);
}
