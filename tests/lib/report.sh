# Counts what was tried: report STATUS NAME prints a line and counts it as passed (status 0) or failed.

passed=0
failed=0

report() { # status name
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
        echo "ok    $2"
    else
        failed=$((failed + 1))
        echo "FAIL  $2"
    fi
}
