# Names of files that Windows and macOS take: upper and lower case are one there, and Windows keeps some names for itself.

# alike: of the paths on standard input, pairs that differ in case only.
alike() {
    awk '{ path = tolower($0); if (path in seen) print seen[path], $0; seen[path] = $0 }'
}

# none NAME COMMAND: the command, a line of shell, prints nothing.
none() {
    bash -c "$2" >"$work/output" 2>&1
    if [ -s "$work/output" ]; then fail "$1"; else pass "$1"; fi
}

export -f alike
none "the repository's files differ in more than case" "git ls-files | alike"
none "what is built differs in more than case" "find .artifacts/bin -type f | alike"
none "no assembly has the file of a native library on Windows" "find .artifacts/bin -iname libearshot.dll -o -iname onnxruntime.dll"
none "no file has a name that Windows refuses" \
    "git ls-files | grep -iE '(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?(/|\$)|[<>:\"|?*\\\\]|[. ](/|\$)'"
[ "$(printf 'a/b\nA/B\n' | alike)" = "a/b A/B" ] && pass "paths that differ in case only are found" || fail "paths that differ in case only are found"
