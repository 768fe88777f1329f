namespace System;

public struct UIntPtr
{
    private readonly uint _value;
}
