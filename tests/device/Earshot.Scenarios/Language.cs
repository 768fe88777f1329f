using System;
using System.Collections;
using System.Reflection;
using System.Threading;

namespace Earshot.Scenarios;

internal static class Language
{
    private static readonly int[] s_table = { 3, 1, 4, 1, 5 };
    private static int s_counter;

    private enum Colour
    {
        Red,
        Green = 7,
    }

    private interface IShape
    {
        int Area { get; }
    }

    public static void Hello()
    {
        Host.Report("hello");
        Console.WriteLine("printed");
    }

    public static void Run()
    {
        Colour colour = Colour.Green;
        Host.Report("enum " + colour.ToString() + " " + colour + " " + $"{colour}");
        Host.Report("format " + $"{1.5f:F3} {255:X4} {7,3}|");
        byte small = 250;
        checked
        {
            small += 10;
        }

        Host.Report("unchecked " + small.ToString());
        Host.Report("table " + Sum(s_table).ToString());
        ArrayList list = new ArrayList();
        list.Add("b");
        list.Add(2);
        Host.Report("list " + list.Count.ToString() + list[0] + list[1]);
        IShape shape = new Square(3);
        Host.Report("shape " + shape.Area.ToString() + " " + shape.ToString());
        int captured = 1;
        Action add = () => captured += 4;
        add();
        add();
        Host.Report("closure " + captured.ToString());
        Host.Report("switch " + Name(2) + Name(9));
        try
        {
            Host.Report("divide " + (10 / (s_counter - s_counter)).ToString());
        }
        catch (Exception)
        {
            Host.Report("divide caught");
        }
        finally
        {
            Host.Report("finally");
        }

        float single = 16777216f;
        Host.Report("single " + (single + 1f == single).ToString());
    }

    public static void HashCodes()
    {
        object one = new object();
        object two = new object();
        Host.Report("abc".GetHashCode().ToString() + " " + one.GetHashCode().ToString() + " " + two.GetHashCode().ToString()
            + " " + new Square(3).GetHashCode().ToString() + " " + 42.GetHashCode().ToString());
        Host.Report(new Random().Next(1000).ToString() + " " + Guid.NewGuid().ToString());
    }

    public static void Statics()
    {
        Interlocked.Increment(ref s_counter);
        FieldInfo field = typeof(Language).GetField("s_counter", BindingFlags.Static | BindingFlags.NonPublic);
        Host.Report(s_counter.ToString() + " " + field.GetValue(null).ToString());
        field.SetValue(null, 7);
        Host.Report(s_counter.ToString());
    }

    public static void Clock()
    {
        DateTime before = DateTime.UtcNow;
        long ticks = Environment.TickCount64;
        System.Threading.Thread.Sleep(2500);
        Host.Report((DateTime.UtcNow - before).TotalMilliseconds.ToString() + " " + (Environment.TickCount64 - ticks).ToString()
            + " " + before.Year.ToString());
    }

    private static int Sum(int[] values)
    {
        int sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static string Name(int number) => number switch
    {
        1 => "one",
        2 => "two",
        _ => "many",
    };

    private sealed class Square : IShape
    {
        private readonly int _side;

        public Square(int side) => _side = side;

        public int Area => _side * _side;

        public override string ToString() => "square of " + _side.ToString();

        public override int GetHashCode() => base.GetHashCode() * 1000;
    }
}
