using System;

namespace Earshot.Unsupported;

/// <summary>Compiles against nanoFramework's class library, but no method of it runs on nanoCLR 1.x.</summary>
public static class Program
{
    public static Action<int> Tell;
    public static int[,] Grid;

    public static void Main()
    {
        Plane();
        Delegate(value => value + 1);
        Stack();
        Same(1);
        Fixed(new byte[2]);
        Tell(Grid[0, 0]);
        new Box<int>().Value = 3;
    }

    private static int Plane()
    {
        int[,] plane = new int[2, 2];
        plane[1, 1] = 1;
        return plane[1, 1];
    }

    private static int Delegate(Func<int, int> function) => function(1);

    private static unsafe int Stack()
    {
        int* numbers = stackalloc int[4];
        numbers[0] = 1;
        return numbers[0];
    }

    private static unsafe int Fixed(byte[] bytes)
    {
        fixed (byte* first = bytes)
        {
            return First(first);
        }
    }

    private static unsafe int First(byte* bytes) => *bytes;

    private static T Same<T>(T value) => value;

    private sealed class Box<T>
    {
        public T Value;
    }
}
