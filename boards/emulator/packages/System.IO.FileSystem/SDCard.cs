using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.System.IO.FileSystem;

/// <summary>A card slot. A mounted card is a drive.</summary>
public class SDCard : IDisposable
{
    // The firmware reads and writes these fields by name: keep the names.
#pragma warning disable CS0649, IDE0044
    private bool _mounted;
#pragma warning restore CS0649, IDE0044
    private bool _disposed;
    private readonly SDInterfaceType _sdCardType;
    private readonly bool _enableCardDetectPin;
    private readonly bool _cardDetectedState;
    private readonly uint _cardDetectPin;
    private readonly uint _slotIndex;
    private readonly bool _autoMount = true;
    private readonly SDDataWidth _dataWidth;
    private readonly uint _spiBus;
    private readonly uint _chipSelectPin;

    /// <summary>The card of the board's own configuration.</summary>
    public SDCard(uint slotIndex = 0)
    {
        _sdCardType = SDInterfaceType.System;
        _slotIndex = slotIndex;
        StorageEventManager.Register(this);
        InitNative();
    }

    public SDCard(SDCardMmcParameters mmcParameters, CardDetectParameters cdParameters = null)
        : this(SDInterfaceType.Mmc, mmcParameters.slotIndex, cdParameters)
    {
        _dataWidth = mmcParameters.dataWidth;
        InitNative();
    }

    public SDCard(SDCardSpiParameters spiParameters, CardDetectParameters cdParameters = null)
        : this(SDInterfaceType.Spi, spiParameters.slotIndex, cdParameters)
    {
        _spiBus = spiParameters.spiBus;
        _chipSelectPin = spiParameters.chipSelectPin;
        InitNative();
    }

    private SDCard(SDInterfaceType type, uint slotIndex, CardDetectParameters detection)
    {
        _sdCardType = type;
        _slotIndex = slotIndex;
        if (detection != null)
        {
            _enableCardDetectPin = detection.enableCardDetectPin;
            _cardDetectedState = detection.cardDetectedState;
            _cardDetectPin = detection.cardDetectPin;
            _autoMount = detection.autoMount;
        }

        StorageEventManager.Register(this);
    }

    ~SDCard() => Release();

    public event CardDetectStateEventHandler CardDetectChanged;

#pragma warning disable CA1707, IDE1006 // The official names.
    public enum SDDataWidth
    {
        _1_bit = 1,
        _4_bit = 2,
    }
#pragma warning restore CA1707, IDE1006

    public enum SDInterfaceType
    {
        System = 0,
        Mmc = 1,
        Spi = 2,
    }

    public SDInterfaceType CardType => _sdCardType;

    public bool IsMounted => _mounted;

    public bool CardDetectEnabled => _enableCardDetectPin;

    public uint SlotIndex => _slotIndex;

    public SDCardMmcParameters MmcParameters => new() { slotIndex = _slotIndex, dataWidth = _dataWidth };

    public SDCardSpiParameters SpiParameters => new() { slotIndex = _slotIndex, spiBus = _spiBus, chipSelectPin = _chipSelectPin };

    public CardDetectParameters CdParameters => new()
    {
        enableCardDetectPin = _enableCardDetectPin,
        cardDetectedState = _cardDetectedState,
        cardDetectPin = _cardDetectPin,
        autoMount = _autoMount,
    };

    /// <summary>False where no detect pin is set up.</summary>
    public bool IsCardDetected => _enableCardDetectPin && PollCardDetectNative();

    public void Mount() => MountNative();

    public void Unmount() => UnmountNative();

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    internal void OnDetectPin(bool level)
    {
        CardDetectState state = level == _cardDetectedState ? CardDetectState.Inserted : CardDetectState.Removed;
        if (_autoMount)
        {
            try
            {
                Follow(state);
            }
            catch (Exception)
            {
                // A card that cannot be mounted is still a card that was put in: the event must come.
            }
        }

        CardDetectChanged?.Invoke(this, new CardDetectChangedEventArgs(state, _slotIndex));
    }

    private void Follow(CardDetectState state)
    {
        if (state == CardDetectState.Inserted && !IsMounted)
        {
            Mount();
        }
        else if (state == CardDetectState.Removed && IsMounted)
        {
            Unmount();
        }
    }

    private void Release()
    {
        if (_disposed)
        {
            return;
        }

        StorageEventManager.Unregister(this);
        if (IsMounted)
        {
            Unmount();
        }

        NativeDispose();
        _disposed = true;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void InitNative();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeDispose();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void MountNative();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void UnmountNative();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern bool PollCardDetectNative();
}
