# What models cost on Cortex-M cores: the numbers are those of the C module's own bench, and mistakes are told.

baseline=$PWD/tests/cortex-m/baseline.json
# At most the 2 % worse that the baseline allows; what became better need not have been written down yet.
same="const b = JSON.parse(require('fs').readFileSync('$baseline')).rows;
    const base = row => b.find(x => ['model', 'kernels', 'core'].every(k => x[k] === row[k]));
    const near = (row, names) => names.every(k => row[k] <= 1.02 * base(row)[k] && row[k] >= 0.9 * base(row)[k]);"

succeeds "bench runs on a selection" earshot bench --model front-end-512 kws-ds-cnn stride-ds-24-62-stream --kernels armv7em --json "$work/bench.json"
holds "bench: a row for each front end, window and stream" "$work/bench.json" \
    'r.rows.map(x => x.model + " " + x.counted_for).join() === "front-end-512 hop,front-end-512-log-mel log-mel,kws-ds-cnn window,stride-ds-24-62-stream hop"'
holds "bench: instructions, cycles and memory are the baseline's" "$work/bench.json" \
    "$same r.rows.filter(x => x.counted_for !== 'hop' || x.macs === 0).every(x => x.macs === base(x).macs && near(x, ['instructions', 'cycles_low', 'cycles_high', 'code_bytes', 'stack_bytes']))"
holds "bench: a hop of a full stream costs more than one on average from silence on, and less than a twentieth of the window" "$work/bench.json" \
    "$same r.rows.filter(x => x.model.endsWith('-stream')).every(x => x.macs === base(x).macs && x.instructions > base(x).instructions && x.instructions < 754588 / 20)"
holds "bench: shares of the processor add up" "$work/bench.json" \
    'r.rows.filter(x => x.front_end).length === 2 && r.rows.filter(x => x.front_end).every(x => Math.abs(x.cpu_share - x.own_cpu_share - x.front_end.cycles_high / r.clock_hertz / x.front_end.hop_seconds) < 1e-9)'

succeeds "bench of a network that hears samples" earshot bench --model raw-cnn --kernels armv7em --json "$work/bench-samples.json"
holds "bench: its front end, which computes the level as well, has its share" "$work/bench-samples.json" \
    'r.rows.length === 1 && r.rows[0].same_bits && r.rows[0].front_end.cycles_high > 1000 && r.rows[0].cpu_share > r.rows[0].own_cpu_share'

succeeds "bench takes a run folder, a pack and an int8 ONNX model" \
    earshot bench "$demo" "$demo/model.earshot" "$demo/model.onnx" --kernels armv7em reference --core cortex-m33 --json "$work/bench-files.json"
holds "bench: two kernel sets and the model as pack, as window and as stream" "$work/bench-files.json" \
    'r.rows.length === 8 && r.rows.every(x => x.core === "cortex-m33" && x.same_bits && x.instructions > 1000 && x.instructions <= x.cycles_high && x.code_bytes > 10000 && x.stack_bytes > 100)'
holds "bench: the run folder's row is that of its pack" "$work/bench-files.json" \
    'r.rows[0].instructions === r.rows[1].instructions && r.rows[0].counted_for === "hop" && r.rows[2].counted_for === "window" && r.rows[4].kernels === "reference" && r.rows[4].instructions > 2 * r.rows[0].instructions'
succeeds "bench follows the board's core" earshot bench --model front-end-512 --kernels reference --board ST_NUCLEO144_F746ZG --json "$work/bench-board.json"
holds "bench: the board's core and clock" "$work/bench-board.json" 'r.rows[0].core === "cortex-m7" && r.clock_hertz > 2e8'

holds "bench: the arena is the one that inspect states" "$work/bench-files.json" \
    "r.rows[0].arena_bytes === JSON.parse(require('fs').readFileSync('$work/inspect.json')).arena_bytes"

# The emulated node's native part takes the measured share of the processor; its first decision comes after a window.
succeeds "bench of the demo's pack on its board" earshot bench "$demo" --kernels armv7em --json "$work/bench-cost.json"
succeeds "emulate with measured costs" bash -c \
    "head -c 9600000 /dev/zero | dotnet '$tool' emulate '$demo' --sounds - --cost '$work/bench-cost.json' --json '$work/cost.json'"
holds "emulate: the native load is the bench's within 1 %" "$work/cost.json" \
    "r.duration_s >= 300 && Math.abs(r.native_cpu_load / JSON.parse(require('fs').readFileSync('$work/bench-cost.json')).rows[0].cpu_share - 1) <= 0.01"
