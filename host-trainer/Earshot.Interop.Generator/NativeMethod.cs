namespace Earshot.Interop.Generator;

/// <summary>A method whose body is in the firmware.</summary>
/// <param name="Class">The struct that declares it, without the library's prefix: <c>Earshot_Interop_NativeClassifier</c>.</param>
/// <param name="Name">Its name with the types of result and parameters: <c>Open___STATIC__I4__I4</c>.</param>
public sealed record NativeMethod(string Class, string Name);
