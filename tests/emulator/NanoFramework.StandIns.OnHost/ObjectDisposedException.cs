namespace System;

/// <summary>As on the board, where no name is given.</summary>
public class ObjectDisposedException : InvalidOperationException
{
}
