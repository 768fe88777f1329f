#!/usr/bin/env bash
# Runs the C module on Cortex-M0, M3, M4, M7 and M33 under QEMU: the same bits as on this machine, executed instructions,
# estimated Cortex-M4 cycles, memory, and what Earshot adds to a firmware. Compares the numbers with baseline.json (more than 2 % worse fails) and ends with
# "N passed, N failed". See README.md.
#
#   tests/cortex-m/run.sh                    everything
#   tests/cortex-m/run.sh --firmware         only what Earshot adds to a firmware
#   tests/cortex-m/run.sh --update-baseline  and takes the numbers as the new baseline
#
# Results: .artifacts/cortex-m/results.json and layers.json.
set -uo pipefail
cd "$(dirname "$0")/../.."
here=tests/cortex-m
out=.artifacts/cortex-m
mkdir -p "$out/cases"
source tests/lib/report.sh
source $here/lib/images.sh
source $here/lib/results.sh

need() { # command package
    command -v "$1" >/dev/null && return
    echo "$1 is not installed: apt install $2"
    report 1 "$1 is installed"
    echo "$passed passed, $failed failed"
    exit 1
}

need cmake cmake
need arm-none-eabi-gcc gcc-arm-none-eabi
need qemu-system-arm qemu-system-arm

if [ "${1:-}" = --firmware ]; then
    build_target cortex-m4 small
    report $? "builds for cortex-m4 with small kernels"
    source $here/firmware/run.sh
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
fi

build_host
report $? "builds the counter and the cases"

for target in "${targets[@]}"; do
    read -r core kernels _ <<<"$target"
    build_target "$core" "$kernels" && build_image "$core" "$kernels" vectors "$(cases_of "$core")"
    report $? "builds for $core with $kernels kernels"
    run_vectors "$core" "$kernels"
    report $? "the same bits as on the host: $core, $kernels"
done

: >"$out/rows.txt"
: >"$out/layers.txt"
for measurement in "${measurements[@]}"; do
    read -r core kernels models <<<"$measurement"
    for model in $models; do
        measure "$core" "$kernels" "$model"
        report $? "$model on $core with $kernels kernels: same bits, loop of known length"
    done
done
for target in "${targets[@]}"; do
    read -r core kernels _ <<<"$target"
    case "$core $kernels" in
    "cortex-m4 armv7em" | "cortex-m3 reference" | "cortex-m0 reference" | *" small") record=record ;;
    *) record="" ;;
    esac
    measure_front_end "$core" "$kernels" "$record"
    report $? "the front end's bits are the host's: $core, $kernels"
done
write_results
print_table
check_limits
check_baseline "${1:-}"
source $here/firmware/run.sh

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