refuses "costs of another board" "bench-cost.json|cortex-m7|earshot bench" \
    earshot emulate "$demo" --sounds "$work/street" --board ST_NUCLEO144_F746ZG --cost "$work/bench-cost.json"
refuses "costs that are none" "damage.js|earshot bench" earshot emulate "$demo" --sounds "$work/street" --cost tests/end-to-end/damage.js

# CMSIS-NN is the user's; the double that tests its backend has the same functions.
double=tests/native/cmsis-nn
make_double() { # file sed-expression
    local flags="-O2 -mcpu=cortex-m4 -mthumb -mfpu=fpv4-sp-d16 -mfloat-abi=hard -ffunction-sections -I$double"
    # shellcheck disable=SC2086
    sed "$2" $double/double.c | arm-none-eabi-gcc $flags -x c -c -o "$work/double.o" - &&
        echo 'void abort(void) { __builtin_trap(); }' | arm-none-eabi-gcc $flags -x c -c -o "$work/abort.o" - &&
        rm -f "$1" && arm-none-eabi-ar rcs "$1" "$work/double.o" "$work/abort.o"
}
succeeds "CMSIS-NN's double compiles for the core" make_double "$work/libonce.a" ""
succeeds "CMSIS-NN's double that rounds twice compiles" make_double "$work/libtwice.a" "s/^int double_rounds_twice;/int double_rounds_twice = 1;/"
cmsis=(earshot bench --model stride-ds-24-31 --kernels cmsis-nn --cmsis-nn-include "$double" --cmsis-nn-library)
succeeds "bench measures a library of the user's" "${cmsis[@]}" "$work/libonce.a" --json "$work/bench-cmsis.json"
holds "bench: the library's row" "$work/bench-cmsis.json" 'r.rows.length === 1 && r.rows[0].kernels === "cmsis-nn" && r.rows[0].macs === 263536'
refuses "library that rounds twice" "--cmsis-nn-library|libtwice.a|CMSIS_NN_USE_SINGLE_ROUNDING" "${cmsis[@]}" "$work/libtwice.a" --json "$work/none.json"
refuses "library that is not there" "--cmsis-nn-library|gone.a" "${cmsis[@]}" "$work/gone.a" --json "$work/none.json"
refuses "library for another core" "cortex-m3|-mcpu=cortex-m3" "${cmsis[@]}" "$work/libonce.a" --core cortex-m3
refuses "library that is no library" "cortex-m4|Compile" "${cmsis[@]}" "$work/bench.json"
refuses "library without its headers" "--cmsis-nn-include DIR" earshot bench --cmsis-nn-library "$work/libonce.a"
refuses "headers in another folder" "--cmsis-nn-include|arm_nnfunctions.h" earshot bench --cmsis-nn-include tests --cmsis-nn-library "$work/libonce.a"
refuses "cmsis-nn without a library" "--kernels|--cmsis-nn-library FILE" earshot bench --kernels cmsis-nn
refuses "bench with unknown kernels" "--kernels|neon|armv7em" earshot bench --kernels neon
refuses "bench with kernels that the core cannot run" "--kernels|cortex-m0|reference" earshot bench --core cortex-m0 --kernels armv7em
refuses "bench on an unknown core" "--core|cortex-a53|cortex-m4" earshot bench --core cortex-a53
refuses "bench on an unknown board" "NO_SUCH_BOARD|ST_NUCLEO64_F411RE_NF" earshot bench --board NO_SUCH_BOARD
refuses "bench of an unknown built-in network" "--model|vgg|kws-ds-cnn" earshot bench --model vgg
refuses "bench of a file that is not there" "nowhere.onnx" earshot bench "$work/nowhere.onnx"
refuses "bench of a broken ONNX" "short.onnx" earshot bench "$work/bad/short.onnx" --json "$work/none.json"
refuses "bench of a broken pack" "changed.earshot|checksum" earshot bench "$work/bad/changed.earshot" --json "$work/none.json"
refuses "bench of a float ONNX" "float.onnx|QDQ" earshot bench "$demo/float.onnx" --json "$work/none.json"
refuses "bench of a model that the core's board cannot hold" "sb-cnn|cortex-m0|--core" earshot bench --model sb-cnn --core cortex-m0 --json "$work/none.json"
absent "nothing is left behind by bench" "$work/none.json"
