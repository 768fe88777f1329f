#!/usr/bin/env bash
# Types the tool's commands as a new user would, good and bad, and looks at what comes out.
#
#   tests/end-to-end/run.sh [part …]     all parts if none is named; most need what product.sh, the first one, leaves
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
work=$(mktemp -d)
trap 'slurm_stop; rm -rf "$work"' EXIT
source tests/end-to-end/slurm/cluster.sh
tool=.artifacts/bin/Earshot.Cli/release/Earshot.Cli.dll
# tests/run.sh has just built it.
[ -n "${EARSHOT_IS_BUILT:-}" ] || dotnet build host-trainer/Earshot.Cli -c Release -v quiet || exit 1

source tests/end-to-end/checks.sh
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(product file-names bad-input boards deploy soak firmware memory bench experiment sweep clusters real-recordings)
for part in "${parts[@]}"; do
    source "tests/end-to-end/$part.sh"
done

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
