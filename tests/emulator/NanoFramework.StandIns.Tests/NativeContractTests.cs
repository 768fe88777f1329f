using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>One native half serves the stand-in and the official assembly: the native methods and the fields they use have the same names.</summary>
public class NativeContractTests
{
    // The official table enumerates in the firmware; the stand-in's does it in managed code.
    private const string OfficialOnly = "System.Collections.Hashtable/HashtableEnumerator|MoveNext___BOOLEAN";

    public static TheoryData<string> Packages => [.. StandIns.ListedNames.Where(name => name != "mscorlib")];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Native_methods_are_those_of_the_firmware(string name)
    {
        using AssemblyDefinition assembly = StandIns.Read(name);
        IEnumerable<string> ours =
            from type in assembly.MainModule.GetTypes()
            from method in type.Methods
            where method.IsInternalCall
            select $"{type.FullName}|{NativeTokens.Of(method)}";
        IEnumerable<string> firmware = StandIns.ReadTable("native-methods.psv", name).Where(line => line != OfficialOnly);
        Assert.Equal(firmware.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Fields_that_the_firmware_uses_are_there(string name)
    {
        using AssemblyDefinition assembly = StandIns.Read(name);
        Assert.All(StandIns.ReadTable("native-fields.psv", name), line =>
        {
            string[] parts = line.Split('|');
            TypeDefinition type = assembly.MainModule.GetType(parts[0]);
            Assert.Contains(type.Fields, field => field.Name == parts[1] && !field.IsStatic);
        });
    }
}
