namespace System.IO;

internal static class NativeIO
{
    public const string Root = "\\";
}
