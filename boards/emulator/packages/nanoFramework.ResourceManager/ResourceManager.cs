using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace System.Resources;

/// <summary>Finds the resources of one .resx file, in the assembly that they were compiled into.</summary>
public class ResourceManager
{
    private const string FileExtension = ".nanoresources";
    private const int NotFound = -1;

    // The firmware reads these fields by name and calls GetObjectFromId and GetObjectChunkFromId: keep the names.
    private readonly int _resourceFileId = NotFound;
    private readonly Assembly _assembly;
    private readonly string _baseName;
    private readonly string _cultureName;
    private ResourceManager _rmFallback;

    /// <exception cref="ArgumentException">The assembly has no resources of that name.</exception>
    public ResourceManager(string baseName, Assembly assembly)
        : this(baseName, assembly, CultureInfo.CurrentUICulture.Name)
    {
        if (_resourceFileId == NotFound)
        {
            throw new ArgumentException();
        }
    }

    /// <summary>Searches the culture, then its parents, then the resources of no culture.</summary>
    private ResourceManager(string baseName, Assembly assembly, string cultureName)
    {
        _assembly = assembly;
        _baseName = baseName;
        _cultureName = cultureName;
        _resourceFileId = FindResource(FileName(baseName, cultureName), assembly);
        while (_resourceFileId < 0 && _cultureName.Length > 0)
        {
            _cultureName = ParentOf(_cultureName);
            _resourceFileId = FindResource(FileName(baseName, _cultureName), assembly);
        }
    }

    private static string FileName(string baseName, string cultureName) =>
        baseName + (cultureName.Length == 0 ? string.Empty : "." + cultureName) + FileExtension;

    private static string ParentOf(string cultureName)
    {
        int dash = cultureName.LastIndexOf('-');
        return dash < 0 ? string.Empty : cultureName.Substring(0, dash);
    }

    private object GetObjectFromId(short id)
    {
        for (ResourceManager manager = this; manager != null; manager = manager.Fallback())
        {
            object found = manager.GetObjectInternal(id);
            if (found != null)
            {
                return found;
            }
        }

        throw new ArgumentException();
    }

    private object GetObjectChunkFromId(short id, int offset, int length)
    {
        for (ResourceManager manager = this; manager != null; manager = manager.Fallback())
        {
            object found = manager.GetObjectInternal(id, offset, length);
            if (found != null)
            {
                return found;
            }
        }

        throw new ArgumentException();
    }

    private ResourceManager Fallback()
    {
        if (_rmFallback == null && _cultureName.Length > 0)
        {
            var parent = new ResourceManager(_baseName, _assembly, ParentOf(_cultureName));
            _rmFallback = parent._resourceFileId < 0 ? null : parent;
        }

        return _rmFallback;
    }

    /// <summary>Null where the file has no such resource.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern object GetObjectInternal(short id);

    /// <summary>A part of a binary resource; null where the file has no such resource.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern object GetObjectInternal(short id, int offset, int length);

    /// <summary>The number of the resource file in the assembly, or -1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int FindResource(string baseName, Assembly assembly);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern object GetObject(ResourceManager rm, Enum id);
}
