# An experiment: run, interrupted, resumed, tested again; then what users get wrong in its YAML.

experiment_yaml() {
    cat <<'YAML'
dataset: synthetic
folds: [1, 2]
training:
  model: stride-ds-24
  epochs: 2
  windows-per-epoch: 64
  batch-size: 16
  decision-hop-frames: 31
quantization:
  method: minimum-maximum
  equalize: false
  correct-bias: false
  windows: 32
YAML
}

# interrupted NAME FOLDER COMMAND…: Ctrl+C as soon as the first run is finished gives exit code 130 and no results.
interrupted() {
    local name=$1 folder=$2 code pid attempt
    shift 2
    # On a busy machine the other run may be finished before this script has seen the first: then once more.
    for attempt in 1 2 3 4 5; do
        # A background job of a script ignores SIGINT, and so does whatever was started by one.
        env --default-signal=INT "$@" >"$work/output" 2>&1 &
        pid=$!
        until_exists "$folder/fold-1-seed-1/result.json" "$pid"
        kill -INT "$pid"
        wait "$pid"
        code=$?
        [ "$code" -eq 0 ] && [ "$attempt" -lt 5 ] || break
        rm -rf "$folder"
    done
    if [ "$code" -eq 130 ] && [ -e "$folder/fold-1-seed-1/result.json" ] && [ ! -e "$folder/results.json" ]; then
        pass "$name"
    else
        fail "$name: exit code $code"
    fi
}

experiment_yaml >"$work/tiny.yaml"
mine="$work/experiment"
succeeds "experiment --template" earshot experiment --template
cp "$work/output" "$work/template.yaml"
refuses "the template lacks nothing but a dataset" "template.yaml|'dataset'|--dataset" earshot experiment "$work/template.yaml" --out "$work/none-template"
interrupted "Ctrl+C ends an experiment" "$mine" dotnet "$tool" experiment "$work/tiny.yaml" --out "$mine" --parallel-runs 1
succeeds "the same command goes on with it" earshot experiment "$work/tiny.yaml" --out "$mine" --json "$work/experiment.json"
holds "its figures" "$work/experiment.json" 'r.runs === 2 && r.clips === 160 && r.accuracy.pack.folds.length === 2 && r.accuracy.pack.clip_interval.low <= r.accuracy.pack.mean'
holds "its results" "$mine/results.json" 'r.runs.length === 2 && r.runs.every(run => run.clips.length === 80 && run.clips.every(clip => clip.pack.length === 10)) && r.settings["training.epochs"] === "2"'
succeeds "its report is one page without links to elsewhere, with curves, mistakes and their sound" bash -c \
    "grep -q 'Validation loss\|Training loss' '$mine/report.html' && grep -q 'Worst mistakes' '$mine/report.html' && grep -q 'data:audio/wav' '$mine/report.html' \
    && grep -q 'ST_NUCLEO64_F411RE_NF' '$mine/report.html' && ! grep -qE '(src|href)=\"https?:' '$mine/report.html'"
succeeds "evaluate an experiment" earshot evaluate "$mine" synthetic --json "$work/again.json"
holds "it comes to the same" "$work/again.json" "JSON.stringify(r.accuracy) === JSON.stringify($(node -p 'JSON.stringify(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).accuracy)' "$work/experiment.json"))"
if grep -q '^## Limits' "$mine/model-card.md"; then pass "it has a model card"; else fail "it has a model card"; fi

sed 's/epochs: 2/epochs: 3/' "$work/tiny.yaml" >"$work/other.yaml"
refuses "another configuration in the same folder" "training.epochs is 2 there and 3 now|--out" earshot experiment "$work/other.yaml" --out "$mine"
sed 's/epochs:/epoch:/' "$work/tiny.yaml" >"$work/unknown.yaml"
refuses "unknown key" "unknown.yaml, line 5|training.epoch|Did you mean 'epochs'" earshot experiment "$work/unknown.yaml" --out "$work/none-experiment"
sed 's/epochs: 2/epochs: many/' "$work/tiny.yaml" >"$work/type.yaml"
refuses "value of the wrong type" "type.yaml, line 5|training.epochs|whole number" earshot experiment "$work/type.yaml" --out "$work/none-experiment"
sed 's/epochs: 2/window-frames: 3/' "$work/tiny.yaml" >"$work/range.yaml"
refuses "values that make no model" "range.yaml, line 4|training.model|longer windows" earshot experiment "$work/range.yaml" --out "$work/none-experiment"
sed 's/\[1, 2\]/[1, 12]/' "$work/tiny.yaml" >"$work/fold.yaml"
refuses "fold that is not there" "fold.yaml, line 2|no fold 12" earshot experiment "$work/fold.yaml" --out "$work/none-experiment"
sed "s/stride-ds-24/d-cnn/" "$work/tiny.yaml" >"$work/d-cnn.yaml"
{ echo "auxiliary: synthetic"; cat "$work/tiny.yaml"; } >"$work/auxiliary.yaml"
refuses "auxiliary sounds of no other class" "auxiliary.yaml, line 1|'auxiliary'|no class beside" earshot experiment "$work/auxiliary.yaml" --out "$work/none-experiment"
refuses "auxiliary sounds that the file does not name" "--auxiliary|tiny.yaml|auxiliary: synthetic" \
    earshot experiment "$work/tiny.yaml" --auxiliary synthetic --out "$work/none-experiment"
{ echo "auxiliary: nowhere"; cat "$work/tiny.yaml"; } >"$work/elsewhere.yaml"
refuses "auxiliary sounds that are not there" "elsewhere.yaml, line 1|'auxiliary'|no such folder" earshot experiment "$work/elsewhere.yaml" --out "$work/none-experiment"
{ echo "pretrained: nowhere"; cat "$work/tiny.yaml"; } >"$work/pretrained.yaml"
refuses "start that is not there" "pretrained.yaml, line 1|'pretrained'|nowhere" earshot experiment "$work/pretrained.yaml" --out "$work/none-experiment"
refuses "start of another model" "fold-1-seed-1|earshot-s|Give a run with the same model" \
    earshot train synthetic --model earshot-s --epochs 1 --pretrained "$mine/fold-1-seed-1" --out "$work/none-experiment"
refuses "experiment that is not there" "nowhere.yaml|--template" earshot experiment "$work/nowhere.yaml" --out "$work/none-experiment"
absent "nothing is left behind: none-experiment" "$work/none-experiment"

# A file may have 100 KiB here, which the features exceed: writing fails as on a full disk. .NET's double mapping needs larger files.
full_disk() (
    trap '' XFSZ
    ulimit -f 100
    DOTNET_EnableWriteXorExecute=0 earshot experiment "$work/tiny.yaml" --out "$work/full"
)
refuses "full disk" "cannot be written|Free disk space" full_disk
if [ -z "$(find "$work/full" -name '*.partial' -o -name '*.bin')" ]; then
    pass "a full disk leaves nothing half-written"
else
    fail "a full disk leaves nothing half-written"
fi
refuses "experiment with a model that exceeds its board" "d-cnn|ST_NUCLEO64_F411RE_NF" \
    earshot experiment "$work/d-cnn.yaml" --out "$work/none-board" --board ST_NUCLEO64_F411RE_NF
