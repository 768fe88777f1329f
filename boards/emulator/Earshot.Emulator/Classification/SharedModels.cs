namespace Earshot.Emulator.Classification;

/// <summary>Opens packs with the C module, and keeps one copy of each for all boards, as flash would.</summary>
internal sealed class SharedModels : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ReadOnlyMemory<byte>, Native.Model> _models = [];

    /// <summary>Opens a pack.</summary>
    /// <exception cref="ModelRejectedException">The C module does not accept it.</exception>
    public IInferenceEngine Open(ReadOnlyMemory<byte> pack)
    {
        lock (_lock)
        {
            if (!_models.TryGetValue(pack, out var model))
            {
                model = CModuleEngine.OpenModel(pack.Span);
                _models.Add(pack, model);
            }

            return new CModuleEngine(model, pack.Span, ownsModel: false);
        }
    }

    /// <summary>Lets go of the packs; every engine must be gone.</summary>
    public void Dispose()
    {
        foreach (var model in _models.Values)
        {
            model.Dispose();
        }
    }
}
