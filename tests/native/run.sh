#!/usr/bin/env bash
# Builds the C module with every compiler that it must support and runs its tests under sanitizers.
# Ends with "N passed, N failed". A compiler that is not installed is a failure, named with its Debian package.
#
#   tests/native/run.sh [part of a test's name]
set -u
cd "$(dirname "$0")/../.."
out=.artifacts/native
mkdir -p "$out"
source tests/lib/report.sh

need() { # command package
    command -v "$1" >/dev/null || { echo "  $1 is not installed: apt install $2"; return 1; }
}

build() { # folder source options...
    local folder=$out/$1 source=$2
    shift 2
    { cmake -S "$source" -B "$folder" "$@" && cmake --build "$folder" --parallel 2; } >"$folder.log" 2>&1 ||
        { tail -n 30 "$folder.log"; return 1; }
}

check_format() {
    need clang-format clang-format &&
        find native-interop tests/native -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
}

run_tests() { # folder filters...
    local folder=$1
    shift
    mkdir -p "$out/logs"
    local log=$out/logs/${folder//\//-}.log
    "$out/$folder/native-tests" "$@" >"$log" 2>&1
    local status=$?
    grep -vE '^[0-9]+ passed' "$log"
    passed=$((passed + $(grep -c '^ok' "$log")))
    failed=$((failed + $(grep -c '^FAIL' "$log")))
    # A crash or a sanitizer's report ends the run before its last line.
    if [ $status -ne 0 ] && ! grep -q '^FAIL' "$log"; then
        report 1 "tests in $folder ran to their end, and no sanitizer objected"
    fi
}

sizes() { # folder
    arm-none-eabi-size -t "$out/$1/libearshot.a" | awk -v core="$1" '/TOTALS/ { print "  " core ": " $1 " bytes of code and constants, " $2 + $3 " of data" }'
}

check_no_data() { # folder: no variable outlives a call, and nothing comes from a library but memory functions
    local symbols
    symbols=$(arm-none-eabi-nm "$out/$1/libearshot.a")
    ! grep -E ' [BbDdC] ' <<<"$symbols" &&
        ! grep -E ' U (malloc|calloc|realloc|free|printf|(log|exp|sin|cos|sqrt|pow)[0-9a-z]*)$' <<<"$symbols"
}

clips=$out/clips.txt
find ../shared/datasets/ESC-10/audio -name '*.wav' 2>/dev/null | sort | awk 'NR % 20 == 1' >"$clips"
[ -s "$clips" ] && export EARSHOT_CLIPS=$PWD/$clips

check_format
report $? "sources are formatted"

sanitizers="-g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined"
if need cmake cmake && need gcc gcc && build gcc-sanitized tests/native -DCMAKE_C_COMPILER=gcc -DCMAKE_C_FLAGS="$sanitizers" -DCMAKE_BUILD_TYPE=Debug; then
    report 0 "builds with gcc and sanitizers"
    run_tests gcc-sanitized ${1:+"$1"}
else
    report 1 "builds with gcc and sanitizers"
fi

# The build for which size counts: other kernels, another table, the same results. The rest of the tests would run the same code again.
if [ -z "${1:-}" ] && build small tests/native -DCMAKE_C_COMPILER=gcc -DCMAKE_C_FLAGS="$sanitizers" -DCMAKE_BUILD_TYPE=Debug -DEARSHOT_SMALL=ON; then
    report 0 "builds with EARSHOT_SMALL and sanitizers"
    run_tests small kernels streaming windows write hostile roots synthetic
elif [ -z "${1:-}" ]; then
    report 1 "builds with EARSHOT_SMALL and sanitizers"
fi

# For compilers that are not GNU's, such as Visual C++: nothing but C11, and the same bits.
if [ -z "${1:-}" ] && build plain-c tests/native -DCMAKE_C_COMPILER=gcc -DCMAKE_C_FLAGS=-DEARSHOT_PLAIN_C; then
    report 0 "builds as plain C11"
    run_tests plain-c logarithm roots synthetic kernels streaming
elif [ -z "${1:-}" ]; then
    report 1 "builds as plain C11"
fi

if [ -z "${1:-}" ] && build cmsis-nn tests/native/cmsis-nn -DCMAKE_C_COMPILER=gcc -DCMAKE_C_FLAGS="$sanitizers" -DCMAKE_BUILD_TYPE=Debug; then
    report 0 "builds the CMSIS-NN backend with the test double"
    run_tests cmsis-nn/native-tests kernels streaming windows CMSIS-NN
elif [ -z "${1:-}" ]; then
    report 1 "builds the CMSIS-NN backend with the test double"
fi

# The capture and the firmware's portable half: what an interrupt and a thread share is watched by ThreadSanitizer.
if [ -z "${1:-}" ]; then
    for kind in address,undefined thread; do
        folder=capture-${kind%%,*}
        build "$folder" tests/native/capture -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Debug \
            -DCMAKE_C_FLAGS="-g -O1 -fsanitize=$kind -fno-sanitize-recover=all"
        report $? "builds the capture with -fsanitize=$kind"
        run_tests "$folder"
        run_tests "$folder/short-ring"
        run_tests "$folder/threadx"
    done
fi

need clang clang && build clang native-interop -DCMAKE_C_COMPILER=clang -DBUILD_SHARED_LIBS=ON
report $? "builds with clang"
need gcc gcc && build gcc native-interop -DCMAKE_C_COMPILER=gcc -DBUILD_SHARED_LIBS=ON
report $? "builds with gcc as a shared library"
need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 &&
    build mingw-w64 native-interop -DCMAKE_TOOLCHAIN_FILE=cmake/mingw-w64.cmake -DBUILD_SHARED_LIBS=ON &&
    test -f "$out/mingw-w64/libearshot.dll"
report $? "builds libearshot.dll with MinGW-w64"
for core in cortex-m4 cortex-m0 cortex-m3 cortex-m7 cortex-m33; do
    need arm-none-eabi-gcc gcc-arm-none-eabi &&
        build "$core" native-interop -DCMAKE_TOOLCHAIN_FILE=cmake/cortex-m.cmake -DEARSHOT_CORE=$core && sizes "$core"
    report $? "builds for $core"
done
for core in cortex-m4 cortex-m0 cortex-m3; do
    build "$core-small" native-interop -DCMAKE_TOOLCHAIN_FILE=cmake/cortex-m.cmake -DEARSHOT_CORE=$core -DEARSHOT_SMALL=ON && sizes "$core-small"
    report $? "builds for $core with EARSHOT_SMALL"
done
# Contraction is the compiler's default where the core can fuse; the module must notice. See docs/c-module.md.
check_contraction_shows() {
    arm-none-eabi-gcc -std=gnu11 -O2 -mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard -Inative-interop/include \
        -S native-interop/src/engine/rounding.c -o "$out/contracted.s" &&
        sed -n '/^earshot_rounds_products:/,/bx\tlr/p' "$out/contracted.s" | grep -q 'vfma'
}
check_contraction_shows
report $? "a build with contraction shows itself in earshot_rounds_products"
check_no_data cortex-m4 && check_no_data cortex-m4-small
report $? "has no global variables and calls no library but memory functions"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
