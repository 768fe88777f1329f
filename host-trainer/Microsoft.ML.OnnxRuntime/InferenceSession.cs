using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A loaded model, ready to run. Runs may overlap on several threads.</summary>
public unsafe class InferenceSession : IDisposable
{
    private readonly Dictionary<string, NodeMetadata> _inputs = [];
    private readonly Dictionary<string, NodeMetadata> _outputs = [];
    private readonly List<string> _inputNames = [];
    private readonly List<string> _outputNames = [];
    private readonly RunOptions _defaultRunOptions = new();
    private nint _handle;

    /// <summary>Loads a model file with default options.</summary>
    public InferenceSession(string modelPath)
    {
        using var options = new SessionOptions();
        Load(modelPath, options);
    }

    /// <summary>Loads a model file.</summary>
    public InferenceSession(string modelPath, SessionOptions options) => Load(modelPath, options);

    /// <summary>Loads a model from memory with default options.</summary>
    public InferenceSession(byte[] model)
    {
        using var options = new SessionOptions();
        Load(model, options);
    }

    /// <summary>Loads a model from memory.</summary>
    public InferenceSession(byte[] model, SessionOptions options) => Load(model, options);

    /// <summary>Frees the native session when <see cref="Dispose()"/> was forgotten.</summary>
    ~InferenceSession() => Dispose(disposing: false);

    /// <summary>Each input's type and shape.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata => _inputs;

    /// <summary>The inputs' names, in the model's order.</summary>
    public IReadOnlyList<string> InputNames => _inputNames;

    /// <summary>Each output's type and shape.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata => _outputs;

    /// <summary>The outputs' names, in the model's order.</summary>
    public IReadOnlyList<string> OutputNames => _outputNames;

    /// <summary>What the model says of itself.</summary>
    public ModelMetadata ModelMetadata => field ??= new ModelMetadata(Handle);

