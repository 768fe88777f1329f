namespace System.Diagnostics;

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class DebuggerStepperBoundaryAttribute : Attribute
{
    public DebuggerStepperBoundaryAttribute() => throw null;
}
