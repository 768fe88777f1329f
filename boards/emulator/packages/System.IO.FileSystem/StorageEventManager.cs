using System;
using System.Collections;
using System.IO;
using nanoFramework.Runtime.Events;
using nanoFramework.System.IO.FileSystem;

namespace nanoFramework.System.IO;

/// <summary>Tells when drives come and go.</summary>
public static class StorageEventManager
{
    private static readonly ArrayList Drives = new();
    private static readonly ArrayList Cards = new();

    static StorageEventManager()
    {
        var listener = new Listener();
        EventSink.AddEventProcessor(EventCategory.Storage, listener);
        EventSink.AddEventListener(EventCategory.Storage, listener);
        DriveInfo.MountRemovableVolumes();
    }

    public static event RemovableDeviceEventHandler RemovableDeviceInserted;

    public static event RemovableDeviceEventHandler RemovableDeviceRemoved;

    /// <exception cref="ArgumentException">The slot has a card object already.</exception>
    internal static void Register(SDCard card)
    {
        lock (Cards)
        {
            if (FindCard(card.SlotIndex) != null)
            {
                throw new ArgumentException();
            }

            Cards.Add(card);
        }
    }

    internal static void Unregister(SDCard card)
    {
        lock (Cards)
        {
            Cards.Remove(card);
        }
    }

    private static void OnStorageEvent(StorageEvent ev)
    {
        switch (ev.EventType)
        {
            case StorageEvent.Inserted:
                var inserted = new DriveInfo(ev.Index);
                Drives.Add(inserted);
                RemovableDeviceInserted?.Invoke(
                    null,
                    new RemovableDriveEventArgs(inserted, RemovableDriveEventArgs.RemovableDeviceEvent.Inserted));
                break;
            case StorageEvent.Removed:
                OnRemoved(ev.Index);
                break;
            case StorageEvent.CardDetectChanged:
                FindCard(ev.Index)?.OnDetectPin(ev.PinLevel);
                break;
        }
    }

    private static void OnRemoved(uint volume)
    {
        foreach (DriveInfo drive in Drives)
        {
            if (drive._volumeIndex == volume)
            {
                Drives.Remove(drive);
                OpenFiles.CloseAll(drive.Name);
                RemovableDeviceRemoved?.Invoke(
                    null,
                    new RemovableDriveEventArgs(drive, RemovableDriveEventArgs.RemovableDeviceEvent.Removed));
                return;
            }
        }
    }

    private static SDCard FindCard(uint slot)
    {
        foreach (SDCard card in Cards)
        {
            if (card.SlotIndex == slot)
            {
                return card;
            }
        }

        return null;
    }

    private class Listener : IEventListener, IEventProcessor
    {
        public void InitializeForEventSource()
        {
        }

        /// <param name="data1">The level of the detect pin in the upper 16 bits, what happened in the lowest 8.</param>
        /// <param name="data2">The volume, or the slot of a card.</param>
        public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) =>
            new StorageEvent { EventType = (byte)data1, Index = data2, PinLevel = data1 >> 16 == 1 };

        public bool OnEvent(BaseEvent ev)
        {
            lock (Drives)
            {
                OnStorageEvent((StorageEvent)ev);
            }

            return true;
        }
    }
}
