# What users get wrong: each gives exit code 2, a message that names the place and the remedy, and leaves nothing behind.

node tests/end-to-end/damage.js "$work" "$demo"
for kind in empty header-only truncated no-channels not-a-number not-a-wav; do
    refuses "WAV $kind" "$kind.wav" earshot emulate "$demo" --sounds "$work/bad/$kind.wav" --json "$work/none.json"
done
refuses "WAV missing" "nowhere.wav|Give" earshot emulate "$demo" --sounds "$work/nowhere.wav" --json "$work/none.json"
refuses "CSV with a missing file" "row|gone.wav" earshot train "$work/bad/missing-file" --out "$work/none"
refuses "CSV with an unknown fold" "fold" earshot train "$work/bad/unknown-fold" --out "$work/none"
refuses "dataset with one class" "one class" earshot train "$work/bad/one-class" --out "$work/none"
refuses "dataset that is not there" "nowhere" earshot train "$work/nowhere" --out "$work/none"
refuses "held-out fold that is not there" "fold 9|1, 2, 3, 4, 5" earshot train synthetic --held-out-fold 9 --out "$work/none"
refuses "unknown model" "no-such-net|ds-cnn-64" earshot train synthetic --model no-such-net --epochs 1 --out "$work/none-model"
refuses "model too large for its board" "ST_NUCLEO64_F411RE_NF|bytes too large|largest layer" \
    earshot train synthetic --model d-cnn --board ST_NUCLEO64_F411RE_NF --out "$work/none"
refuses "pack with a changed byte" "changed.earshot" earshot inspect "$work/bad/changed.earshot" --json "$work/none.json"
refuses "pack cut short" "short.earshot" earshot emulate "$work/bad/short.earshot" --sounds "$work/street" --json "$work/none.json"
refuses "ONNX cut short" "short.onnx" earshot pack "$work/bad/short.onnx" --out "$work/none.earshot"
refuses "ONNX with an unsupported operator" "unsupported.onnx|LogSoftmax" earshot pack "$work/bad/unsupported.onnx" --out "$work/none.earshot"
refuses "float ONNX given to pack" "float.onnx|QDQ" earshot pack "$demo/float.onnx" --out "$work/none.earshot"
refuses "evaluate without a run" "no finished run" earshot evaluate "$work/street" synthetic
refuses "unknown board" "NO_SUCH_BOARD|ST_NUCLEO64_F411RE_NF" earshot emulate "$demo" --sounds "$work/street" --board NO_SUCH_BOARD
refuses "unknown option" "--frobnicate|--help" earshot train synthetic --frobnicate
refuses "option without its value" "--epochs" earshot train synthetic --out "$work/none" --epochs many
printf 'duration: 5 s\nfauts: []\n' >"$work/bad/scenario.yaml"
refuses "scenario with an unknown key" "scenario.yaml, line 2|unknown key 'fauts'|faults" earshot emulate "$work/bad/scenario.yaml" --json "$work/none.json"
printf 'sounds:\n  - { at: 1 s, file: gone.wav }\n' >"$work/bad/scenario.yaml"
refuses "scenario whose sound is missing" "scenario.yaml, line 2|gone.wav" earshot emulate "$work/bad/scenario.yaml" --json "$work/none.json"
refuses "scenario that is missing" "nowhere.yaml|--template" earshot emulate "$work/nowhere.yaml" --json "$work/none.json"
refuses "scenario with --sounds" "--sounds" earshot emulate "$work/bad/scenario.yaml" --sounds "$work/street"
refuses "--live without a scenario" "--live|scenario" earshot emulate "$demo" --live
for leftover in none none.json none.earshot; do
    absent "nothing is left behind: $leftover" "$work/$leftover"
done
