using System;

namespace nanoFramework.Runtime.Native;

/// <summary>A thread ran longer than it promised to <see cref="ExecutionConstraint"/>.</summary>
public class ConstraintException : Exception
{
}
