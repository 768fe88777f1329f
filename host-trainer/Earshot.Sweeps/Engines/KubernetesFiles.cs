using System.Globalization;
using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Engines;

/// <summary>Writes what Kubernetes needs to run a sweep: an Indexed Job with a completion for each trial, and a container file.</summary>
public static class KubernetesFiles
{
    /// <summary>The manifest's name in the sweep's folder.</summary>
    public const string ManifestName = "job.yaml";

    /// <summary>The container file's name in the sweep's folder.</summary>
    public const string ContainerName = "Containerfile";

    /// <summary>Writes both.</summary>
    /// <param name="sweep">The sweep's folder.</param>
    /// <param name="options">What the cluster offers.</param>
    /// <exception cref="InputException">They cannot be written.</exception>
    public static void Write(SweepFolder sweep, KubernetesOptions options)
    {
        AtomicFile.WriteAllText(Path.Combine(sweep.Folder, ContainerName), Containerfile(options.Image));
        AtomicFile.WriteAllText(
            Path.Combine(sweep.Folder, ManifestName),
            Manifest(sweep.Plan.Name, Path.GetFileName(Path.GetFullPath(sweep.Folder)), sweep.Trials.Count, options));
    }

    /// <summary>The manifest; <paramref name="folder"/> is the sweep's folder on the volume.</summary>
    internal static string Manifest(string name, string folder, int trials, KubernetesOptions options)
    {
        // Exit code 2 says that the trial itself is at fault, which is written in its folder; to try again would not help.
        var command = $"earshot sweep worker {WorkerCommand.Quote("/data/" + folder)} --index \"$((JOB_COMPLETION_INDEX + 1))\" --processors {options.Processors}; code=$?; test $code -eq 2 || exit $code";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # A completion for each trial; those that are done end at once, so the same manifest resumes a sweep:
            #   kubectl delete job {JobName.Of(name)} --ignore-not-found && kubectl create -f {ManifestName}
            # The volume claim holds this folder as '{folder}' and, beside it, the datasets that the experiments name.
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: {JobName.Of(name)}
              labels:
                app.kubernetes.io/name: earshot
                app.kubernetes.io/component: sweep
            spec:
              completions: {trials}
              parallelism: {options.Parallelism}
              completionMode: Indexed
              backoffLimit: {Math.Max(6, trials)}
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: earshot
                    app.kubernetes.io/component: sweep
                spec:
                  restartPolicy: OnFailure
                  terminationGracePeriodSeconds: 60
                  containers:
                    - name: worker
                      image: {Quote(options.Image)}
                      workingDir: /data
                      command: ["/bin/sh", "-c", {Quote(command)}]
                      resources:
                        requests:
                          cpu: "{options.Processors}"
                          memory: 2Gi
                        limits:
                          cpu: "{options.Processors}"
                          memory: 4Gi
                      volumeMounts:
                        - name: data
                          mountPath: /data
                  volumes:
                    - name: data
                      persistentVolumeClaim:
                        claimName: {Quote(options.VolumeClaim)}

            """).ReplaceLineEndings("\n");
    }

    /// <summary>The container file.</summary>
    internal static string Containerfile(string image) =>
        $"""
        # The tool for the sweep's workers. In a checkout of Earshot:
        #   dotnet publish host-trainer/Earshot.Cli -c Release -o publish
        #   podman build -f {ContainerName} --build-arg BASE=IMAGE -t {image} .
        # IMAGE has the .NET 10 runtime, such as Microsoft's dotnet/runtime:10.0 under its full name.
        # The native half is built on the machine that publishes, so that machine's C library must not be newer than the image's.
        ARG BASE
        FROM $BASE
        COPY publish/ /opt/earshot/
        RUN printf '#!/bin/sh\nexec dotnet /opt/earshot/Earshot.Cli.dll "$@"\n' > /usr/local/bin/earshot && chmod +x /usr/local/bin/earshot
        WORKDIR /data
        ENTRYPOINT ["earshot"]

        """.ReplaceLineEndings("\n");

    /// <summary>A YAML string in double quotes.</summary>
    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
