using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Earshot.Emulator.TestAdapter.Running;

/// <summary>
/// Calls a test method as nanoFramework's launcher does: by reflection without an instance. There, an instance method runs all the
/// same, with null for <c>this</c>.
/// </summary>
internal static class DeviceCall
{
    /// <summary>Calls a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What it is called with.</param>
    public static void Invoke(MethodInfo method, object?[] arguments)
    {
        if (method.IsStatic)
        {
            method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return;
        }

        Type[] signature = [.. method.GetParameters().Select(parameter => parameter.ParameterType), method.ReturnType];
        var target = Delegate.CreateDelegate(Expression.GetDelegateType(signature), firstArgument: null, method);
        try
        {
            target.DynamicInvoke(arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }

    /// <summary>The arguments of a data row, without running the attribute's code.</summary>
    public static object?[] ArgumentsOf(MethodInfo method, int? row)
    {
        if (row is not { } index)
        {
            return [];
        }

        var attribute = CustomAttributeData.GetCustomAttributes(method)
            .Where(attribute => attribute.AttributeType.Name == "DataRowAttribute")
            .ElementAt(index);
        return [.. ((IReadOnlyCollection<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!).Select(Value)];
    }

    private static object? Value(CustomAttributeTypedArgument argument)
    {
        if (argument.Value is not IReadOnlyCollection<CustomAttributeTypedArgument> items)
        {
            return argument.ArgumentType.IsEnum ? Enum.ToObject(argument.ArgumentType, argument.Value!) : argument.Value;
        }

        var array = Array.CreateInstance(argument.ArgumentType.GetElementType()!, items.Count);
        var index = 0;
        foreach (var item in items)
        {
            array.SetValue(Value(item), index++);
        }

        return array;
    }
}
