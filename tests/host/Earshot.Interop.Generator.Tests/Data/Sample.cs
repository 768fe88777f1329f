// Everything that the order of the table depends on. Compiled by the tests; the recorded table is the metadata processor's.
using System;
using System.Runtime.CompilerServices;

namespace Sample
{
    public delegate void Handler(int value);

    public enum Colour { Red, Green }

    public interface IZebra
    {
        int Run(Token token);
    }

    public abstract class Base
    {
        public const int Limit = 12;

        public abstract void Draw();

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern virtual int Measure(byte[] bytes, ref int[] counts);
    }

    public class Alpha : Base, IZebra
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern long Count(Colour colour, ref float ratio, out DateTime when);

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern string Name(object any, Token.Inner inner, TimeSpan[] spans);

        public override void Draw() => Consume(new Yak());

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern int Run(Token token);

        private static void Consume(Yak yak) => yak.Eat(null);
    }

    public class Token
    {
        public class Inner
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern void Spin(sbyte a, ushort b, char c, bool d, double e, ulong f, uint g, short h);
        }
    }

    public struct Point
    {
        public int X;

        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern int Length();
    }

    public class Yak
    {
        public void Eat(Xenon xenon) { }
    }

    public class Xenon
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern Xenon(IntPtr handle);
    }
}
