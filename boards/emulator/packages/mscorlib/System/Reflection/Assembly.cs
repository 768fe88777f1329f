using System.Globalization;
using System.Runtime.CompilerServices;

namespace System.Reflection;

public class Assembly
{
    public Assembly() => throw null;

    public virtual extern string FullName
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Assembly GetExecutingAssembly();

    public AssemblyName GetName() => throw null;

    public static Assembly GetAssembly(Type type) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern Type GetType(string name);

    public virtual Type GetType(string name, bool throwOnError) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern Type[] GetTypes();

    public Assembly GetSatelliteAssembly(CultureInfo culture) => throw null;

    public static Assembly Load(string assemblyString) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Assembly Load(byte[] rawAssembly);
}
