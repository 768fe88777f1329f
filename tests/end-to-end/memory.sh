# One table of what a node takes, managed and native, on both boards and with its pack in both places, and the limits.
native=.artifacts/cortex-m/firmware/memory.csv
trials=.artifacts/bin/Earshot.FieldTrials/release/Earshot.FieldTrials.dll
# The stage cortex-m has written it, unless it was left out.
[ -f "$native" ] || bash tests/cortex-m/run.sh --firmware >"$work/native.log" 2>&1 || cat "$work/native.log"
[ -n "${EARSHOT_IS_BUILT:-}" ] || dotnet build tests/emulator/Earshot.FieldTrials -c Release -v quiet

succeeds "the node's memory is within its limits" dotnet "$trials" memory --hours 0.2 --native "$native"
cp "$work/output" "$work/memory.txt"
grep -A 7 'managed heap' "$work/memory.txt"
for row in 'F411RE_NF +deployed' 'F411RE_NF +both' 'IOT01A +deployed' 'IOT01A +both'; do
    holds_text "the table has $row" "$work/memory.txt" "$row +[0-9,]+ +[0-9,]+ .* 24,576 "
done
refuses "memory without the firmware's numbers" "no-such.csv|cortex-m/run.sh" dotnet "$trials" memory --hours 0.01 --native no-such.csv
