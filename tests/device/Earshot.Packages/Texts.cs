using System;
using System.Text;

namespace Earshot.Packages;

internal static class Texts
{
    public static void Run()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("Häher");
        Host.Report(bytes.Length.ToString() + " " + Encoding.UTF8.GetString(bytes, 0, bytes.Length));
        Host.Report(Encoding.UTF8.GetString(new byte[] { 65, 0, 66 }, 0, 3));
        char[] chars = new char[8];
        Encoding.UTF8.GetDecoder().Convert(bytes, 0, 2, chars, 0, 8, false, out int bytesUsed, out int charsUsed, out bool completed);
        Host.Report(bytesUsed.ToString() + " " + charsUsed.ToString() + " " + completed.ToString());
        StringBuilder builder = new StringBuilder();
        builder.Append("jack").Append('-').Append("hammer").Replace("-", "");
        Host.Report(builder.ToString());
    }
}
