# Measuring, and what becomes of the numbers. rows.txt has one line a measurement:
#   model kernels core macs instructions cycles_low cycles_high arena code stack
columns="model kernels core macs instructions cycles_low cycles_high arena_bytes code_bytes stack_bytes"

value_of() { # name file
    awk -v name="$1" '$1 == name { print $2 }' "$2"
}

measure() { # core kernels model
    local core=$1 kernels=$2 model=$3 folder=$out/$1-$2 name elf marks code
    name=$(case_of "$kernels" "$model")
    elf=$folder/measure-$name.elf
    build_image "$core" "$kernels" measure "$name.case" -Wl,--wrap=earshot_find_kernel || return 1
    code=$(code_bytes "$core" "$kernels") || return 1
    marks=0x$(arm-none-eabi-nm "$elf" | awk '$3 == "board_marks" { print $1 }')
    run_image "$core" "$kernels" "$elf" -plugin "$out/host/count.so,out=$folder/$model.phases,marks=$marks,phases=64" \
        >"$folder/$model.report" || { cat "$folder/$model.report"; return 1; }
    if [ "$(value_of too-large "$folder/$model.report")" = 1 ]; then
        echo "      $model needs more memory than $core's board has"
        return 1
    fi
    # The loop: two instructions a turn, and the store that ends the phase.
    awk -v turns="$(value_of turns "$folder/$model.report")" \
        '$1 == 1 && $2 != 2 * turns + 1 { print "      a loop of " 2 * turns + 1 " instructions counted as " $2; bad = 1 } END { exit bad }' \
        "$folder/$model.phases" || return 1
    summarise "$core" "$kernels" "$model" "$code"
    [ "$(value_of same "$folder/$model.report")" = 1 ]
}

# Every target runs the front end; its rows, a hop and of it the way from samples to log-mel, are recorded for one kernel set a core.
measure_front_end() { # core kernels record
    local core=$1 kernels=$2 folder=$out/$1-$2 elf marks code wraps=""
    for function in earshot_power_spectrum earshot_log_mel earshot_normalise; do wraps+=" -Wl,--wrap=$function"; done
    # shellcheck disable=SC2086
    build_image "$core" "$kernels" front_end front-ends.cases $wraps || return 1
    elf=$folder/front_end-front-ends.elf
    marks=0x$(arm-none-eabi-nm "$elf" | awk '$3 == "board_marks" { print $1 }')
    run_image "$core" "$kernels" "$elf" -plugin "$out/host/count.so,out=$folder/front-end.phases,marks=$marks,phases=64" \
        >"$folder/front-end.report" || { cat "$folder/front-end.report"; return 1; }
    [ "$3" = record ] || return 0
    code=$(code_bytes "$core" "$kernels") || return 1
    awk -v kernels="$kernels" -v core="$core" -v code="$code" '
        FILENAME == ARGV[1] { if ($2 == "same") name[n++] = $1; else is[$1, $2] = $3; next }
        $1 > 0 { c = int(($1 - 1) / 4); i[c] += $2; l[c] += $3; h[c] += $4
                 if ($1 % 4 == 2 || $1 % 4 == 3) { ci[c] += $2; cl[c] += $3; ch[c] += $4 } }
        END { for (c = 0; c < n; c++) {
                  tail = is[name[c], "memory"] " " code " " is[name[c], "stack"]
                  print name[c], kernels, core, 0, i[c], l[c], h[c], tail
                  print name[c] "-log-mel", kernels, core, 0, ci[c], cl[c], ch[c], tail } }' \
        "$folder/front-end.report" "$folder/front-end.phases" >>"$out/rows.txt"
}

# A stream's row is the average of one hop once the network is full: all phases over all pushed columns would count
# the silent begin, so the columns before the first decision are left out by the share of hops that they are.
summarise() { # core kernels model code
    local report=$out/$1-$2/$3.report phases=$out/$1-$2/$3.phases hops=1
    case $3 in *-stream) hops=$(value_of columns "$report") ;; esac
    awk -v model="$3" -v kernels="$2" -v core="$1" -v macs="$(value_of macs "$report")" -v arena="$(value_of arena "$report")" \
        -v code="$4" -v stack="$(value_of stack "$report")" -v hops="$hops" \
        '$1 >= 2 { instructions += $2; low += $3; high += $4 }
        END { printf "%s %s %s %d %d %d %d %d %d %d\n", model, kernels, core, macs, instructions / hops, low / hops, high / hops, arena, code, stack }' \
        "$phases" >>"$out/rows.txt"
    awk -v model="$3" -v kernels="$2" -v core="$1" -v hops="$hops" \
        '$1 >= 2 && $2 > 0 { printf "%s %s %s %d %d %d %d\n", model, kernels, core, $1 - 3, $2 / hops, $3 / hops, $4 / hops }' \
        "$phases" >>"$out/layers.txt"
}

