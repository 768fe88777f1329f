using System;
using System.Collections;

namespace Earshot.Packages;

internal static class Collections
{
    public static void Run()
    {
        Hashtable table = new Hashtable();
        for (int key = 0; key < 100; key++)
        {
            table.Add(key, key * key);
        }

        table["text"] = "value";
        table[5] = "five";
        table.Remove(7);
        Host.Report(table.Count.ToString() + " " + table[99].ToString() + " " + table["text"] + " " + table[5]);
        Host.Report((table[7] == null).ToString() + " " + table.Contains(7).ToString() + " " + table.Contains(8).ToString());
        try
        {
            table.Add(8, null);
        }
        catch (ArgumentException)
        {
            Host.Report("there already");
        }

        int sum = 0;
        foreach (DictionaryEntry entry in table)
        {
            sum += entry.Key is int ? (int)entry.Key : 0;
        }

        Host.Report(sum.ToString());
        Hashtable small = new Hashtable();
        small[1] = "a";
        small[2] = "b";
        string order = "";
        foreach (object key in small.Keys)
        {
            order += key.ToString();
        }

        Host.Report(order);
        Queue queue = new Queue();
        Stack stack = new Stack();
        for (int index = 0; index < 10; index++)
        {
            queue.Enqueue(index);
            stack.Push(index);
            if (index == 4)
            {
                queue.Dequeue();
                stack.Pop();
            }
        }

        Host.Report(queue.Dequeue().ToString() + queue.Peek().ToString() + stack.Pop().ToString() + stack.Peek().ToString());
        Host.Report(queue.ToArray().Length.ToString() + stack.ToArray()[0].ToString());
        queue.Clear();
        try
        {
            queue.Dequeue();
        }
        catch (InvalidOperationException)
        {
            Host.Report("empty");
        }
    }
}
