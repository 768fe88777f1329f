using System;
using System.Collections;

namespace Earshot.Traced;

/// <summary>Elementary functions, texts of numbers, hash codes and chance.</summary>
internal static class Numbers
{
    public static void Print()
    {
        for (int index = -3; index <= 3; index++)
        {
            double x = index * 1.77;
            Console.WriteLine("trigonometry " + Text(Math.Sin(x)) + Text(Math.Cos(x)) + Text(Math.Tan(x)) + Text(Math.Atan(x)) + Text(Math.Atan2(x, 0.3)));
            Console.WriteLine("exponentials " + Text(Math.Exp(x)) + Text(Math.Pow(1.9, x)) + Text(Math.Sinh(x)) + Text(Math.Cosh(x)) + Text(Math.Tanh(x)));
            double positive = (index + 4) * 0.123;
            Console.WriteLine("logarithms " + Text(Math.Log(positive)) + Text(Math.Log10(positive)) + Text(Math.Cbrt(positive)) + Text(Math.Sqrt(positive)));
        }

        Console.WriteLine("large " + Text(Math.Sin(1e10)) + Text(Math.Cos(-3e20)) + Text(Math.Tan(12345678)));
        Console.WriteLine("texts " + (-1234.5678).ToString("F2") + " " + (1.0 / 3).ToString() + " " + (-1e-7f).ToString() + " " + (-42).ToString() + " " + long.MinValue.ToString());
        Console.WriteLine("time " + new DateTime(2026, 11, 28, 4, 5, 6).ToString() + " " + new TimeSpan(-1, -2, -3).ToString());
        Random random = new Random(5);
        Console.WriteLine("chance " + random.Next().ToString() + " " + random.NextDouble().ToString() + " " + new Random().Next(1000).ToString());
        Hashtable table = new Hashtable();
        for (int index = 0; index < 20; index++)
        {
            table["key " + index.ToString()] = index;
        }

        string order = "";
        foreach (DictionaryEntry entry in table)
        {
            order += " " + entry.Value.ToString();
        }

        Console.WriteLine("table" + order + " " + "IıİiÄß".ToUpper() + " " + "IıİiÄß".ToLower() + " " + "title".GetHashCode().ToString());
    }

    // Every bit.
    private static string Text(double value) => BitConverter.DoubleToInt64Bits(value).ToString("X16") + " ";
}
