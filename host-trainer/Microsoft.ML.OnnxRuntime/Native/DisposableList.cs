using System;
using System.Collections.Generic;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>The results of a run; disposing it disposes each of them.</summary>
internal sealed class DisposableList<T> : List<T>, IDisposableReadOnlyCollection<T>
    where T : IDisposable
{
    internal DisposableList(int capacity)
        : base(capacity)
    {
    }

    public void Dispose()
    {
        foreach (var item in this)
        {
            item.Dispose();
        }

        Clear();
    }
}