# Lines of words to JSON, one object a line: `names` for the words, those that are numbers stay numbers.
to_json() { # names file
    awk -v names="$1" 'BEGIN { n = split(names, name, " "); print "{\"rows\": [" }
        { line = ""
          for (i = 1; i <= n; i++) line = line (i > 1 ? ", " : "") "\"" name[i] "\": " ($i ~ /^-?[0-9]+$/ ? $i : "\"" $i "\"")
          printf "%s  {%s}", (NR > 1 ? ",\n" : ""), line }
        END { print "\n]}" }' "$2"
}

write_results() {
    to_json "$columns" "$out/rows.txt" >"$out/results.json"
    to_json "model kernels core layer instructions cycles_low cycles_high" "$out/layers.txt" >"$out/layers.json"
}

print_table() {
    awk 'BEGIN { printf "\n%-24s %-10s %-11s %9s %11s %9s %21s %8s %7s %6s\n", "model", "kernels", "core", "MACs", "instructions", "instr/MAC", "cycles (M4 estimate)", "arena", "code", "stack" }
        { printf "%-24s %-10s %-11s %9d %12d %9s %10d-%10d %8d %7d %6d\n", $1, $2, $3, $4, $5, ($4 == 0 || $1 ~ /-stream$/ ? "a hop" : sprintf("%.3f", $5 / $4)), $6, $7, $8, $9, $10 }
        END { print "" }' "$out/rows.txt"
}

# What the project has set out to reach on the Cortex-M4F, whatever the baseline says: model, kernels, number, limit.
limits="kws-ds-cnn armv7em instructions 2900000
kws-ds-cnn armv7em cycles_high 3600000
kws-ds-cnn armv7em ram_bytes 40000
kws-ds-cnn armv7em code_bytes 32000
kws-ds-cnn armv7em stack_bytes 1024
stride-ds-24-31 armv7em instructions 400000
stride-ds-24-31 armv7em cycles_high 550000
stride-ds-24-62 armv7em instructions 820000
stride-ds-24-62 armv7em cycles_high 1130000
stride-ds-24-62-stream armv7em instructions 40000
sb-cnn armv7em instructions 7600000
sb-cnn armv7em cycles_high 9500000
front-end-512-log-mel armv7em instructions 22000
front-end-512-log-mel armv7em cycles_high 29000
front-end-1024-log-mel armv7em instructions 44000
front-end-1024-log-mel armv7em cycles_high 58000
kws-ds-cnn small instructions 7224466
kws-ds-cnn small ram_bytes 17000
kws-ds-cnn small code_bytes 18000
kws-ds-cnn small stack_bytes 1024"

check_limits() {
    awk -v columns="$columns" '
        BEGIN { n = split(columns, name, " ") }
        FILENAME == ARGV[1] { if ($3 == "cortex-m4") { rows++
                for (i = 1; i <= n; i++) is[$1, $2, name[i]] = $i
                is[$1, $2, "ram_bytes"] = is[$1, $2, "arena_bytes"] + is[$1, $2, "stack_bytes"] }
            next }
        !(($1, $2, $3) in is) { print "      " $1 " with " $2 " kernels was not measured"; bad = 1; next }
        is[$1, $2, $3] + 0 > $4 + 0 { print "      " $1 " with " $2 " kernels: " $3 " is " is[$1, $2, $3] ", the limit is " $4; bad = 1 }
        END { exit bad || !rows }' "$out/rows.txt" - <<<"$limits"
    report $? "the numbers that were set out to be reached"
}

# Every number of every row of the baseline: at most 2 % above it.
check_baseline() { # [--update-baseline]
    local baseline=$here/baseline.json
    if [ "${1:-}" = --update-baseline ]; then
        cp "$out/results.json" "$baseline"
    fi
    if [ ! -f "$baseline" ]; then
        report 1 "there is a baseline: run with --update-baseline and commit it"
        return
    fi
    awk -v names="$columns" '
        function parse(line, row,    i, n, parts, pair) {
            gsub(/[{}",]/, " ", line); gsub(/:/, " ", line)
            n = split(line, parts, " ")
            for (i = 1; i < n; i += 2) row[parts[i]] = parts[i + 1]
        }
        /"model"/ {
            delete row; parse($0, row)
            key = row["model"] " on " row["core"] " with " row["kernels"] " kernels"
            if (FILENAME == ARGV[1]) { for (name in row) base[key, name] = row[name]; keys[key] = 1 }
            else { seen[key] = 1
                for (name in row) if (((key, name) in base) && row[name] + 0 > base[key, name] * 1.02) {
                    print "      " key ": " name " is " row[name] ", the baseline has " base[key, name]; bad = 1 } }
        }
        END { for (key in seen) rows++
              if (!rows) { print "      nothing was measured"; bad = 1 }
              for (key in keys) if (!(key in seen)) { print "      " key " was not measured"; bad = 1 }
              for (key in seen) if (!(key in keys)) { print "      " key " is not in the baseline"; bad = 1 }
              exit bad }' "$baseline" "$out/results.json"
    report $? "no number is more than 2 % above the baseline"
}
