namespace System;

public struct RuntimeArgumentHandle
{
    private readonly int _value;
}
