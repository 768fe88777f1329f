using System;

namespace nanoFramework.TestFramework;

/// <summary>A test: it passes when it returns.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public class TestMethodAttribute : Attribute
{
}