    private nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            return _handle;
        }
    }

    /// <summary>Runs the model and returns the named outputs in new tensors.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions runOptions, IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputNames) =>
        Run(runOptions, [.. inputs.Keys], [.. inputs.Values], outputNames);

    /// <summary>Runs the model and returns the named outputs in new tensors.</summary>
    /// <exception cref="ArgumentException">There are not as many values as names.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames)
    {
        var results = new nint[outputNames.Count];
        RunNative(runOptions, inputNames, inputValues, outputNames, results);
        var list = new DisposableList<OrtValue>(results.Length);
        list.AddRange(results.Select(result => new OrtValue(result)));
        return list;
    }

    /// <summary>Runs the model and writes the named outputs to the given tensors.</summary>
    /// <exception cref="ArgumentException">There are not as many values as names.</exception>
    public void Run(
        RunOptions runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames,
        IReadOnlyCollection<OrtValue> outputValues)
    {
        CheckCounts(outputNames.Count, outputValues.Count, nameof(outputNames), nameof(outputValues));
        RunNative(runOptions, inputNames, inputValues, outputNames, [.. outputValues.Select(value => value.Handle)]);
    }

    /// <summary>Prepares a binding of this session's inputs and outputs.</summary>
    public OrtIoBinding CreateIoBinding() => new(Handle);

    /// <summary>Runs the model with bound inputs and outputs.</summary>
    public void RunWithBinding(RunOptions runOptions, OrtIoBinding ioBinding) =>
        NativeStatus.Check(NativeMethods.RunWithBinding(Handle, (runOptions ?? _defaultRunOptions).Handle, ioBinding.Handle));

    /// <summary>Runs the model with bound inputs and outputs and returns the outputs.</summary>
    public IDisposableReadOnlyCollection<OrtValue> RunWithBoundResults(RunOptions runOptions, OrtIoBinding ioBinding)
    {
        RunWithBinding(runOptions, ioBinding);
        return ioBinding.GetOutputValues();
    }

    /// <summary>Ends profiling and returns the profile's file name.</summary>
    public string EndProfiling()
    {
        byte* name;
        NativeStatus.Check(NativeMethods.SessionEndProfiling(Handle, OrtAllocator.DefaultInstance.Handle, &name));
        return Utf8.TakeString(name);
    }

    /// <summary>Frees the native session.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the native session.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _defaultRunOptions.Dispose();
        }

        if (_handle != 0)
        {
            NativeMethods.ReleaseSession(_handle);
            _handle = 0;
        }
    }

    private static void CheckCounts(int names, int values, string namesName, string valuesName)
    {
        if (names != values)
        {
            throw new ArgumentException($"Length of {namesName} ({names}) must match that of {valuesName} ({values}).");
        }
    }

    private static byte[] Lookup(Dictionary<string, NodeMetadata> nodes, string name, string kind) =>
        nodes.TryGetValue(name, out var node)
            ? node.Utf8Name
            : throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"{kind} name: '{name}' is not in the metadata");

    private void Load(string path, SessionOptions options)
    {
        var nativePath = Utf8.AllocatePath(path);
        try
        {
            nint created;
            NativeStatus.Check(NativeMethods.CreateSession(OrtEnv.Instance().Handle, nativePath, options.Handle, &created));
            _handle = created;
        }
        finally
        {
            Utf8.FreePath(nativePath);
        }

        ReadMetadata();
    }

    private void Load(byte[] model, SessionOptions options)
    {
        nint created;
        fixed (byte* bytes = model)
        {
            NativeStatus.Check(NativeMethods.CreateSessionFromArray(
                OrtEnv.Instance().Handle, bytes, (nuint)model.Length, options.Handle, &created));
        }

        _handle = created;
        ReadMetadata();
    }

    private void ReadMetadata()
    {
        nuint inputs;
        NativeStatus.Check(NativeMethods.SessionGetInputCount(_handle, &inputs));
        Read(inputs, NativeMethods.SessionGetInputName, NativeMethods.SessionGetInputTypeInfo, _inputNames, _inputs);
        nuint outputs;
        NativeStatus.Check(NativeMethods.SessionGetOutputCount(_handle, &outputs));
        Read(outputs, NativeMethods.SessionGetOutputName, NativeMethods.SessionGetOutputTypeInfo, _outputNames, _outputs);
    }

    private void Read(
        nuint count,
        delegate* unmanaged<nint, nuint, nint, byte**, nint> getName,
        delegate* unmanaged<nint, nuint, nint*, nint> getType,
        List<string> names,
        Dictionary<string, NodeMetadata> nodes)
    {
        for (nuint i = 0; i < count; i++)
        {
            byte* text;
            NativeStatus.Check(getName(_handle, i, OrtAllocator.DefaultInstance.Handle, &text));
            var name = Utf8.TakeString(text);
            nint type;
            NativeStatus.Check(getType(_handle, i, &type));
            try
            {
                nodes.Add(name, new NodeMetadata(name, type));
            }
            finally
            {
                NativeMethods.ReleaseTypeInfo(type);
            }

            names.Add(name);
        }
    }

    private void RunNative(
        RunOptions runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames,
        nint[] results)
    {
        CheckCounts(inputNames.Count, inputValues.Count, nameof(inputNames), nameof(inputValues));
        var pins = new List<GCHandle>(inputNames.Count + outputNames.Count);
        try
        {
            nint[] inputs = [.. inputNames.Select(name => Pin(pins, Lookup(_inputs, name, "Input")))];
            nint[] outputs = [.. outputNames.Select(name => Pin(pins, Lookup(_outputs, name, "Output")))];
            nint[] values = [.. inputValues.Select(value => value.Handle)];
            fixed (nint* inputPointers = inputs, valuePointers = values, outputPointers = outputs, resultPointers = results)
            {
                NativeStatus.Check(NativeMethods.Run(
                    Handle,
                    (runOptions ?? _defaultRunOptions).Handle,
                    inputPointers,
                    valuePointers,
                    (nuint)inputs.Length,
                    outputPointers,
                    (nuint)outputs.Length,
                    resultPointers));
            }
        }
        finally
        {
            pins.ForEach(pin => pin.Free());
        }

        GC.KeepAlive(inputValues);
    }

    private static nint Pin(List<GCHandle> pins, byte[] bytes)
    {
        var pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        pins.Add(pin);
        return pin.AddrOfPinnedObject();
    }
}
