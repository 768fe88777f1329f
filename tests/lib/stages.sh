# Runs named stages, adds up what each says of itself, and remembers the ones that broke.
# A stage reports by lines of the form "N passed, N failed"; one that exits non-zero counts as one failure at least.

passed=0
failed=0
broken=()
logs=.artifacts/test-logs
mkdir -p "$logs"

stage() {
    local name=$1 purpose=$2
    shift 2
    if [ ${#wanted[@]} -gt 0 ] && [[ " ${wanted[*]} " != *" $name "* ]]; then
        return
    fi
    printf '\n== %s: %s\n' "$name" "$purpose"
    local log=$logs/$name.log started=$SECONDS code
    "$@" 2>&1 | tee "$log"
    code=${PIPESTATUS[0]}
    local counts stage_passed=0 stage_failed=0
    counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log")
    while read -r good _ bad _; do
        stage_passed=$((stage_passed + ${good:-0}))
        stage_failed=$((stage_failed + ${bad:-0}))
    done <<<"$counts"
    if [ -z "$counts" ] || { [ "$code" -ne 0 ] && [ "$stage_failed" -eq 0 ]; }; then
        stage_failed=$((stage_failed + 1))
    fi
    if [ "$stage_failed" -gt 0 ]; then
        broken+=("$name")
    fi
    passed=$((passed + stage_passed))
    failed=$((failed + stage_failed))
    printf -- '-- %s: %d passed and %d failed in %d s\n' "$name" "$stage_passed" "$stage_failed" $((SECONDS - started))
}

stages_report() {
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

check_format() {
    if dotnet format nanoFramework.sln --verify-no-changes --no-restore -v quiet; then
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
