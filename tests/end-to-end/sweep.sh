# Sweeps in this process.

sweep=$work/sweep
mkdir -p "$sweep"
cat >"$sweep/tiny.yaml" <<YAML
dataset: ../sounds
folds: [1]
validation: next-fold
training: { model: ds-cnn-64, epochs: 2, windows-per-epoch: 64, batch-size: 16, decision-hop-frames: 32, average-decay: 0.5 }
quantization: { method: minimum-maximum, equalize: false, correct-bias: false, windows: 32 }
YAML
cat >"$sweep/sweep.yaml" <<YAML
name: tiny nets
base: tiny.yaml
ranges:
  training.model: [ds-cnn-64, stride-ds-24]
  training.learning-rate: { log: [1e-3, 1e-2], count: 2 }
YAML

out=$sweep/local
succeeds "sweep runs here" earshot sweep "$sweep/sweep.yaml" --out "$out" --workers 2 --json "$work/sweep.json"
holds "sweep: four results, ranked, smaller and larger networks" "$work/sweep.json" \
    'r.done === 4 && r.failed === 0 && r.results.some(t => t.rank === 0) && r.results.every(t => t.accuracy > 0 && t.accuracy <= 1)
    && new Set(r.results.map(t => t.costs["macs-per-second"])).size === 2'
succeeds "sweep: the report is one page without links to elsewhere" bash -c \
    "grep -q '</html>' '$out/sweep.html' && grep -q 'Pareto front' '$out/sweep.html' && ! grep -qE '(src|href)=\"https?:' '$out/sweep.html'"
cp "$out/trials/0003/result.json" "$work/result-before.json"
rm "$out/trials/0002/result.json"
succeeds "sweep resumes" earshot sweep "$sweep/sweep.yaml" --out "$out" --json "$work/sweep-again.json"
same_bytes "sweep: a trial that was done is not run again" "$work/result-before.json" "$out/trials/0003/result.json"
holds "sweep: the trial that was lost is done again, with the same result" "$work/sweep-again.json" \
    "r.done === 4 && JSON.stringify(r.results) === JSON.stringify(JSON.parse(require('fs').readFileSync('$work/sweep.json')).results)"

# A terminated sweep keeps what it has and goes on. Windows has no other signal than that of Ctrl+C, which a job in the background ignores.
out=$sweep/cancelled
# Not through a function: the signal has to reach the tool.
env --default-signal=INT dotnet "$tool" sweep "$sweep/sweep.yaml" --out "$out" --workers 1 >"$work/output" 2>&1 &
running=$!
until_exists "$out/trials/0001/result.json" "$running"
kill "-${EARSHOT_STOP_SIGNAL:-TERM}" "$running"
wait "$running"
code=$?
if [ "$code" -eq 130 ]; then pass "sweep: a terminated one ends with 130"; else fail "sweep: a terminated one ends with $code instead of 130"; fi
succeeds "sweep status" earshot sweep status "$out" --json "$work/status.json"
holds "sweep status: some done, the rest waiting, nobody at work" "$work/status.json" 'r.done >= 1 && r.done < 4 && r.done + r.waiting === 4'
succeeds "sweep worker goes on" earshot sweep worker "$out"
succeeds "sweep status, at the end" earshot sweep status "$out" --json "$work/status.json"
holds "sweep: all done after the worker" "$work/status.json" 'r.done === 4'

sed "s/1e-2/2e-2/" "$sweep/sweep.yaml" >"$sweep/other.yaml"
refuses "sweep in a folder of another one" "another sweep|cancelled" earshot sweep "$sweep/other.yaml" --out "$out"
sed 's/training.learning-rate/training.lerning-rate/' "$sweep/sweep.yaml" >"$sweep/unknown.yaml"
refuses "sweep over an unknown key" "lerning-rate|learning-rate" earshot sweep "$sweep/unknown.yaml" --out "$sweep/none"
sed 's/training.learning-rate.*/training.window-frames: [4]/' "$sweep/sweep.yaml" >"$sweep/small.yaml"
refuses "sweep over a range that makes no model" "trial 0001|training.window-frames: 4|4 frames" earshot sweep "$sweep/small.yaml" --out "$sweep/none"
sed 's/training.learning-rate.*/training.decision-hop-frames: [32, 31]/' "$sweep/sweep.yaml" >"$sweep/hop.yaml"
refuses "sweep over a range whose model cannot be packed" "trial 0002|training.decision-hop-frames: 31|multiple of 4" earshot sweep "$sweep/hop.yaml" --out "$sweep/none"
printf 'base: { dataset: nowhere, validation: next-fold }\nranges: { training.epochs: [1, 2] }\n' >"$sweep/elsewhere.yaml"
refuses "sweep whose dataset is not there" "trial 0001|'dataset'|nowhere: there is no such folder" earshot sweep "$sweep/elsewhere.yaml" --out "$sweep/none"
printf 'base: { dataset: ../sounds }\nranges: { training.epochs: [1, 2] }\n' >"$sweep/unvalidated.yaml"
refuses "sweep without a validation fold" "validation: next-fold" earshot sweep "$sweep/unvalidated.yaml" --out "$sweep/none"
printf '%s\nobjectives: { accuracy: test-accuracy }\n' "$(cat "$sweep/sweep.yaml")" >"$sweep/test.yaml"
refuses "sweep that chooses by the reported fold" "must not choose|validation-accuracy" earshot sweep "$sweep/test.yaml" --out "$sweep/none"
absent "sweep: nothing is left behind" "$sweep/none"
