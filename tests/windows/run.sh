#!/usr/bin/env bash
# Runs the tool for Windows under Wine: the C module that MinGW-w64 compiled, with its tests; .NET's and ONNX Runtime's files for
# Windows; and the checks of tests/end-to-end, typed with that tool. Ends with "N passed, N failed". Takes about ten minutes.
#
#   tests/windows/run.sh [part …]     parts of tests/end-to-end; those that need nothing but the tool if none is named
#
# Wine is not Windows: what it shows is that files, names, paths, encodings and both native halves are right for it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
out=$PWD/.artifacts/windows
tool=$out/tool
mkdir -p "$out/path"
source tests/lib/report.sh

for pair in wine:wine wine:wine64 x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 cmake:cmake node:nodejs; do
    command -v "${pair%%:*}" >/dev/null || { echo "${pair%%:*} is missing: apt install ${pair#*:}"; missing=1; }
done
[ -z "${missing:-}" ] || { echo "0 passed, 1 failed"; exit 1; }

# The runtime maps code that it has compiled twice, writable and executable; Wine does not bear that.
export WINEPREFIX=$out/prefix WINEDEBUG=-all DOTNET_EnableWriteXorExecute=0
[ -d "$WINEPREFIX" ] || wine wineboot -i >"$out/wine.log" 2>&1

compile() { # folder source options…
    local folder=$out/$1 source=$2
    shift 2
    { cmake -S "$source" -B "$folder" -DCMAKE_TOOLCHAIN_FILE="$PWD/native-interop/cmake/mingw-w64.cmake" "$@" &&
        cmake --build "$folder" --parallel 2; } >"$folder.log" 2>&1 || { tail -n 30 "$folder.log"; return 1; }
}

compile native-tests tests/native
report $? "the C module's tests compile for Windows"
wine "$out/native-tests/native-tests.exe" >"$out/native-tests.txt" 2>&1
report $? "they pass there: $(tail -n 1 "$out/native-tests.txt" | tr -d '\r')"
compile native native-interop -DBUILD_SHARED_LIBS=ON
report $? "the C module compiles for Windows"

# Everything for this machine, which the checks use besides the tool; then the tool for Windows, with the native halves put in.
dotnet build nanoFramework.sln -c Release -v quiet &&
    dotnet publish host-trainer/Earshot.Cli -c Release -r win-x64 --self-contained -o "$tool" -v quiet &&
    rm -f "$tool"/*.so "$tool"/*.so.* &&
    cp "$out/native/libearshot.dll" .artifacts/npm/onnxruntime/node_modules/onnxruntime-node/bin/napi-v6/win32/x64/onnxruntime.dll "$tool"
report $? "the tool builds for Windows"

# The checks start the tool as 'dotnet …/Earshot.Cli.dll'.
cat >"$out/path/dotnet" <<SHIM
#!/bin/sh
case \$1 in
*/Earshot.Cli.dll) shift; exec wine "$tool/Earshot.Cli.exe" "\$@" ;;
*) exec "$(command -v dotnet)" "\$@" ;;
esac
SHIM
chmod +x "$out/path/dotnet"
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(product file-names bad-input boards soak firmware experiment sweep)
PATH=$out/path:$PATH EARSHOT_IS_BUILT=1 EARSHOT_STOP_SIGNAL=INT bash tests/end-to-end/run.sh "${parts[@]}" | tee "$out/end-to-end.txt"
read -r good _ bad _ < <(tail -n 1 "$out/end-to-end.txt")
printf '%d passed, %d failed\n' $((passed + good)) $((failed + bad))
[ $((failed + bad)) -eq 0 ]
