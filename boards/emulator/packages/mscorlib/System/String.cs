using System.Collections;
using System.Runtime.CompilerServices;

namespace System;

public sealed class String : IComparable, IEnumerable
{
    public static readonly string Empty;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[] value, int startIndex, int length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[] value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char c, int count);

    [IndexerName("Chars")]
    public extern char this[int index]
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern int Length
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public IEnumerator GetEnumerator() => throw null;

    public override bool Equals(object obj) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool Equals(string a, string b);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool operator ==(string a, string b);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool operator !=(string a, string b);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern char[] ToCharArray();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern char[] ToCharArray(int startIndex, int length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string[] Split(params char[] separator);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string[] Split(char[] separator, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string Substring(int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string Substring(int startIndex, int length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string Trim(params char[] trimChars);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string TrimStart(params char[] trimChars);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string TrimEnd(params char[] trimChars);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Compare(string strA, string strB);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int CompareTo(object value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int CompareTo(string strB);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOf(char value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOf(char value, int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOf(char value, int startIndex, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOfAny(char[] anyOf);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOfAny(char[] anyOf, int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOfAny(char[] anyOf, int startIndex, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOf(string value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOf(string value, int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int IndexOf(string value, int startIndex, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOf(char value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOf(char value, int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOf(char value, int startIndex, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOfAny(char[] anyOf);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOfAny(char[] anyOf, int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOfAny(char[] anyOf, int startIndex, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOf(string value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOf(string value, int startIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int LastIndexOf(string value, int startIndex, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string ToLower();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string ToUpper();

    public override string ToString() => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string Trim();

    public static string Concat(object arg0) => throw null;

    public static string Concat(object arg0, object arg1) => throw null;

    public static string Concat(object arg0, object arg1, object arg2) => throw null;

    public static string Concat(params object[] args) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern string Concat(string str0, string str1);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern string Concat(string str0, string str1, string str2);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern string Concat(string str0, string str1, string str2, string str3);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern string Concat(params string[] values);

    public static string Intern(string str) => throw null;

    public static string IsInterned(string str) => throw null;

    public static string Format(string format, params object[] args) => throw null;

    public string PadLeft(int totalWidth, char paddingChar = ' ') => throw null;

    public string PadRight(int totalWidth, char paddingChar = ' ') => throw null;

    public static bool IsNullOrEmpty(string value) => throw null;

    public bool Contains(string value) => throw null;

    public bool StartsWith(string value) => throw null;

    public bool EndsWith(string value) => throw null;
}
