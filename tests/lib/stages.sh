# Runs named stages, adds up what each says of itself, and remembers the ones that broke.
# A stage reports by lines of the form "N passed, N failed"; one that exits non-zero counts as one failure at least.
#
# Stages may run beside one another, each lane of them in a process of its own: what a stage prints is kept together and shown when it
# ends. A stage that was to run and left no result, because its lane was ended, counts as a failure.

logs=.artifacts/test-logs
results=$logs/results
mkdir -p "$logs"
rm -f "$results" "$logs"/*.lane
touch "$results"

# is_wanted NAME: whether the stage is among those that were asked for, all of them if none was named.
is_wanted() {
    [ ${#wanted[@]} -eq 0 ] || [[ " ${wanted[*]} " == *" $1 "* ]]
}

# stage NAME PURPOSE COMMAND…: runs it and writes "NAME PASSED FAILED SECONDS" to the results.
stage() {
    local name=$1 purpose=$2
    shift 2
    is_wanted "$name" || return 0
    local log=$logs/$name.log started=$SECONDS code
    if [ ${#wanted[@]} -eq 1 ]; then
        printf '\n== %s: %s\n' "$name" "$purpose"
        "$@" 2>&1 | tee "$log"
        code=${PIPESTATUS[0]}
    else
        flock "$logs/lock" printf '.. %s begins\n' "$name"
        "$@" >"$log" 2>&1
        code=$?
    fi
    local counts stage_passed=0 stage_failed=0 seconds
    counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log")
    while read -r good _ bad _; do
        stage_passed=$((stage_passed + ${good:-0}))
        stage_failed=$((stage_failed + ${bad:-0}))
    done <<<"$counts"
    if [ -z "$counts" ] || { [ "$code" -ne 0 ] && [ "$stage_failed" -eq 0 ]; }; then
        stage_failed=$((stage_failed + 1))
    fi
    seconds=$((SECONDS - started))
    {
        flock 9
        if [ ${#wanted[@]} -ne 1 ]; then
            printf '\n== %s: %s\n' "$name" "$purpose"
            cat "$log"
        fi
        printf -- '-- %s: %d passed and %d failed in %d s\n' "$name" "$stage_passed" "$stage_failed" "$seconds"
        echo "$name $stage_passed $stage_failed $seconds" >>"$results"
    } 9>"$logs/lock"
}

# lane NAME COMMAND…: runs the stages of a lane in the background, in a group of processes of its own, so that all can be ended at once.
lane() {
    local name=$1
    shift
    set -m
    "$@" &
    set +m
    echo $! >"$logs/$name.lane"
}

end_lanes() {
    local file
    for file in "$logs"/*.lane; do
        kill -TERM -- "-$(cat "$file")" 2>/dev/null
    done
}

# await STAGE LANE: until the stage has its result, or the lane that it belongs to has ended without.
await() {
    local file=$logs/$2.lane
    until grep -q "^$1 " "$results" || { [ -s "$file" ] && ! kill -0 "$(cat "$file")" 2>/dev/null; }; do
        sleep 1
    done
}

# has_built: whether this run has built every project.
has_built() {
    grep -q '^build 1 0 ' "$results"
}

stages_report() { # every stage's name
    local name result passed=0 failed=0 broken=()
    for name in ${wanted[@]+"${wanted[@]}"}; do
        [[ " $* " == *" $name "* ]] || printf 'There is no stage %s; the stages are: %s\n' "$name" "$*"
    done
    for name in "$@"; do
        is_wanted "$name" || continue
        result=$(grep "^$name " "$results") || result="$name 0 1 0"
        read -r _ good bad _ <<<"$result"
        passed=$((passed + good))
        failed=$((failed + bad))
        [ "$bad" -eq 0 ] || broken+=("$name")
    done
    if [ ${#broken[@]} -gt 0 ]; then
        printf '\nBroken stages: %s (logs in %s)\n' "${broken[*]}" "$logs"
    fi
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

build_solution() {
    if dotnet build nanoFramework.sln -c Release -v quiet; then
        echo "1 passed, 0 failed"
    else
        echo "0 passed, 1 failed"
        return 1
    fi
}

# The rest of .editorconfig that is a warning is checked by the build, which has EnforceCodeStyleInBuild and warnings as errors.
check_format() {
    if dotnet format whitespace . --folder --exclude .artifacts --verify-no-changes; then
        echo "1 passed, 0 failed"
    else
        echo "Run 'dotnet format nanoFramework.sln' and commit the result."
        echo "0 passed, 1 failed"
        return 1
    fi
}

# Prints the counts of all test projects in one line; a skipped test counts as a failure, because nothing here may skip.
run_dotnet_tests() {
    local log=$logs/dotnet-test.log code
    dotnet test nanoFramework.sln -c Release --no-build -v quiet --blame-hang-timeout 10m 2>&1 | tee "$log"
    code=${PIPESTATUS[0]}
    awk '
        /Failed: *[0-9]+, Passed: *[0-9]+, Skipped: *[0-9]+/ {
            match($0, /Failed: *[0-9]+/);  bad += substr($0, RSTART + 7, RLENGTH - 7)
            match($0, /Passed: *[0-9]+/);  good += substr($0, RSTART + 7, RLENGTH - 7)
            match($0, /Skipped: *[0-9]+/); bad += substr($0, RSTART + 8, RLENGTH - 8)
        }
        END { printf "%d passed, %d failed\n", good, bad }' "$log"
    return "$code"
}
