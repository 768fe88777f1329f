#!/usr/bin/env bash
# Runs every test of the repository and ends with the line "N passed, N failed".
#
#   bash tests/run.sh                  everything
#   bash tests/run.sh native host      only these stages (see the list at the end of this file)
#
# Two lanes of stages run beside one another; what a stage prints is shown when it ends, or as it comes when it is the only one.
# Missing tools are installed with apt where that is possible; otherwise the script says what to install and stops.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

wanted=("$@")
source tests/lib/stages.sh
source tests/lib/compiler.sh
source tests/lib/tools.sh

tools_require
announce_datasets
compiler_start
trap compiler_stop EXIT

dotnet_lane() {
    stage build "every .NET project, warnings and .editorconfig's style as errors" build_solution
    has_built && export EARSHOT_IS_BUILT=1
    stage format "whitespace of C# by .editorconfig" check_format
    stage modem-fuzz "the modem driver of the node with answers of hostile modems for thirty seconds" bash tests/emulator/Earshot.ModemFuzz/run.sh
    stage host "xunit: trainer, packer, emulator, tool" run_dotnet_tests
}

native_lane() {
    stage cortex-m "the C module on Cortex-M0, M3, M4, M7 and M33 under QEMU: bits, instructions, memory" bash tests/cortex-m/run.sh
    stage native "the C module under sanitizers, its cross-compilations, its formatting" bash tests/native/run.sh
    stage fuzz "the pack reader and the engine under libFuzzer for thirty seconds" bash tests/native/fuzz/run.sh
    is_wanted end-to-end && is_wanted build && await build dotnet
    has_built && export EARSHOT_IS_BUILT=1
    stage end-to-end "the tool's commands as a new user types them" bash tests/end-to-end/run.sh
}

trap 'end_lanes; exit 130' INT TERM
lane dotnet dotnet_lane
lane native native_lane
wait
stages_report build format modem-fuzz host cortex-m native fuzz end-to-end
