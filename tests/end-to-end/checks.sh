# Small checks; each prints one line and counts itself.

passed=0
failed=0

pass() {
    passed=$((passed + 1))
    printf 'ok    %s\n' "$1"
}

fail() {
    failed=$((failed + 1))
    printf 'FAIL  %s\n' "$1"
    [ -f "$work/output" ] && sed 's/^/      | /' "$work/output" | tail -n 25
}

earshot() {
    dotnet "$tool" "$@"
}

# succeeds NAME COMMAND…: exit code 0 and no stack trace.
succeeds() {
    local name=$1
    shift
    if "$@" >"$work/output" 2>&1 && ! grep -q '^   at ' "$work/output"; then
        pass "$name"
    else
        fail "$name"
        return 1
    fi
}

# refuses NAME WORDS COMMAND…: exit code 2, no stack trace, and each of the |-separated words in the message.
refuses() {
    local name=$1 words=$2 code word
    shift 2
    "$@" >"$work/output" 2>&1
    code=$?
    if [ "$code" -ne 2 ]; then
        fail "$name: exit code $code instead of 2"
        return 1
    fi
    if grep -qE '^ +at |Unhandled' "$work/output"; then
        fail "$name: shows a stack trace"
        return 1
    fi
    while IFS= read -r word; do
        if ! tr '\n' ' ' <"$work/output" | grep -qF -- "$word"; then
            fail "$name: does not say '$word'"
            return 1
        fi
    done < <(tr '|' '\n' <<<"$words")
    pass "$name"
}

# holds NAME FILE EXPRESSION: the JSON in FILE, called r, makes the JavaScript expression true.
holds() {
    local name=$1 file=$2 expression=$3
    if node -e '
        const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        if (!eval(process.argv[2])) { console.log(JSON.stringify(r).slice(0, 2000)); process.exit(1); }
    ' "$file" "$expression" >"$work/output" 2>&1; then
        pass "$name"
    else
        fail "$name"
        return 1
    fi
}

# holds_text NAME FILE PATTERN: the file has a line that matches.
holds_text() {
    if grep -qE "$3" "$2" >"$work/output" 2>&1; then
        pass "$1"
    else
        fail "$1"
    fi
}

same_bytes() {
    if cmp "$2" "$3" >"$work/output" 2>&1; then
        pass "$1"
    else
        fail "$1"
    fi
}

absent() {
    if [ ! -e "$2" ]; then
        pass "$1"
    else
        fail "$1"
    fi
}

# until_exists FILE PROCESS: looks a hundred times a second, without starting a program for it, and ends with the process.
until_exists() {
    local nothing
    exec {nothing}<> <(:)
    until [ -e "$1" ] || ! kill -0 "$2" 2>/dev/null; do
        read -rt 0.01 -u "$nothing"
    done
    exec {nothing}>&-
}
