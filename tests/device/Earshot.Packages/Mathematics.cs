using System;

namespace Earshot.Packages;

internal static class Mathematics
{
    public static void Run()
    {
        Host.Report(Math.Sqrt(2).ToString("F12"));
        Host.Report(Math.Round(2.5).ToString() + " " + Math.Round(3.5).ToString() + " " + Math.Round(-2.5).ToString());
        Host.Report(Math.Max(1.5f, -2f).ToString() + " " + Math.Abs(-3f).ToString() + " " + Math.Sign(-0.1).ToString());
        Host.Report((Math.Floor(16777217.0) == 16777216.0).ToString());
        Host.Report(Math.Pow(2, 10).ToString() + " " + Math.Log10(1000).ToString() + " " + Math.Truncate(-1.9).ToString());
    }
}
