using System.Collections.Generic;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>What a model says of itself.</summary>
public unsafe class ModelMetadata
{
    internal ModelMetadata(nint session)
    {
        var allocator = OrtAllocator.DefaultInstance.Handle;
        nint metadata;
        NativeStatus.Check(NativeMethods.SessionGetModelMetadata(session, &metadata));
        try
        {
            ProducerName = Read(NativeMethods.ModelMetadataGetProducerName, metadata, allocator);
            GraphName = Read(NativeMethods.ModelMetadataGetGraphName, metadata, allocator);
            Domain = Read(NativeMethods.ModelMetadataGetDomain, metadata, allocator);
            Description = Read(NativeMethods.ModelMetadataGetDescription, metadata, allocator);
            GraphDescription = Read(NativeMethods.ModelMetadataGetGraphDescription, metadata, allocator);
            long version;
            NativeStatus.Check(NativeMethods.ModelMetadataGetVersion(metadata, &version));
            Version = version;
            ReadCustomMetadata(metadata, allocator);
        }
        finally
        {
            NativeMethods.ReleaseModelMetadata(metadata);
        }
    }

    /// <summary>The tool that wrote the model.</summary>
    public string ProducerName { get; }

    /// <summary>The graph's name.</summary>
    public string GraphName { get; }

    /// <summary>The model's namespace.</summary>
    public string Domain { get; }

    /// <summary>The model's documentation text.</summary>
    public string Description { get; }

    /// <summary>The graph's documentation text.</summary>
    public string GraphDescription { get; }

    /// <summary>The model's version.</summary>
    public long Version { get; }

    /// <summary>The model's metadata_props.</summary>
    public Dictionary<string, string> CustomMetadataMap { get; } = [];

    private static string Read(delegate* unmanaged<nint, nint, byte**, nint> getter, nint metadata, nint allocator)
    {
        byte* text;
        NativeStatus.Check(getter(metadata, allocator, &text));
        return Utf8.TakeString(text);
    }

    private void ReadCustomMetadata(nint metadata, nint allocator)
    {
        byte** keys;
        long count;
        NativeStatus.Check(NativeMethods.ModelMetadataGetCustomMetadataMapKeys(metadata, allocator, &keys, &count));
        for (var i = 0; i < count; i++)
        {
            byte* value;
            NativeStatus.Check(NativeMethods.ModelMetadataLookupCustomMetadataMap(metadata, allocator, keys[i], &value));
            CustomMetadataMap[Utf8.TakeString(keys[i])] = Utf8.TakeString(value);
        }

        if (count > 0)
        {
            OrtAllocator.DefaultInstance.Free(keys);
        }
    }
}
