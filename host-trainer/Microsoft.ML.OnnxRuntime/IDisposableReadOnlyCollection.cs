using System;
using System.Collections.Generic;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The values a run returned, in the order they were asked for. Disposing it disposes them.</summary>
public interface IDisposableReadOnlyCollection<T> : IReadOnlyCollection<T>, IReadOnlyList<T>, IDisposable
{
}
