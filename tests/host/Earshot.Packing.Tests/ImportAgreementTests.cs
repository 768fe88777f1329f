using Earshot.Packing.Tests.Support;

namespace Earshot.Packing.Tests;

public class ImportAgreementTests
{
    public static TheoryData<string> Names => Topologies.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_imported_network_computes_what_onnx_runtime_computes(string name) =>
        Agreement.Measure(Topologies.All[name]().Quantized(), windows: 25).AssertWithinBounds();
}
