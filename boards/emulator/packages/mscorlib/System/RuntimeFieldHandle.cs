namespace System;

public struct RuntimeFieldHandle
{
    private readonly int _value;
}
