using System;
using System.Threading;

namespace Earshot.Node;

/// <summary>The app: listens, and says what it hears.</summary>
public static class Program
{
    /// <summary>Runs for ever. A failure is reported and tried again, because a node has nobody to ask.</summary>
    public static void Main()
    {
        while (true)
        {
            try
            {
                new SensorNode().Run();
            }
            catch (Exception exception)
            {
                Console.WriteLine("Earshot.Node: " + exception.Message);
                Console.WriteLine(exception.StackTrace);
            }

            Thread.Sleep(10000);
        }
    }
}
