using System.Reflection;
using System.Runtime.CompilerServices;

namespace System;

public abstract class Type : MemberInfo, IReflect
{
    protected Type() => throw null;

    public override extern Type DeclaringType
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public abstract Assembly Assembly { get; }

    public abstract string FullName { get; }

    public abstract string AssemblyQualifiedName { get; }

    public abstract Type BaseType { get; }

    public extern bool IsNotPublic
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsPublic
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsClass
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsInterface
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsValueType
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsAbstract
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsEnum
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsSerializable
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsArray
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static Type GetType(string typeName) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern object InvokeMember(string name, BindingFlags invokeAttr, Binder binder, object target, object[] args);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Type GetTypeFromHandle(RuntimeTypeHandle handle);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern ConstructorInfo GetConstructor(Type[] types);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern ConstructorInfo[] GetConstructors();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern MethodInfo GetMethod(string name, Type[] types);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern MethodInfo GetMethod(string name, BindingFlags bindingAttr);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern MethodInfo GetMethod(string name);

    public MethodInfo[] GetMethods() => throw null;

    public abstract MethodInfo[] GetMethods(BindingFlags bindingAttr);

    public abstract FieldInfo GetField(string name, BindingFlags bindingAttr);

    public FieldInfo GetField(string name) => throw null;

    public FieldInfo[] GetFields() => throw null;

    public abstract FieldInfo[] GetFields(BindingFlags bindingAttr);

    public abstract Type[] GetInterfaces();

    public abstract Type GetElementType();

    public virtual bool IsSubclassOf(Type c) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern bool IsInstanceOfType(object o);

    public override string ToString() => throw null;
}
