using Earshot.Deployment.Checks;
using Earshot.Deployment.Plans;
using Earshot.Deployment.Tests.Support;
using Earshot.Interop.Generator;
using Earshot.Native;

namespace Earshot.Deployment.Tests;

public sealed class DeploymentPlannerTests
{
    [Theory]
    [InlineData("ST_NUCLEO64_F411RE_NF")]
    [InlineData("ST_NUCLEO64_F401RE_NF")]
    [InlineData("ST_NUCLEO144_F412ZG_NF")]
    [InlineData("ST_NUCLEO144_F439ZI")]
    [InlineData("ST_NUCLEO144_F746ZG")]
    [InlineData("ST_NUCLEO144_F767ZI")]
    [InlineData("ST_B_L475E_IOT01A")]
    public void What_belongs_together_is_sound_on_every_board(string target)
    {
        using var bench = new Workbench(target);
        var plan = DeploymentPlanner.Plan(bench.Request);
        Assert.True(plan.IsSound, string.Join("\n", plan.Findings));
        Assert.DoesNotContain(plan.Findings, finding => finding.State == FindingState.Warning);
        Assert.Contains(plan.Findings, finding => finding.Text.Contains("all 2 native halves", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_go_to_their_addresses_through_the_st_link()
    {
        using var bench = new Workbench();
        var commands = NanoffCommands.Write(DeploymentPlanner.Plan(bench.Request with { Probe = "066F" }), "App.bin").Select(command => command.ToString());
        Assert.Equal(
            [
                $"nanoff --platform stm32 --nativestlink --jtagid 066F --hexfile {In(bench, "nanoBooter.hex")} {In(bench, "nanoCLR.hex")} --verify --reset",
                "nanoff --platform stm32 --nativestlink --jtagid 066F --binfile App.bin --address 0x08040000 --verify --reset",
                $"nanoff --platform stm32 --nativestlink --jtagid 066F --binfile {bench.Pack} --address 0x08060000 --verify --reset",
            ],
            commands);
    }

    [Fact]
    public void App_and_model_are_one_image_over_the_wire_protocol()
    {
        using var bench = new Workbench("ST_NUCLEO144_F746ZG");
        var plan = DeploymentPlanner.Plan(bench.Request);
        Assert.Equal(
            [
                $"nanoff --nanodevice --update --serialport COM9 --clrfile {In(bench, "nanoCLR.bin")}",
                "nanoff --nanodevice --deploy --serialport COM9 --image App.bin",
            ],
            NanoffCommands.Write(plan, "App.bin").Select(command => command.ToString()));

        var (image, pack) = (plan.Image!, File.ReadAllBytes(bench.Pack));
        Assert.Equal(0x20000 + pack.Length, image.Length);
        Assert.Equal(plan.Application!.ToArray(), image[..plan.Application.Size]);
        Assert.All(image[plan.Application.Size..0x20000], value => Assert.Equal(0xFF, value));
        Assert.Equal(pack, image[0x20000..]);
    }

    [Fact]
    public void A_firmware_that_is_there_already_is_checked_and_not_flashed()
    {
        using var bench = new Workbench();
        var plan = DeploymentPlanner.Plan(bench.Request with { KeepFirmware = true });
        Assert.True(plan.IsSound);
        Assert.DoesNotContain(NanoffCommands.Write(plan, "App.bin"), command => command.Arguments.Contains("--hexfile"));
    }

    [Fact]
    public void A_model_alone_is_one_command()
    {
        using var bench = new Workbench();
        var plan = DeploymentPlanner.Plan(bench.Request with { Firmware = null, Application = null });
        Assert.True(plan.IsSound);
        Assert.Null(plan.Image);
        Assert.Equal(["write the model"], NanoffCommands.Write(plan, null).Select(command => command.Purpose));
    }

    [Fact]
    public void An_interop_of_another_build_is_refused()
    {
        using var bench = new Workbench();
        bench.WriteApp(Workbench.Checksum + 1);
        var bad = Assert.Single(Bad(bench.Request));
        Assert.Contains("Earshot.Interop was built for checksum 0x12AB34CE, and the firmware has 0x12AB34CD", bad.Text, StringComparison.Ordinal);
        Assert.Contains("earshot interop", bad.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_beside_another_firmware_is_refused()
    {
        using var bench = new Workbench();
        bench.WriteFirmware(bench.Board.Target, 0x1111_1111);
        Assert.Contains("0x11111111", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_firmware_of_another_board_is_refused()
    {
        using var bench = new Workbench();
        bench.WriteFirmware("ST_NUCLEO64_F401RE_NF", Workbench.Checksum);
        Assert.Contains("built for ST_NUCLEO64_F401RE_NF, not for ST_NUCLEO64_F411RE_NF", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
        bench.WriteFirmware(bench.Board.Target, Workbench.Checksum, reset: 0x0801_0000 + 0x100000);
        Assert.Contains("another board", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_compared_with_the_firmwares_arena_and_ring()
    {
        using var bench = new Workbench();
        var arena = Arena(bench);
        bench.WriteFirmware(bench.Board.Target, Workbench.Checksum, null, (uint)arena, 2048, 64, 131072);
        Assert.Empty(Bad(bench.Request));

        bench.WriteFirmware(bench.Board.Target, Workbench.Checksum, null, (uint)arena - 16, 2048, 64, 131072);
        var bad = Assert.Single(Bad(bench.Request with { KeepFirmware = true }));
        Assert.Contains(FormattableString.Invariant($"16 bytes too large for the firmware, which was built with EARSHOT_ARENA_BYTES={arena - 16}"), bad.Text, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"-DEARSHOT_ARENA_BYTES={(arena + 1023) / 1024 * 1024}"), bad.Remedy, StringComparison.Ordinal);

        bench.WriteFirmware(bench.Board.Target, Workbench.Checksum, null, 24576, 64, 64, 131072);
        bad = Assert.Single(Bad(bench.Request));
        Assert.Contains("too many for the microphone's ring, EARSHOT_RING_SAMPLES=64", bad.Text, StringComparison.Ordinal);
        Assert.Contains("-DEARSHOT_RING_SAMPLES=", bad.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_firmware_that_does_not_tell_its_arena_is_a_warning()
    {
        using var bench = new Workbench();
        bench.WriteFirmware(bench.Board.Target, Workbench.Checksum);
        var plan = DeploymentPlanner.Plan(bench.Request);
        Assert.True(plan.IsSound);
        Assert.Contains("does not say", Assert.Single(plan.Findings, finding => finding.State == FindingState.Warning).Text, StringComparison.Ordinal);
        plan = DeploymentPlanner.Plan(bench.Request with { Firmware = null, Application = null });
        Assert.Contains("--keep-firmware", Assert.Single(plan.Findings, finding => finding.State == FindingState.Warning).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_firmware_without_the_c_module_is_refused()
    {
        using var bench = new Workbench();
        File.WriteAllText(Path.Combine(bench.Firmware, "native_assemblies.csv"), "mscorlib,100.5.0.19,0x1549C856\n");
        Assert.Contains(Bad(bench.Request), finding => finding.Remedy.Contains("NF_INTEROP_ASSEMBLIES", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_library_and_one_of_another_version_are_told()
    {
        using var bench = new Workbench();
        bench.Write("mscorlib", AssemblyBuilder.Build("mscorlib", "1.16.0.0", Workbench.MscorlibChecksum));
        Assert.Contains(Bad(bench.Request), finding => finding.Text.Contains("needs mscorlib 1.17", StringComparison.Ordinal));
        File.Delete(Path.Combine(bench.App, "Earshot.Interop.pe"));
        Assert.Contains(Bad(bench.Request), finding => finding.Text.Contains("needs Earshot.Interop 0.1, and it is not there", StringComparison.Ordinal));
    }

    [Fact]
    public void An_app_with_native_halves_is_not_flashed_without_knowing_the_firmware()
    {
        using var bench = new Workbench();
        Assert.Contains("--keep-firmware", Assert.Single(Bad(bench.Request with { Firmware = null })).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_that_reaches_into_the_models_erase_unit_is_refused_by_how_much()
    {
        using var bench = new Workbench();
        bench.Board.Model!.EraseAddress = bench.Board.Memory.DeploymentAddress + 100;
        Assert.Contains("bytes too large for its 100 bytes", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_alone_that_would_wipe_out_the_app_is_refused()
    {
        using var bench = new Workbench("ST_NUCLEO144_F746ZG");
        Assert.Contains("wipe out the app", Assert.Single(Bad(bench.Request with { Application = null })).Text, StringComparison.Ordinal);
        Assert.Contains("share the erase unit", Assert.Single(Bad(bench.Request with { Model = null })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_whose_sectors_nanoff_does_not_know_is_not_written_through_the_st_link()
    {
        using var bench = new Workbench("ST_NUCLEO144_F767ZI");
        Assert.Contains("STM32F7", Assert.Single(Bad(bench.Request with { Interface = DeploymentInterface.StLink })).Text, StringComparison.Ordinal);
        Assert.Contains("--port", Assert.Single(Bad(bench.Request with { Port = null })).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_apps_interop_is_compared_with_this_earshots_own()
    {
        using var bench = new Workbench();
        var own = Path.Combine(AppContext.BaseDirectory, "device", "Earshot.Interop.dll");
        var other = DeploymentPlanner.Plan(bench.Request with { Declarations = own });
        Assert.True(other.IsSound);
        Assert.Contains(other.Findings, finding => finding.State == FindingState.Warning && finding.Text.Contains("another release", StringComparison.Ordinal));

        var checksum = NativeAssembly.Read(own).Checksum;
        bench.WriteFirmware(bench.Board.Target, checksum);
        bench.WriteList(checksum);
        bench.WriteApp(checksum);
        var same = DeploymentPlanner.Plan(bench.Request with { Declarations = own });
        Assert.Contains(same.Findings, finding => finding.State == FindingState.Good && finding.Text.Contains("this Earshot's", StringComparison.Ordinal));
    }

    [Fact]
    public void An_app_without_the_c_module_is_told()
    {
        using var bench = new Workbench();
        bench.Write("Earshot.Node", AssemblyBuilder.Build("Earshot.Node", "0.1", 0, ("mscorlib", "1.17")));
        File.Delete(Path.Combine(bench.App, "Earshot.Interop.pe"));
        var plan = DeploymentPlanner.Plan(bench.Request);
        Assert.True(plan.IsSound);
        Assert.Contains(plan.Findings, finding => finding.State == FindingState.Warning && finding.Text.Contains("does not classify", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_or_large_model_is_refused()
    {
        using var bench = new Workbench();
        bench.Board.Model!.Bytes = 4096;
        Assert.Contains("bytes too large for its place", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
        var pack = File.ReadAllBytes(bench.Pack);
        pack[200] ^= 1;
        File.WriteAllBytes(bench.Pack, pack);
        Assert.Equal("model", Assert.Single(Bad(bench.Request)).Subject);
        File.Delete(bench.Pack);
        Assert.Contains("no such model pack", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_whose_arena_is_too_large_is_refused()
    {
        using var bench = new Workbench();
        bench.Board.Memory.ManagedHeapBytes = 1024;
        bench.Board.Memory.NativeHeapBytes = 0;
        Assert.Contains("its arena is", Assert.Single(Bad(bench.Request)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        using var bench = new Workbench();
        Directory.Delete(bench.Firmware, recursive: true);
        File.WriteAllText(bench.Pack, "no pack");
        File.WriteAllText(Path.Combine(bench.App, "Earshot.Node.pe"), "no assembly");
        var subjects = Bad(bench.Request).Select(finding => finding.Subject).ToHashSet();
        Assert.Equal(["firmware", "app", "model"], subjects);
    }

    private static string In(Workbench bench, string file) => Path.Combine(bench.Firmware, file);

    private static List<Finding> Bad(DeploymentRequest request) =>
        [.. DeploymentPlanner.Plan(request).Findings.Where(finding => finding.State == FindingState.Bad)];

    private static int Arena(Workbench bench)
    {
        using var model = Model.Open(File.ReadAllBytes(bench.Pack), bench.Pack);
        return model.ArenaBytes;
    }
}
