# What Earshot adds to a board's firmware: code and constants, RAM by use, stack. Sourced by ../run.sh, after the libraries for
# cortex-m4 are built. The pack is earshot-s, once in the deployment region and once in the firmware as well. memory.csv in the results'
# folder has the numbers for the table with the managed heap (tests/end-to-end/memory.sh).
firmware_pack=$PWD/$here/firmware/earshot-s.earshot
firmware_code_limit=$((24 * 1024))
firmware_ram_limit=$((48 * 1024))

firmware_image() { # name options... : compiles and links; .bss.NAME sections tell the uses of RAM apart
    local name=$1 folder=$out/firmware
    shift
    mkdir -p "$folder"
    # shellcheck disable=SC2046
    arm-none-eabi-gcc $(core_flags cortex-m4) -std=gnu11 -Os -Wall -Wextra -Werror -ffunction-sections \
        -fdata-sections -ffp-contract=off -DEARSHOT_SMALL -Inative-interop/include -Inative-interop/nanoclr -Inative-interop/src \
        -I$here/board -DCASES="\"$firmware_pack\"" "$@" $here/firmware/main.c $here/board/board.c $here/image/pack.S \
        -nostartfiles -specs=nano.specs -Wl,--gc-sections -Wl,-Map="$folder/$name.map" -L$here/board -Tmps2.ld \
        "$out/cortex-m4-small/libearshot.a" -lgcc -lc -o "$folder/$name.elf"
}

section_bytes() { # elf sections...
    local elf=$1
    shift
    arm-none-eabi-size -A "$elf" | awk -v wanted=" $* " 'index(wanted, " " $1 " ") { sum += $2 } END { print sum + 0 }'
}

symbol_bytes() { # elf symbol
    echo $((16#$(arm-none-eabi-nm -S "$1" | awk -v name="$2" '$4 ~ "^" name "(\\.|$)" { print $2 }')))
}

firmware_sources() {
    echo native-interop/nanoclr/firmware/*.c native-interop/src/capture/*.c
}

# Prints a row; fails when code or RAM exceeds the limit.
firmware_row() { # board place options...
    local board=$1 place=$2 name=$1-$2 folder=$out/firmware empty elf code ram stack pack=0 deployed
    shift 2
    cmake -DSOURCE="$folder/$name-pack.c" -DPACK="$([ "$place" = both ] && echo "$firmware_pack")" \
        -P $here/firmware/built_in.cmake || return 1
    firmware_image empty || return 1
    # shellcheck disable=SC2046
    firmware_image "$name" -DEARSHOT "$@" $([ "$place" = both ] && echo -DBUILT_IN) $(firmware_sources) "$folder/$name-pack.c" || return 1
    empty=$folder/empty.elf
    elf=$folder/$name.elf
    # It hears with each pack, or fails.
    stack=$(run_image cortex-m4 small "$elf") || return 1
    stack=${stack#stack }
    [ "$place" = both ] && pack=$(stat -c %s "$firmware_pack")
    # The image stands in for the deployment region as well: its pack is not the firmware's.
    deployed=$(stat -c %s "$firmware_pack")
    code=$(($(section_bytes "$elf" .text .data) - $(section_bytes "$empty" .text .data) - pack - deployed))
    ram=$(($(section_bytes "$elf" .data .bss) - $(section_bytes "$empty" .data .bss) - $(symbol_bytes "$elf" raw)))
    printf '  %-8s %-10s %9d %9d %9d %9d %9d %9d\n' "$board" "$place" "$code" "$pack" \
        "$(symbol_bytes "$elf" arena)" "$(symbol_bytes "$elf" ring_samples)" "$ram" "$stack"
    echo "$board,$place,$code,$pack,$(symbol_bytes "$elf" arena),$(symbol_bytes "$elf" ring_samples),$ram,$stack" >>"$folder/memory.csv"
    [ "$code" -le "$firmware_code_limit" ] && [ $((ram + stack)) -le "$firmware_ram_limit" ]
}

echo "What Earshot adds to a firmware, bytes (EARSHOT_SMALL; RAM includes arena and ring, the stack is of the CLR's thread):"
echo "  board    pack            code  +pack in     arena      ring       RAM     stack"
mkdir -p "$out/firmware"
echo "board,place,code,pack,arena,ring,ram,stack" >"$out/firmware/memory.csv"
for row in "F411RE deployed" "F411RE both" "L475VG deployed -DDFSDM" "L475VG both -DDFSDM"; do
    read -ra fields <<<"$row"
    firmware_row "${fields[@]}"
    report $? "earshot-s on ${fields[0]}, ${fields[1]}: code within $firmware_code_limit bytes, RAM and stack within $firmware_ram_limit"
done
