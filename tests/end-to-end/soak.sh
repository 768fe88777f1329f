# A soak: two nodes with faults, begun, finished and asked for again.

soak=(soak "$demo" --hours 18 --node-hours 9 --every 900 --listen 2 --out "$work/soak")
succeeds "soak runs" earshot "${soak[@]}"
holds "soak: what came about is told" "$work/soak/summary.json" 'r.nodes === 2 && r.hours === 18 && r.accepted > 0 && r.delivered > 0 && r.findings.length === 0'
cp "$work/soak/nodes/0000.json" "$work/soak-node-0.json"
rm "$work/soak/nodes/0001.json"
succeeds "soak goes on" earshot "${soak[@]}"
same_bytes "soak: a node that was done is not run again" "$work/soak/nodes/0000.json" "$work/soak-node-0.json"
[ -f "$work/soak/nodes/0001.json" ] && pass "soak: the other one is" || fail "soak: the other one is"
refuses "soak with other settings in its folder" "soak.json|other settings|--out" earshot "${soak[@]}" --seed 2
refuses "soak in a folder of something else" "in use|--out" earshot soak "$demo" --out "$demo"
