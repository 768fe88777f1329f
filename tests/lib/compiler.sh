# The C# compiler's server for this run alone: it serves every project of the run, and ends with it.

compiler_start() {
    export UseSharedCompilation=true SharedCompilationId=earshot-tests-$$
}

compiler_stop() {
    local process
    for process in $(pgrep -f -- "VBCSCompiler.*-pipename:$SharedCompilationId"); do
        kill "$process" 2>/dev/null
    done
}
