namespace Earshot.Emulator.TestAdapter.Discovery;

/// <summary>One run of a test method: once, or once for each of its data rows.</summary>
/// <param name="ClassName">The class, with its namespace.</param>
/// <param name="MethodName">The method.</param>
/// <param name="Row">Number of the data row from 0 on; null for a method without any.</param>
/// <param name="Arguments">The row's arguments as source text, for the name.</param>
internal sealed record DeviceTest(string ClassName, string MethodName, int? Row, string Arguments)
{
    /// <summary>The source file, where its symbols are there.</summary>
    public string? File { get; init; }

    /// <summary>The line of the method's beginning, from 1 on; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>Its name among all tests.</summary>
    public string FullName => Row is null ? $"{ClassName}.{MethodName}" : FormattableString.Invariant($"{ClassName}.{MethodName}.{Row}");

    /// <summary>What people see.</summary>
    public string DisplayName => Row is null ? FullName : $"{ClassName}.{MethodName}({Arguments})";
}
