# A Slurm cluster of this one machine, of Debian's slurm-wlm, in a folder of its own: no system service is touched.
# slurm_start DIR brings it up and sets SLURM_CONF; slurm_stop takes down what slurm_start started. Daemons and jobs run as the user
# who starts them.

slurm_pids=()

slurm_start() {
    local dir=$1 host
    host=$(hostname -s)
    mkdir -p "$dir/munge" "$dir/state" "$dir/spool"
    chmod 700 "$dir/munge"
    head -c 1024 /dev/urandom >"$dir/munge/key"
    chmod 400 "$dir/munge/key"
    cat >"$dir/slurm.conf" <<CONF
ClusterName=earshot
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
CredType=cred/munge
SlurmctldPort=$((20000 + $$ % 10000))
SlurmdPort=$((30000 + $$ % 10000))
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
ReturnToService=2
MpiDefault=none
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
    export SLURM_CONF=$dir/slurm.conf
    munged --foreground --force --key-file="$dir/munge/key" --socket="$dir/munge/socket" --pid-file="$dir/munge/pid" \
        --log-file="$dir/munge/log" --seed-file="$dir/munge/seed" >"$dir/munge/output" 2>&1 &
    slurm_pids+=($!)
    slurm_wait 10 test -S "$dir/munge/socket" || return 1
    slurmctld -D >"$dir/slurmctld.output" 2>&1 &
    slurm_pids+=($!)
    slurmd -D -N "$host" >"$dir/slurmd.output" 2>&1 &
    slurm_pids+=($!)
    slurm_wait 30 slurm_is_idle || {
        tail -n 5 "$dir"/*.log "$dir"/*.output "$dir/munge/output"
        return 1
    }
}

slurm_is_idle() {
    [ "$(sinfo -h -o %t 2>/dev/null)" = idle ]
}

# slurm_wait SECONDS COMMAND…: until the command succeeds.
slurm_wait() {
    local left=$1
    shift
    until "$@"; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 1
    done
}

# slurm_ended JOB: whether no task of a job waits or runs any more.
slurm_ended() {
    [ -z "$(squeue -h -j "$1" 2>/dev/null)" ]
}

slurm_stop() {
    local index
    for ((index = ${#slurm_pids[@]} - 1; index >= 0; index--)); do
        kill "${slurm_pids[index]}" 2>/dev/null
        wait "${slurm_pids[index]}" 2>/dev/null
    done
    slurm_pids=()
}
