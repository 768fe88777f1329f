# The main path on the built-in sounds.

demo=$work/demo
succeeds "demo runs" earshot demo --out "$demo" --json "$work/demo.json"
holds "demo: ten sounds played, at least nine right" "$work/demo.json" 'r.played === 10 && r.right >= 9'
holds "demo: events carry time, label and confidence" "$work/demo.json" \
    'r.events.length > 0 && r.events.every(e => e.time_s > 0 && e.label && e.confidence > 0 && e.confidence <= 1)'
holds "demo: the node heard everything" "$work/demo.json" 'r.lost_s === 0 && r.realtime_factor > 0'
succeeds "demo: the report is one page without links to elsewhere" bash -c \
    "grep -q '</html>' '$demo/demo.html' && ! grep -qE '(src|href)=\"https?:' '$demo/demo.html'"
succeeds "train: the report is one page without links to elsewhere" bash -c \
    "grep -q '</html>' '$demo/report.html' && ! grep -qE '(src|href)=\"https?:' '$demo/report.html'"

succeeds "evaluate runs" earshot evaluate "$demo" synthetic --fold 1 --json "$work/evaluate.json" --report "$work/evaluate.html"
holds "evaluate: pack and float are close, pack and QDQ agree" "$work/evaluate.json" \
    'r.clips === 80 && r.accuracy.float >= 0.9 && Math.abs(r.accuracy.pack - r.accuracy.float) <= 0.025 && r.agreement.largest_step <= 1 && r.agreement.logits_equal >= 0.999 && r.agreement.same_class >= 0.999'

succeeds "inspect runs" earshot inspect "$demo" --json "$work/inspect.json"
holds "inspect: MACs, weights, arena and layers" "$work/inspect.json" \
    'r.macs > 100000 && r.weights_bytes > 1000 && r.arena_bytes > 1000 && r.layers.length > 5 && r.layers.reduce((s, l) => s + l.macs, 0) === r.macs'

succeeds "pack runs" earshot pack "$demo/model.onnx" --out "$work/again.earshot" --json "$work/pack.json"
holds "pack: the same network as the run's" "$work/pack.json" \
    "r.macs === JSON.parse(require('fs').readFileSync('$work/inspect.json')).macs"

succeeds "dataset synthesize runs" earshot dataset synthesize "$work/sounds" --clips-per-class 5
succeeds "dataset check reads it back" earshot dataset check "$work/sounds"
mkdir -p "$work/street/siren"
find "$work/sounds/audio" -name '5-*' | sort | head -n 2 | xargs -I{} cp {} "$work/street/siren/"
succeeds "emulate, turn 1" earshot emulate "$demo" --sounds "$work/street" --trace "$work/trace1" --json "$work/emulate1.json" --report "$work/emulate.html"
# As on an older machine somewhere else.
succeeds "emulate, turn 2" env DOTNET_EnableHWIntrinsic=0 LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo dotnet "$tool" emulate "$demo" --sounds "$work/street" \
    --trace "$work/trace2" --json "$work/emulate2.json" --report "$work/emulate.html"
same_bytes "emulate: two runs leave the same trace" "$work/trace1" "$work/trace2"
holds "emulate: events and speed are told" "$work/emulate2.json" 'r.realtime_factor > 0 && r.events.length > 0'
succeeds "emulate on another board" earshot emulate "$demo" --sounds "$work/street" --board ST_NUCLEO144_F746ZG
wav=$(find "$work/street" -name '*.wav' | head -n 1)
succeeds "emulate hears standard input" bash -c "tail -c +45 '$wav' | dotnet '$tool' emulate '$demo' --sounds - --json '$work/stream.json'"
holds "emulate: the stream gave events" "$work/stream.json" 'r.events.length > 0'

for workers in 1 2; do
    succeeds "a fleet runs, workers $workers" earshot emulate "$demo" --sounds "$work/street" --nodes 6 --seconds 40 --radius 500 --workers $workers \
        --json "$work/fleet$workers.json"
done
holds "a fleet's nodes share the gateway; their number of workers does not show" "$work/fleet1.json" \
    "r.network.joined >= 4 && r.network.delivered > 0 && r.nodes.every(n => n.radio.airtime_s > 0)
    && JSON.stringify([r.network, r.nodes, r.events]) === JSON.stringify((f => [f.network, f.nodes, f.events])(JSON.parse(require('fs').readFileSync('$work/fleet2.json'))))"
ending=$(dirname "$tool")/../../Earshot.Ending/release/Earshot.Ending.dll
earshot emulate "$demo" --sounds "$work/street" --nodes 5 --seconds 5 --switch-on 0 --app "$ending" --json "$work/ended.json" >"$work/output" 2>&1
if [ $? -eq 3 ] && grep -q 'node 1: the app ended at 1\.5.* uncaught System.InvalidOperationException in main thread: deliberate' "$work/output" \
    && grep -q 'at Earshot.Ending.Program.Keep()' "$work/output" && grep -q 'node 2: the app is blocked for ever at 1\.5' "$work/output"; then
    pass "apps that end are told with node, time and stack, and end with 3"
else
    fail "apps that end are told with node, time and stack, and end with 3"
fi
holds "what the other nodes did is told all the same" "$work/ended.json" 'r.nodes.length === 5 && r.nodes.filter(n => n.ended).length === 4'


mkdir -p "$work/scenario/runs"
ln -s "$(realpath "$demo")" "$work/scenario/runs/demo"
succeeds "emulate prints a scenario" bash -c "dotnet '$tool' emulate --template > '$work/scenario/lamp-post.yaml'"
succeeds "emulate runs the printed scenario" earshot emulate "$work/scenario/lamp-post.yaml" --trace "$work/scenario1" --report "$work/scenario.html"
holds_text "the timeline needs nothing else" "$work/scenario.html" "default-src [^ ]*none"
succeeds "emulate shows a scenario as it runs" earshot emulate "$work/scenario/lamp-post.yaml" --live --pace 1000 --trace "$work/scenario2"
same_bytes "a live scenario leaves the same trace" "$work/scenario1" "$work/scenario2"
sed 's/event: siren, from: 3 s/event: gun_shot, from: 3 s/' "$work/scenario/lamp-post.yaml" >"$work/scenario/wrong.yaml"
earshot emulate "$work/scenario/wrong.yaml" --json "$work/scenario.json" >"$work/output" 2>&1
if [ $? -eq 3 ] && grep -q 'not met .*wrong.yaml, line [0-9]*: gun_shot .* at 12.000000 s' "$work/output"; then
    pass "a scenario that is not met says when and ends with 3"
else
    fail "a scenario that is not met says when and ends with 3"
fi
holds "a scenario's result is data" "$work/scenario.json" 'r.met === false && r.expectations.length === 7 && r.boots === 2'
for example in docs/scenarios/lamp-post.yaml docs/scenarios/broken-model.yaml; do
    succeeds "$example" earshot emulate "$example" --model "$demo"
done

for command in "" demo train evaluate pack inspect bench emulate dataset experiment sweep; do
    succeeds "help with examples: earshot $command" bash -c "dotnet '$tool' $command --help | grep -qE 'Examples|synthesize'"
done
