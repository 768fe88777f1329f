namespace System;

public struct TypedReference
{
    private readonly int _value;
}
