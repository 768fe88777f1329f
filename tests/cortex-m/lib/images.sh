# Building and running images. A target is a core and a kernel set with QEMU's machine for it and the linker script; the
# set `small` is the build with EARSHOT_SMALL.
targets=(
    "cortex-m0 reference microbit microbit"
    "cortex-m3 reference mps2-an385 mps2"
    "cortex-m4 reference mps2-an386 mps2"
    "cortex-m4 armv7em mps2-an386 mps2"
    "cortex-m7 armv7em mps2-an500 mps2"
    "cortex-m33 armv7em mps2-an505 mps2-an505"
    "cortex-m0 small microbit microbit"
    "cortex-m3 small mps2-an385 mps2"
    "cortex-m4 small mps2-an386 mps2"
)
models="kws-ds-cnn stride-ds-24-31 stride-ds-24-62 stride-ds-24-62-stream sb-cnn"
measurements=(
    "cortex-m4 armv7em $models"
    "cortex-m4 reference $models"
    "cortex-m3 reference stride-ds-24-31"
    "cortex-m0 reference stride-ds-24-31"
    "cortex-m4 small $models"
    "cortex-m3 small stride-ds-24-31"
    "cortex-m0 small stride-ds-24-31"
)

target_field() { # core kernels field
    local target
    for target in "${targets[@]}"; do
        read -ra fields <<<"$target"
        [ "${fields[0]} ${fields[1]}" = "$1 $2" ] && echo "${fields[$3]}"
    done
}

# 256 kB of flash do not hold all vectors.
cases_of() { # core
    if [ "$1" = cortex-m0 ]; then echo small.cases; else echo vectors.cases; fi
}

core_flags() { # core
    case $1 in
    cortex-m4) echo "-mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard" ;;
    cortex-m7 | cortex-m33) echo "-mcpu=$1 -mthumb -mfpu=fpv5-sp-d16 -mfloat-abi=hard" ;;
    *) echo "-mcpu=$1 -mthumb" ;;
    esac
}

# `earshot bench` builds in the same folder, and may be at work.
in_turn() {
    flock "$out/lock" "$@"
}

build_host() {
    in_turn cmake -S $here -B "$out/host" >"$out/host.log" 2>&1 && in_turn cmake --build "$out/host" --parallel 2 >>"$out/host.log" 2>&1 ||
        { tail -n 30 "$out/host.log"; return 1; }
    "$out/host/make-models" "$out/cases" && "$out/host/make-front-ends" "$out/cases/front-ends.cases"
}

build_target() { # core kernels
    local folder=$out/$1-$2 set=-DEARSHOT_KERNELS=$2
    [ "$2" = small ] && set=-DEARSHOT_SMALL=ON
    in_turn cmake -S native-interop -B "$folder" -DCMAKE_TOOLCHAIN_FILE=cmake/cortex-m.cmake -DEARSHOT_CORE="$1" "$set" >"$folder.log" 2>&1 &&
        in_turn cmake --build "$folder" --parallel 2 >>"$folder.log" 2>&1 || { tail -n 30 "$folder.log"; return 1; }
}

build_image() { # core kernels image cases [options...]
    local core=$1 kernels=$2 image=$3 cases=$4 sources
    shift 4
    sources="$here/image/$image.c $here/board/board.c $here/image/pack.S"
    case $image in
    everything) ;;
    front_end) sources+=" $here/image/front_ends.c" ;;
    *) sources+=" $here/image/cases.c" ;;
    esac
    # shellcheck disable=SC2046,SC2086
    arm-none-eabi-gcc $(core_flags "$core") -std=gnu11 -O2 -Wall -Wextra -Werror -ffunction-sections -fdata-sections \
        -ffp-contract=off -Inative-interop/include -Inative-interop/src -I$here/board -I$here/image \
        -DCASES="\"$out/cases/$cases\"" "$@" $sources -nostartfiles -specs=nano.specs -Wl,--gc-sections \
        -L$here/board -T"$(target_field "$core" "$kernels" 3).ld" "$out/$core-$kernels/libearshot.a" \
        -o "$out/$core-$kernels/$image-${cases%.*}.elf" -lgcc -lc
}

# The same network with the memory that the small kernels want.
case_of() { # kernels model
    if [ "$1" = small ]; then echo "small-$2"; else echo "$2"; fi
}

run_image() { # core kernels elf [options...]
    local machine
    machine=$(target_field "$1" "$2" 2)
    local elf=$3
    shift 3
    timeout 300 qemu-system-arm -machine "$machine" -display none -monitor none -serial none \
        -semihosting-config enable=on,target=native -kernel "$elf" "$@" 2>&1
}

run_vectors() { # core kernels
    run_image "$1" "$2" "$out/$1-$2/vectors-$(basename "$(cases_of "$1")" .cases).elf"
}

code_bytes() { # core kernels: what the module adds to an image that does nothing
    local folder=$out/$1-$2 with without
    : >"$out/cases/empty.case"
    build_image "$1" "$2" everything empty.case || return 1
    without=$(arm-none-eabi-size -A "$folder/everything-empty.elf" | awk '$1 == ".text" || $1 == ".data" { s += $2 } END { print s }')
    build_image "$1" "$2" everything empty.case -DWITH_EARSHOT || return 1
    with=$(arm-none-eabi-size -A "$folder/everything-empty.elf" | awk '$1 == ".text" || $1 == ".data" { s += $2 } END { print s }')
    echo $((with - without)) | tee "$folder/code-bytes"
}
