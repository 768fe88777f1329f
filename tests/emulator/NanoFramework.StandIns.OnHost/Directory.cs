namespace System.IO;

/// <summary>The current folder that the tests of paths work in.</summary>
internal static class Directory
{
    public static string GetCurrentDirectory() => @"I:\work";
}
