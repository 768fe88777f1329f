using System;
using System.Resources;
using nanoFramework.Runtime.Native;

namespace Earshot.Packages;

internal static class EmbeddedResources
{
    public static void Read()
    {
        ResourceManager manager = new ResourceManager("Earshot.Packages.Resources", typeof(EmbeddedResources).Assembly);
        Host.Report((string)ResourceUtility.GetObject(manager, Id.Greeting));
        byte[] table = (byte[])ResourceUtility.GetObject(manager, Id.Table);
        Host.Report(table.Length.ToString() + " " + table[9].ToString());
        byte[] part = (byte[])ResourceUtility.GetObject(manager, Id.Table, 8, 100);
        Host.Report(part.Length.ToString() + " " + part[0].ToString());
        Try(() => ResourceUtility.GetObject(manager, Id.Table, 10, 1));
        Try(() => ResourceUtility.GetObject(manager, Id.Greeting, 0, 1));
        Try(() => ResourceUtility.GetObject(manager, Id.Nothing));
        Try(() => new ResourceManager("Earshot.Packages.Other", typeof(EmbeddedResources).Assembly));
    }

    private static void Try(System.Threading.ThreadStart action)
    {
        try
        {
            action();
            Host.Report("nothing");
        }
        catch (Exception exception)
        {
            Host.Report(exception.GetType().Name);
        }
    }

    /// <summary>As the code generator of .resx files numbers them.</summary>
    private enum Id : short
    {
        Greeting = 3317,
        Table = 2560,
        Nothing = 1,
    }
}
