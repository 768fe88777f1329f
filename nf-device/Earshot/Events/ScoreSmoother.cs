namespace Earshot;

/// <summary>
/// Exponential moving average of the scores of each class: follows a lasting sound with the time constant, ignores a single
/// odd window.
/// </summary>
public sealed class ScoreSmoother
{
    private const int FractionBits = 8;

    private readonly int[] _average;
    private readonly int _rate;
    private bool _isEmpty = true;

    /// <summary>Creates an average.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="timeConstant">Milliseconds; 0 passes scores through.</param>
    /// <param name="interval">Milliseconds from one decision to the next.</param>
    public ScoreSmoother(int classes, int timeConstant, int interval)
    {
        _average = new int[classes];
        // A one-pole filter by the backward difference: stable for every ratio of the two times.
        _rate = timeConstant + interval == 0 ? 65536 : (int)(65536L * interval / (timeConstant + interval));
    }

    /// <summary>Creates the average that a model asks for.</summary>
    public ScoreSmoother(SoundModel model)
        : this(model.Classes.Length, model.Smoothing, model.DecisionInterval)
    {
    }

    /// <summary>Smoothed score of a class, 0 to 255.</summary>
    public int this[int index] => _average[index] >> FractionBits;

    /// <summary>The class with the highest smoothed score.</summary>
    public int Strongest
    {
        get
        {
            int strongest = 0;
            for (int index = 1; index < _average.Length; index++)
            {
                if (_average[index] > _average[strongest])
                {
                    strongest = index;
                }
            }

            return strongest;
        }
    }

    /// <summary>Takes the scores of one decision; the first ones after a reset are taken as they are.</summary>
    public void Add(byte[] scores)
    {
        int rate = _isEmpty ? 65536 : _rate;
        _isEmpty = false;
        for (int index = 0; index < _average.Length; index++)
        {
            int difference = (scores[index] << FractionBits) - _average[index];
            _average[index] += (int)(((long)difference * rate) >> 16);
        }
    }

    /// <summary>Forgets everything, as when a sound has ended.</summary>
    public void Reset()
    {
        _isEmpty = true;
        for (int index = 0; index < _average.Length; index++)
        {
            _average[index] = 0;
        }
    }
}
