namespace System;

public enum DateTimeKind
{
    Utc = 1,
    [Obsolete("A board has no local time; only Utc is meaningful.", true)]
    Local = 2,
}
