namespace System;

public struct RuntimeTypeHandle
{
    private readonly int _value;
}
