using Earshot.Deployment.Plans;
using Earshot.Deployment.Tests.Support;
using Earshot.Deployment.Tools;

namespace Earshot.Deployment.Tests;

public sealed class BoardIdentityTests
{
    private static readonly string[] Probes = ["-- Connected ST-LINK probes (native) --", "066FFF31", "0670FF52", "---------------------------------------"];

    [Fact]
    public void The_board_on_the_port_must_be_the_named_one()
    {
        using var bench = new Workbench("ST_NUCLEO144_F746ZG");
        BoardIdentity.Check(bench.Request, Said("HAL build info: nanoCLR", "  Target:   ST_NUCLEO144_F746ZG", "  Platform: STM32F7"));
        var error = Assert.Throws<InputException>(() => BoardIdentity.Check(bench.Request, Said("  Target:   ST_NUCLEO144_F767ZI")));
        Assert.Contains("the board there is a ST_NUCLEO144_F767ZI", error.Problem, StringComparison.Ordinal);
        Assert.Contains("--board ST_NUCLEO144_F767ZI", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("does not say", Assert.Throws<InputException>(() => BoardIdentity.Check(bench.Request, Said("hello"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void One_probe_is_taken_and_of_several_one_must_be_named()
    {
        using var bench = new Workbench();
        BoardIdentity.Check(bench.Request, Said(Probes[0], Probes[1], Probes[3]));
        BoardIdentity.Check(bench.Request with { Probe = "0670ff52" }, Said(Probes));
        Assert.Contains("--probe", Refusal(bench.Request, Probes).Remedy, StringComparison.Ordinal);
        Assert.Contains("no ST-LINK 1234", Refusal(bench.Request with { Probe = "1234" }, Probes).Problem, StringComparison.Ordinal);
        Assert.Contains("no ST-LINK is connected", Refusal(bench.Request, ["No ST-LINK probes found via native USB enumeration"]).Problem, StringComparison.Ordinal);
    }

    private static InputException Refusal(DeploymentRequest request, string[] lines) =>
        Assert.Throws<InputException>(() => BoardIdentity.Check(request, Said(lines)));

    private static ProgramOutcome Said(params string[] lines) => new(0, lines);
}
