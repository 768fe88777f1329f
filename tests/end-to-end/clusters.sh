# The sweep of sweep.sh on a Slurm cluster of this machine, and as files for Kubernetes.

source tests/end-to-end/kubernetes/check.sh

out=$sweep/slurm
if slurm_start "$sweep/cluster" >"$work/output" 2>&1; then
    succeeds "sweep is submitted to Slurm" earshot sweep "$sweep/sweep.yaml" --out "$out" --engine slurm --workers 2 --submit
    job=$(grep -oE 'job [0-9]+' "$work/output" | grep -oE '[0-9]+')
    succeeds "sweep: the job array ends" slurm_wait 300 slurm_ended "$job"
    succeeds "sweep status of the cluster's trials" earshot sweep status "$out" --json "$work/slurm.json"
    cat "$out"/logs/*.log >"$work/output" 2>/dev/null
    holds "sweep: Slurm's tasks gave the same results as this process" "$work/slurm.json" \
        "r.done === 4 && JSON.stringify(r.results) === JSON.stringify(JSON.parse(require('fs').readFileSync('$work/sweep.json')).results)"
else
    fail "Slurm starts on this machine"
fi
slurm_stop

out=$sweep/kubernetes
succeeds "sweep writes files for Kubernetes" earshot sweep "$sweep/sweep.yaml" --out "$out" --engine kubernetes --image example/earshot:1 --workers 3
succeeds "kubectl create --dry-run=client takes the manifest" kubernetes_create "$out/job.yaml" "$work/job.json"
succeeds "kubectl decodes it by the types of the API" kubernetes_decode "$out/job.yaml" "$work/job-decoded.json"
holds "kubectl: an indexed job over four trials" "$work/job.json" \
    'r.kind === "Job" && r.spec.completionMode === "Indexed" && r.spec.completions === 4 && r.spec.parallelism === 3'
holds "kubectl: the API knows every field of it" "$work/job-decoded.json" \
    "require('$PWD/tests/end-to-end/kubernetes/unknown-fields.js').between('$work/job.json', '$work/job-decoded.json').length === 0"
