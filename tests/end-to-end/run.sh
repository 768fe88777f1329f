#!/usr/bin/env bash
# Types the tool's commands as a new user would, good and bad, and looks at what comes out.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
work=$(mktemp -d)
trap 'slurm_stop; rm -rf "$work"' EXIT
source tests/end-to-end/slurm/cluster.sh
tool=.artifacts/bin/Earshot.Cli/release/Earshot.Cli.dll
# tests/run.sh has just built it.
[ -n "${EARSHOT_IS_BUILT:-}" ] || dotnet build host-trainer/Earshot.Cli -c Release -v quiet || exit 1

source tests/end-to-end/checks.sh
source tests/end-to-end/file-names.sh
source tests/end-to-end/product.sh
source tests/end-to-end/bad-input.sh
source tests/end-to-end/boards.sh
source tests/end-to-end/firmware.sh
source tests/end-to-end/memory.sh
source tests/end-to-end/bench.sh
source tests/end-to-end/experiment.sh
source tests/end-to-end/sweep.sh
source tests/end-to-end/real-recordings.sh

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
