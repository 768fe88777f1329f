#!/usr/bin/env bash
# Fuzzes the pack reader and the engine under AddressSanitizer and UndefinedBehaviorSanitizer, starting from corpus/.
# Ends with "N passed, N failed"; what breaks a target is left in .artifacts/fuzz.
#
# The engine is fuzzed twice: as it is, and with EARSHOT_SMALL, which has kernels of its own.
#
#   tests/native/fuzz/run.sh            thirty seconds
#   tests/native/fuzz/run.sh 300        five minutes
#   tests/native/fuzz/run.sh 0          only the corpus
set -uo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-30}
here=tests/native/fuzz
out=.artifacts/fuzz
build=.artifacts/native/fuzz
source tests/lib/report.sh
mkdir -p "$out" "$build"

build_targets() {
    command -v clang >/dev/null || { echo "clang is not installed: apt install clang"; return 1; }
    { cmake -S $here -B $build -DCMAKE_C_COMPILER=clang && cmake --build $build --parallel 2 &&
        cmake -S $here -B $build-small -DCMAKE_C_COMPILER=clang -DEARSHOT_SMALL=ON && cmake --build $build-small --parallel 2; } \
        >"$out/build.log" 2>&1 || { tail -n 30 "$out/build.log"; return 1; }
    mkdir -p "$out/seeds"
    $build/make-seeds "$out/seeds"
}

# The engine runs networks, the reader only looks: most of the time is the engine's.
fuzz() { # target share build
    local time=$((seconds * $2 / 3)) folder=$out/$1${3#"$build"} limit="-runs=0"
    local log=$folder.log
    [ "$time" -gt 0 ] && limit="-max_total_time=$time"
    mkdir -p "$folder"
    "$3/${1}_fuzz" "$limit" -timeout=10 -rss_limit_mb=2000 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$folder-" "$folder" $here/corpus "$out/seeds" >"$log" 2>&1
    local status=$?
    [ $status -eq 0 ] || grep -vE '^#[0-9]+' "$log" | head -n 40
    awk '/^#[0-9]+.*cov:/ { cov = $4 } /number_of_executed_units/ { runs = $2 } END { print "  " runs " inputs, " cov " edges covered" }' "$log"
    return $status
}

build_targets
built=$?
report $built "builds the fuzzers"
if [ $built -eq 0 ]; then
    fuzz engine 3 $build-small & small=$!
    fuzz engine 2 $build
    report $? "no intact pack, however hostile, breaks the engine"
    fuzz pack 1 $build
    report $? "no bytes break the pack reader"
    wait $small
    report $? "no intact pack, however hostile, breaks the engine with EARSHOT_SMALL"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
