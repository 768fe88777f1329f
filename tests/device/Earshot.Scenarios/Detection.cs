namespace Earshot.Scenarios;

/// <summary>The device library, driven by a script instead of a microphone.</summary>
internal static class Detection
{
    private const int HopDuration = 20;
    private const int HopsPerDecision = 5;
    private const int Quiet = -80 * 256;
    private const int Loud = -10 * 256;
    private const int Faint = -55 * 256;

    /// <summary>
    /// Plays a script such as "rain 4000;quiet 1000" (milliseconds) to the detector and reports its events. "weak" is
    /// sound that no class fits, "hum" is background; "faint-" is 45 dB down, "unsure-" scores between the thresholds.
    /// </summary>
    public static void Run(string script)
    {
        SoundClass[] classes =
        {
            new SoundClass("dog", false, 128, 64, 0),
            new SoundClass("rain", false, 128, 64, 500),
            new SoundClass("hum", true, 128, 64, 0),
        };
        SoundModel model = new SoundModel("test", classes, 16000, 320, 50, HopsPerDecision, 300, -60 * 256);
        EventDetector detector = new EventDetector(model, new EventDetectorSettings());
        ScoreSmoother smoother = new ScoreSmoother(model);
        byte[] scores = new byte[classes.Length];
        long position = 0;
        int hop = 0;
        foreach (string part in script.Split(';'))
        {
            string[] words = part.Trim().Split(' ');
            string[] parts = words[0].Split('-');
            string name = parts[parts.Length - 1];
            int high = parts[0] == "unsure" ? 100 : 230;
            int level = name == "quiet" ? Quiet : parts[0] == "faint" ? Faint : Loud;
            for (int time = 0; time < int.Parse(words[1]); time += HopDuration)
            {
                position += HopDuration;
                hop++;
                bool isDecision = hop % HopsPerDecision == 0;
                for (int index = 0; index < scores.Length; index++)
                {
                    scores[index] = (byte)(classes[index].Label == name ? high : name == "weak" ? 50 : 10);
                }

                SoundEvent heard = detector.Hear(position, level, isDecision ? scores : null, smoother);
                if (heard != null)
                {
                    string label = heard.ClassIndex == SoundEvent.Unknown ? "unknown" : classes[heard.ClassIndex].Label;
                    Host.Report(label + " " + heard.Start.ToString() + " " + heard.Duration.ToString() + " "
                        + heard.Confidence.ToString() + " " + heard.Level.ToString() + " " + position.ToString());
                }
            }
        }
    }

    public static void Levels()
    {
        LevelAverage average = new LevelAverage();
        Host.Report(average.Level.ToString());
        foreach (int level in new int[] { 0, -1, -256, -5120, -12345, -30000 })
        {
            average.Reset();
            average.Add(level);
            average.Add(level);
            Host.Report(average.Level.ToString());
        }

        average.Reset();
        average.Add(-5120);
        average.Add(LevelAverage.Floor);
        Host.Report(average.Level.ToString());
        average.Reset();
        average.Add(0);
        average.Add(-2560);
        Host.Report(average.Level.ToString());
    }

    public static void Smooth()
    {
        ScoreSmoother smoother = new ScoreSmoother(2, 1000, 100);
        smoother.Add(new byte[] { 0, 100 });
        for (int count = 0; count < 10; count++)
        {
            smoother.Add(new byte[] { 255, 100 });
        }

        Host.Report(smoother[0].ToString() + " " + smoother[1].ToString());
        smoother.Reset();
        smoother.Add(new byte[] { 77, 88 });
        Host.Report(smoother[0].ToString() + " " + smoother[1].ToString());
        ScoreSmoother direct = new ScoreSmoother(1, 0, 100);
        direct.Add(new byte[] { 9 });
        direct.Add(new byte[] { 200 });
        Host.Report(direct[0].ToString());
    }
}
