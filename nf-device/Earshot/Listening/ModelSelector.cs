using System;
using Earshot.Interop;

namespace Earshot;

/// <summary>
/// Chooses the model at the start: that of the deployment region if it is sound, else the one in the firmware. A model that was
/// refused, or with which the node did not get to work in three starts, is remembered by its fingerprint and left alone.
/// </summary>
public sealed class ModelSelector
{
    private const int Trials = 3;

    private readonly NodeMemory _memory;
    private bool _isOnTrial;

    /// <summary>Opens a model.</summary>
    /// <param name="memory">Remembers the refused one.</param>
    /// <exception cref="InvalidOperationException">Neither place has a model that works.</exception>
    public ModelSelector(NodeMemory memory)
    {
        _memory = memory;
        int deployed = NativeClassifier.Fingerprint(NativeClassifier.Deployed);
        bool isKnownBad = deployed != 0 && (deployed == memory.RefusedModel || HasFailedTrials(deployed));
        Exception failure = null;
        if (!isKnownBad)
        {
            failure = TryOpen(ModelSource.Deployed, deployed);
        }

        if (Classifier == null)
        {
            IsQuarantined = isKnownBad || deployed != 0;
            Exception second = TryOpen(ModelSource.BuiltIn, 0);
            if (second != null)
            {
                // Without another model even a bad one is worth trying again.
                failure = isKnownBad ? TryOpen(ModelSource.Deployed, deployed) : failure;
            }
        }

        if (Classifier == null)
        {
            throw failure;
        }

        Fingerprint = IsQuarantined || IsDeployed ? deployed : NativeClassifier.Fingerprint(NativeClassifier.BuiltIn);
    }

    /// <summary>The open classifier; the caller disposes it.</summary>
    public SoundClassifier Classifier { get; private set; }

    /// <summary>Whether the deployment region's model runs.</summary>
    public bool IsDeployed { get; private set; }

    /// <summary>Whether there is a deployed model that is not used because it is bad.</summary>
    public bool IsQuarantined { get; private set; }

    /// <summary>CRC-32 of the quarantined or the running model.</summary>
    public int Fingerprint { get; }

    /// <summary>Tells that the model works: it has come to a decision.</summary>
    public void Confirm()
    {
        if (_isOnTrial)
        {
            _isOnTrial = false;
            _memory.TrialStarts = 0;
            _memory.Save();
        }
    }

    private bool HasFailedTrials(int fingerprint)
    {
        return _memory.TriedModel == fingerprint && _memory.TrialStarts >= Trials;
    }

    private Exception TryOpen(ModelSource source, int fingerprint)
    {
        bool isDeployed = source == ModelSource.Deployed;
        if (isDeployed && fingerprint != 0 && (_memory.TriedModel != fingerprint || _memory.TrialStarts > 0))
        {
            _memory.TrialStarts = _memory.TriedModel == fingerprint ? _memory.TrialStarts + 1 : 1;
            _memory.TriedModel = fingerprint;
            _isOnTrial = _memory.Save();
        }

        try
        {
            Classifier = new SoundClassifier(source);
            IsDeployed = isDeployed;
            IsQuarantined = IsQuarantined && !isDeployed;
            return null;
        }
        catch (Exception exception)
        {
            if (isDeployed && fingerprint != 0 && _memory.RefusedModel != fingerprint)
            {
                _memory.RefusedModel = fingerprint;
                _memory.Save();
            }

            return exception;
        }
    }
}
