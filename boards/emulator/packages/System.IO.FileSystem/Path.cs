using System.Text;

namespace System.IO;

/// <summary>
/// Paths such as <c>I:\folder\file.txt</c>: a letter for the drive, <c>I</c> being internal flash, and either slash
/// between names.
/// </summary>
public static class Path
{
    public static readonly char DirectorySeparatorChar = '\\';
    public static readonly char AltDirectorySeparatorChar = '/';
    public static readonly char VolumeSeparatorChar = ':';
    public static readonly char PathSeparator = ';';

    /// <summary>Replaces what follows the last dot; null removes the dot as well.</summary>
    public static string ChangeExtension(string path, string extension)
    {
        if (string.IsNullOrEmpty(path))
        {
            return path;
        }

        int dot = ExtensionStart(path);
        string stem = dot < 0 ? path : path.Substring(0, dot);
        if (extension == null)
        {
            return stem;
        }

        return extension.StartsWith(".") ? stem + extension : stem + "." + extension;
    }

    public static string Combine(string path1, string path2)
    {
        if (path1 == null || path2 == null)
        {
            throw new ArgumentNullException();
        }

        if (path1.Length == 0 || IsPathRooted(path2))
        {
            return path2;
        }

        if (path2.Length == 0)
        {
            return path1;
        }

        // The root above all drives is not part of a path.
        string start = path1 == NativeIO.Root ? string.Empty : path1;
        return IsSeparator(path1[path1.Length - 1]) ? start + path2 : start + DirectorySeparatorChar + path2;
    }

    /// <summary>The path without its last name; null for a root.</summary>
    public static string GetDirectoryName(string path)
    {
        if (IsBlank(path))
        {
            return null;
        }

        int root = RootLength(path);
        int end = path.Length;
        if (end <= root)
        {
            return null;
        }

        while (end > root && !IsSeparator(path[end - 1]))
        {
            end--;
        }

        while (end > root && IsSeparator(path[end - 1]))
        {
            end--;
        }

        return Normalize(path.Substring(0, end));
    }

    /// <summary>The extension with its dot, or "".</summary>
    public static string GetExtension(string path)
    {
        if (path == null)
        {
            return null;
        }

        return HasExtension(path) ? path.Substring(ExtensionStart(path)) : string.Empty;
    }

    public static string GetFileName(string path)
    {
        if (path == null)
        {
            return null;
        }

        int start = path.Length;
        int root = RootLength(path);
        while (start > root && !IsSeparator(path[start - 1]))
        {
            start--;
        }

        return path.Substring(start);
    }

    public static string GetFileNameWithoutExtension(string path)
    {
        string name = GetFileName(path);
        int dot = name == null ? -1 : name.LastIndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }

    /// <summary>The path from the root, without "." and "..".</summary>
    public static string GetFullPath(string path)
    {
        if (path == null)
        {
            throw new ArgumentNullException();
        }

        if (path.Length == 0)
        {
            throw new ArgumentException();
        }

        return Normalize(IsPathRooted(path) ? path : Combine(Directory.GetCurrentDirectory(), path));
    }

    public static char[] GetInvalidFileNameChars() => WithControlCharacters("\"<>|:*?\\/");

    public static char[] GetInvalidPathChars() => WithControlCharacters("|");

    public static string GetPathRoot(string path) => IsBlank(path) ? null : Normalize(path.Substring(0, RootLength(path)));

    public static bool HasExtension(string path)
    {
        int dot = path == null ? -1 : ExtensionStart(path);
        return dot >= 0 && dot < path.Length - 1;
    }

    public static bool IsPathRooted(string path) => path != null && ((path.Length > 0 && IsSeparator(path[0])) || StartsWithDrive(path));

    private static bool IsSeparator(char character) => character is '\\' or '/';

    private static bool StartsWithDrive(string path) => path.Length >= 2 && path[1] == ':' && (path[0] | 0x20) is >= 'a' and <= 'z';

    private static bool IsBlank(string path) => path == null || path.Trim(' ').Length == 0;

    private static int RootLength(string path)
    {
        if (StartsWithDrive(path))
        {
            return path.Length > 2 && IsSeparator(path[2]) ? 3 : 2;
        }

        return path.Length == 1 && IsSeparator(path[0]) ? 1 : 0;
    }

    /// <summary>Where the dot of the extension stands; -1 where the last name has none.</summary>
    private static int ExtensionStart(string path)
    {
        for (int i = path.Length - 1; i >= 0 && !IsSeparator(path[i]); i--)
        {
            if (path[i] == '.')
            {
                return i;
            }
        }

        return -1;
    }

    private static char[] WithControlCharacters(string others)
    {
        var characters = new char[32 + others.Length];
        for (int i = 0; i < 32; i++)
        {
            characters[i] = (char)i;
        }

        others.ToCharArray().CopyTo(characters, 32);
        return characters;
    }

    private static string Normalize(string path)
    {
        if (path.Length == 0)
        {
            return path;
        }

        string[] names = path.Split('\\', '/');
        int count = 0;
        bool climbs = false;
        foreach (string name in names)
        {
            if (name == "..")
            {
                climbs = true;
                count = count > 0 ? count - 1 : 0;
            }
            else if (name.Length > 0 && name != ".")
            {
                names[count++] = name;
            }
        }

        // The class library of the board drops a leading separator where it resolves "..".
        var full = new StringBuilder(!climbs && IsSeparator(path[0]) ? "\\" : string.Empty);
        for (int i = 0; i < count; i++)
        {
            full.Append(i == 0 ? string.Empty : "\\").Append(names[i]);
        }

        bool endsWithSeparator = IsSeparator(path[path.Length - 1]);
        return count > 0 && endsWithSeparator ? full.Append('\\').ToString() : full.ToString();
    }
}
