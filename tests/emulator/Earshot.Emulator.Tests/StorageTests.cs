using Earshot.Emulator.Power;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Tests;

public sealed class StorageTests
{
    private const string State = @"\state.bin";

    [Fact]
    public void FilesAndFoldersWork() => Assert.Equal(
        [
            "siren", "jackhammer", @"I:\logs\b.txt", @"I:\logs\old False", "129", "17", "False", @"I:\ 262144 3",
        ],
        ScenarioRun.Reports("package storage-files"));

    [Fact]
    public void StreamsReadWriteSeekAndCut() => Assert.Equal(
        // A greater length is not taken by the firmware; a gap is filled with zeros.
        ["15 -1 10000", "6000", "6101 1 0 2", "6106"],
        ScenarioRun.Reports("package storage-streams"));

    [Fact]
    public void AFullDriveLosesNothing()
    {
        var reports = ScenarioRun.Reports("package storage-full");
        Assert.Equal("E0000000", reports[0]);
        // 64 sectors, two of them for the root's log.
        Assert.Equal("62 kept", reports[1]);
        Assert.Equal("4000", reports[2]);
    }

    [Fact]
    public void ErrorsAreTheFirmwares() => Assert.Equal(
        [
            "E2000000", "E1000000", "E0000000", "E7000000", "E6000000", "E8000000", "E7000000", "ObjectDisposedException",
            "NotSupportedException",
        ],
        ScenarioRun.Reports("package storage-errors"));

    [Fact]
    public void WhatWasNotSynchronisedIsLost()
    {
        using var run = new ScenarioRun("package storage-boots");
        run.Board.Run(TimeSpan.FromSeconds(1));
        run.Board.BrownOut(TimeSpan.FromSeconds(1));
        run.Board.Run(TimeSpan.FromSeconds(10));
        run.Board.Reset(ResetCause.Pin);
        run.Board.Run(TimeSpan.FromSeconds(11));
        Assert.Equal(["none False", "written at 0 True", "flush", "written at 2 True"], run.Host.Texts);
        Assert.Equal(5000, run.Board.Storage.Files.ReadFile(@"\loose").Length);
    }

    [Fact]
    public void APowerCutAtAnyStepLeavesTheOldOrTheNewContent()
    {
        var isOld = 0;
        var isCut = true;
        for (var step = 0; isCut; step++)
        {
            var storage = new FlashStorage();
            storage.Files.WriteFile(@"\folder\other", new byte[3000]);
            storage.Files.WriteFile(State, Version(1));
            storage.CutPowerAfter(step, () => throw new PowerCutException());
            isCut = IsCut(() => storage.Files.WriteFile(State, Version(2)));
            storage.Reset(ResetCause.BrownOut);
            var content = storage.Files.ReadFile(State);
            Assert.Equal(Version(content[0]), content);
            Assert.Equal(3000, storage.Files.ReadFile(@"\folder\other").Length);
            Assert.Equal(isCut ? 1 : 2, content[0]);
            isOld += content[0] == 1 ? 1 : 0;
            storage.CutPowerAfter(int.MaxValue, () => throw new PowerCutException());
            storage.Files.WriteFile(State, Version(3));
            Assert.Equal(Version(3), storage.Files.ReadFile(State));
        }

        // Three sectors to erase, 36 pages to program, and the commit.
        Assert.InRange(isOld, 40, 42);
    }

    [Fact]
    public void ABrownOutInTheMiddleOfAWriteLeavesTheOldContent()
    {
        using var run = new ScenarioRun("package storage-rewrite");
        run.Board.Run(TimeSpan.FromSeconds(10));
        run.Board.Reset(ResetCause.Software);
        run.Board.Storage.CutPowerAfter(20, run.Board, TimeSpan.FromMilliseconds(10));
        run.Board.Run(TimeSpan.FromSeconds(20));
        Assert.Equal(["0 True", "done", "1 True", "1 True", "done"], run.Host.Texts);
    }

    [Fact]
    public void WearIsCountedAndSpread()
    {
        var storage = new FlashStorage(new FlashGeometry { SectorCount = 16, EraseCycles = 1000 });
        for (var round = 0; round < 1000; round++)
        {
            storage.Files.WriteFile(State, new byte[5000]);
        }

        Assert.Equal(0, storage.Programs * storage.Geometry.PageBytes % storage.Geometry.PageBytes);
        Assert.True(storage.Erases >= 2000, $"{storage.Erases}");
        // Two sectors each time over fourteen that are free, and a folder's log that moves now and then.
        Assert.InRange(storage.MostErases, storage.Erases / 16, 2 * storage.Erases / 16);
    }

    [Fact]
    public void AWornOutFlashIsFull()
    {
        var storage = new FlashStorage(new FlashGeometry { SectorCount = 8, EraseCycles = 20 });
        var written = 0;
        var failure = Assert.Throws<FileStoreException>(() =>
        {
            while (written < 1000)
            {
                storage.Files.WriteFile(State, [.. Enumerable.Repeat((byte)written, 5000)]);
                written++;
            }
        });
        Assert.Equal("The drive is full.", failure.Message);
        Assert.InRange(written, 40, 80);
        Assert.Equal((byte)(written - 1), storage.Files.ReadFile(State)[0]);
    }

    [Fact]
    public void AFlippedBitIsReadBack()
    {
        var storage = new FlashStorage();
        storage.Files.WriteFile(State, new byte[5000]);
        var sector = storage.Files.SectorsOf(State)[1];
        storage.FlipBit((sector * 4096) + 3, 5);
        Assert.Equal(32, storage.Files.ReadFile(State)[4096 + 3]);
    }

    [Fact]
    public void AStorageCanMoveToAnotherBoard()
    {
        var storage = new FlashStorage();
        storage.Files.WriteFile(State, "from outside"u8);
        using var run = new ScenarioRun("package storage-boots", storage: storage);
        run.Board.Run(TimeSpan.FromSeconds(1));
        Assert.Equal("from outside False", run.Host.Texts[0]);
    }

    [Fact]
    public void WritingTakesTime()
    {
        using var run = ScenarioRun.Of("package storage-rewrite", seconds: 10);
        // The root's pair, the file's three sectors; 36 pages and three commits.
        Assert.Equal(5, run.Board.Storage.Erases);
        Assert.InRange(run.Host.Reports[1].Time, (5 * 45_000_000L) + (38 * 700_000L), 400_000_000);
    }

    [Fact]
    public void AnImpossibleLayoutIsRefused() =>
        Assert.Throws<ArgumentException>(() => new FlashStorage(new FlashGeometry { SectorBytes = 1000 }));

    private static byte[] Version(int version) => [.. Enumerable.Repeat((byte)version, 9000)];

    private static bool IsCut(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }

    private sealed class PowerCutException : Exception;
}
