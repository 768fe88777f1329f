namespace Earshot.StandIns.Tests;

/// <summary>What nanoCLR 1.17 runs also compiles.</summary>
public class AvailableLanguageTests
{
    public static TheoryData<string, string> Programs => new()
    {
        { "interpolated string", """System.Console.WriteLine($"{1.5f:F3} {255:X4} {"a",5}");""" },
        { "string concatenation", """string s = "a" + 1 + 'c' + 2.5f + null; System.Console.WriteLine(s + s + s + s + s);""" },
        { "delegates and events", """
            var d = new D(); d.Happened += (s, e) => System.Console.WriteLine("a"); d.Happened += Show; d.Happened -= Show; d.Raise();
            static void Show(object sender, System.EventArgs e) { }
            class D { public event System.EventHandler Happened; public void Raise() => Happened?.Invoke(this, System.EventArgs.Empty); }
            """ },
        { "closures and static lambdas", """
            int n = 1; Calculate f = x => x + n; Calculate g = static x => x * 2; System.Console.WriteLine(f(g(3)).ToString());
            delegate int Calculate(int x);
            """ },
        { "local function with in, out, ref, params and optional arguments", """
            int a = 1; F(2, ref a, out int b, last: 5); System.Console.WriteLine((a + b).ToString());
            static void F(in int i, ref int r, out int o, int last = 3, params int[] rest) { o = i + r + last + rest.Length; r++; }
            """ },
        { "struct, enum and boxing", """
            object o = new P { X = 1 }; var p = (P)o; System.Console.WriteLine(p.X.ToString() + E.B.ToString());
            struct P { public int X; } enum E { A, B = 5 }
            """ },
        { "interface, abstract, virtual and primary constructor", """
            I i = new C(2) { Name = "n" }; System.Console.WriteLine(i.Area.ToString());
            interface I { float Area { get; } }
            abstract class B : I { public abstract float Area { get; } public virtual string Name { get; init; } }
            class C(float side) : B { public override float Area => side * side; }
            """ },
        { "patterns and switch expression", """
            object o = 3; string s = o switch { int i when i > 2 => "big", int and > 0 or byte => "small", string { Length: 1 } => "one", null => "null", _ => "?" };
            if (s is not null && o is int n) { System.Console.WriteLine(n.ToString()); }
            """ },
        { "string switch", """
            string s = "e"; switch (s) { case "a": case "b": case "c": case "d": break; case "e": case "f": case "g": case "h": System.Console.WriteLine(s); break; }
            """ },
        { "null operators", """string s = null; s ??= "x"; System.Console.WriteLine(s?.ToUpper() ?? "none");""" },
        { "exception filter and finally", """
            try { throw new System.InvalidOperationException("x"); }
            catch (System.Exception e) when (e.Message == "x") { System.Console.WriteLine(e.Message); throw; }
            finally { System.Console.WriteLine(); }
            """ },
        { "using declaration and finalizer", """
            using var r = new R(); class R : System.IDisposable { public void Dispose() { } ~R() { } }
            """ },
        { "foreach over arrays, lists and strings", """
            int[] numbers = [1, 2, 3]; var list = new System.Collections.ArrayList { 1, "two" }; int sum = 0;
            foreach (int n in numbers) { sum += n; } foreach (object o in list) { sum++; } foreach (char c in "abc") { sum += c; }
            """ },
        { "array initialiser", """byte[] table = { 1, 2, 3, 4, 5, 6, 7, 8, 9 }; float[][] jagged = { new[] { 1f }, new[] { 2f, 3f } };""" },
        { "ref local and ref return", """
            int[] a = { 1, 2 }; ref int r = ref At(a, 1); r = 5; static ref int At(int[] a, int i) => ref a[i];
            """ },
        { "extension method", """System.Console.WriteLine(2.Twice().ToString()); static class X { public static int Twice(this int v) => v * 2; }""" },
        { "lock, threads and timers", """
            object gate = new(); var done = new System.Threading.AutoResetEvent(false);
            new System.Threading.Thread(() => { lock (gate) { done.Set(); } }).Start(); done.WaitOne();
            var timer = new System.Threading.Timer(state => { }, null, 0, 10); timer.Dispose();
            """ },
        { "typeof and reflection", """
            System.Type t = typeof(C); System.Console.WriteLine(t.Name + t.GetMethod("M").Invoke(null, null)); class C { public static int M() => 1; }
            """ },
        { "SpanByte", """System.SpanByte s = new byte[4]; s[1] = 2; System.Console.WriteLine(s.Slice(1, 2).Length.ToString());""" },
        { "long arithmetic and shifts", """long a = 1L << 40; ulong b = (ulong)a >>> 3; int i = -8 >>> 1; System.Console.WriteLine((a / 3 % 7 + (long)b + i).ToString());""" },
        { "Debug is for debug builds", """System.Diagnostics.Debug.WriteLine(System.Math.Sqrt(2).ToString());""" },
        { "serial port and ADC", """
            var port = new System.IO.Ports.SerialPort("COM2", 9600); port.Open(); port.DataReceived += (s, e) => port.ReadExisting();
            int value = new System.Device.Adc.AdcController().OpenChannel(0).ReadValue(); port.WriteLine(value.ToString());
            """ },
        { "StringBuilder, Hashtable and encoding", """
            var b = new System.Text.StringBuilder().Append(1).Append('x').AppendLine("y");
            var h = new System.Collections.Hashtable { { "a", 1 } }; h["b"] = System.Text.Encoding.UTF8.GetBytes(b.ToString());
            """ },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Compiles(string feature, string program) => Assert.True(
        DeviceCompiler.Errors(program).Count == 0,
        $"{feature}: {string.Join(", ", DeviceCompiler.Errors(program))}");
}
