#!/usr/bin/env bash
# Fuzzes the node's modem driver (nf-device/Earshot/Radio) with answers of hostile modems, and makes sure that it would find a fault:
# conditions of the driver are turned round, one at a time, and each has to be noticed. Ends with "N passed, N failed".
#
#   tests/emulator/Earshot.ModemFuzz/run.sh            thirty seconds
#   tests/emulator/Earshot.ModemFuzz/run.sh 300        five minutes
#   tests/emulator/Earshot.ModemFuzz/run.sh 0          only the corpus and the planted faults
set -uo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-30}
project=tests/emulator/Earshot.ModemFuzz
out=.artifacts/fuzz
source tests/lib/report.sh

mkdir -p "$out"
# tests/run.sh has just built it.
[ -n "${EARSHOT_IS_BUILT:-}" ] || dotnet build -c Release $project -v quiet >"$out/modem-build.log" 2>&1
built=$?
[ $built -eq 0 ] || grep -E 'error' "$out/modem-build.log" | sort -u | head -n 20
report $built "builds the modem fuzzer"
if [ $built -eq 0 ]; then
    fuzzer=.artifacts/bin/Earshot.ModemFuzz/release/Earshot.ModemFuzz.dll
    runs=$([ "$seconds" = 0 ] && echo 0 || echo 1000000000)
    dotnet $fuzzer --seconds "$seconds" --runs "$runs" --output "$out"
    report $? "no answers, however hostile, break the modem driver"
    while read -r fault; do
        dotnet $fuzzer --plant "$fault" --runs 20000 --seconds 120 --output "$out/planted" >"$out/modem-planted.log" 2>&1
        [ $? -eq 1 ]
        report $? "notices $fault turned round: $(grep -oE 'after [0-9]+ inputs' "$out/modem-planted.log" | head -n 1)"
    done <$project/planted-faults.txt
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
