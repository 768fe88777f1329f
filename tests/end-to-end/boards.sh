# Boards: their list, their wiring, and which models they hold.

succeeds "board list" earshot board list --json "$work/boards.json"
holds "board list: seven boards with memories, modem and wiring" "$work/boards.json" \
    'r.length === 7 && r.every(b => b.memory.flash_bytes > 0 && b.modem.port && b.wiring.wires.length >= 4 && b.model.bytes === 131072)'
holds "board list: every current names its source" "$work/boards.json" 'r.every(b => Object.values(b.currents).every(c => c.source.length > 10))'
succeeds "board show draws the wiring" earshot board show ST_NUCLEO64_F411RE_NF --svg "$work/wiring.svg"
same_bytes "board show: the picture is the committed one" "$work/wiring.svg" boards/ST_NUCLEO64_F411RE_NF/wiring.svg
succeeds "board check" earshot board check "$demo" --json "$work/fit.json"
holds "board check: the demo's model fits every board, with what is left" "$work/fit.json" \
    'r.boards.length === 7 && r.boards.every(b => b.fits && b.flash_left_bytes === 131072 - r.pack_bytes && b.ram_left_bytes > 0 && b.cpu_share < 1)'
sed 's/managed_heap_bytes: 94688/managed_heap_bytes: 1024/; s/native_heap_bytes: 10240/native_heap_bytes: 0/' boards/ST_NUCLEO64_F411RE_NF/board.yaml >"$work/small.yaml"
refuses "board check: a board of one's own that is too small" "ST_NUCLEO64_F411RE_NF|arena|bytes too large" earshot board check "$demo" --board "$work/small.yaml"
sed 's/deployment_bytes: 262144/deployment_bytes: 999999/' boards/ST_NUCLEO64_F411RE_NF/board.yaml >"$work/impossible.yaml"
refuses "board show: an impossible board file" "impossible.yaml: line 17: field memory.deployment_bytes|Reduce it" earshot board show "$work/impossible.yaml"
refuses "board check of nothing" "nowhere.earshot" earshot board check "$work/nowhere.earshot"
