namespace Earshot.Emulator.Boards.Checks;

/// <summary>Checks the memories and the places in them.</summary>
internal static class MemoryCheck
{
    private const long FlashStart = 0x0800_0000;

    /// <summary>Checks them.</summary>
    /// <exception cref="InputException">One is impossible.</exception>
    public static void Run(BoardDescription board, BoardRules rules)
    {
        var memory = board.Memory;
        rules.Range("memory.flash_bytes", memory.FlashBytes, 65536, 1 << 26);
        rules.Range("memory.ram_bytes", memory.RamBytes, 8192, 1 << 26);
        rules.Range("memory.clr_region_bytes", memory.ClrRegionBytes, 65536, memory.FlashBytes);
        rules.Range("memory.flash_free_bytes", memory.FlashFreeBytes ?? 0, 0, memory.ClrRegionBytes - 1);
        rules.Range("memory.managed_heap_bytes", memory.ManagedHeapBytes ?? 1024, 1024, memory.RamBytes);
        rules.Range("memory.native_heap_bytes", memory.NativeHeapBytes, 0, memory.RamBytes);
        rules.Range("memory.stack_bytes", memory.StackBytes, 1024, memory.RamBytes);
        var end = FlashStart + memory.FlashBytes;
        rules.Address("memory.clr_address", memory.ClrAddress, FlashStart, end - memory.ClrRegionBytes);
        rules.Address("memory.deployment_address", memory.DeploymentAddress, FlashStart, end);
        rules.Require(
            memory.DeploymentAddress + memory.DeploymentBytes <= end,
            "memory.deployment_bytes",
            "reaches past the end of the flash",
            "Reduce it, or correct memory.flash_bytes or memory.deployment_address.");
        rules.Range("memory.deployment_bytes", memory.DeploymentBytes, 4096, memory.FlashBytes);
        rules.Require(
            memory.ClrAddress + memory.ClrRegionBytes <= memory.DeploymentAddress
                || memory.DeploymentAddress + memory.DeploymentBytes <= memory.ClrAddress,
            "memory.clr_region_bytes",
            "reaches into the deployment region",
            "Correct memory.clr_address, memory.clr_region_bytes or memory.deployment_address by the target's linker file.");
        rules.Text("memory.source", memory.Source);
        Model(board, rules);
    }

    private static void Model(BoardDescription board, BoardRules rules)
    {
        var memory = board.Memory;
        if (board.Model is not { } model)
        {
            rules.Require(
                memory.DeploymentBytes > BoardModelPlace.DefaultBytes,
                "memory.deployment_bytes",
                "is too small for a model behind the app",
                $"Say with model.address and model.bytes where a model lies; {BoardModelPlace.DefaultBytes} bytes are the default.");
            return;
        }

        var end = memory.DeploymentAddress + memory.DeploymentBytes;
        rules.Address("model.address", model.Address, memory.DeploymentAddress, end - 4096);
        rules.Require(model.Address % 16 == 0, "model.address", $"is 0x{model.Address:X8}", "A pack is used in place: give a multiple of 16.");
        rules.Range("model.bytes", model.Bytes, 4096, end - model.Address);
        rules.Address("model.erase_address", model.EraseAddress, memory.DeploymentAddress, model.Address);
    }
}
