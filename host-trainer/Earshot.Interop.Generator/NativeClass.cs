namespace Earshot.Interop.Generator;

/// <summary>A class of the managed half as the firmware sees it.</summary>
/// <param name="Name">Its name with underscores: <c>Earshot_Interop_NativeClassifier</c>.</param>
/// <param name="Methods">Its native methods, in the table's order.</param>
/// <param name="Constants">Its public integer constants, in declaration order.</param>
public sealed record NativeClass(string Name, IReadOnlyList<NativeMethod> Methods, IReadOnlyList<NativeConstant> Constants);
