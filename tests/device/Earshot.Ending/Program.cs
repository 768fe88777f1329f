using System;
using System.IO;
using System.Threading;

namespace Earshot.Ending;

/// <summary>An app that ends before its time: how, the last byte of the node's DevEUI decides.</summary>
public static class Program
{
    private const string Settings = "I:\\settings0";
    private const int LastOfDevEui = 31;

    public static void Main()
    {
        int node = NodeNumber();
        Thread.Sleep(1500);
        switch (node)
        {
            case 1:
                throw new InvalidOperationException("deliberate");
            case 2:
                new AutoResetEvent(false).WaitOne();
                break;
            case 3:
                return;
            case 4:
                Keep();
                break;
        }

        while (true)
        {
            Thread.Sleep(1000);
        }
    }

    private static int NodeNumber()
    {
        using (FileStream file = new FileStream(Settings, FileMode.Open, FileAccess.Read))
        {
            byte[] record = new byte[LastOfDevEui + 1];
            file.Read(record, 0, record.Length);
            return record[LastOfDevEui];
        }
    }

    private static void Keep()
    {
        object[] kept = new object[1000];
        for (int index = 0; index < kept.Length; index++)
        {
            kept[index] = new byte[1000];
        }
    }
}
