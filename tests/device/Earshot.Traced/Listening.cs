using System;
using Earshot.Interop;

namespace Earshot.Traced;

/// <summary>Prints the scores of each decision.</summary>
internal static class Listening
{
    public static void Run()
    {
        Console.WriteLine("open " + NativeClassifier.Open(NativeClassifier.Deployed).ToString());
        int[] model = new int[NativeClassifier.ModelFields];
        NativeClassifier.ReadModel(model);
        byte[] scores = new byte[model[2]];
        Console.WriteLine("start " + NativeMicrophone.Start(model[0]).ToString());
        while (true)
        {
            NativeMicrophone.WaitForSamples(model[1], 1000);
            if (NativeClassifier.ProcessHop() == 1)
            {
                NativeClassifier.ReadScores(scores);
                string text = "scores";
                for (int index = 0; index < scores.Length; index++)
                {
                    text += " " + scores[index].ToString();
                }

                Console.WriteLine(text + " level " + NativeClassifier.ReadLevel().ToString() + " lost " + NativeMicrophone.LostSamples().ToString());
            }
        }
    }
}
