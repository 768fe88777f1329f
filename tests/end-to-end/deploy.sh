# Deployment as a user types it: a recorded nanoff on PATH stands in for the tool and the board.

deploy_work=$work/deploy
mkdir -p "$deploy_work/path"
node tests/end-to-end/firmware.js "$deploy_work"
with_nanoff() {
    PATH="$deploy_work/path:$PATH" earshot "$@"
}
make_nanoff() { # what it prints, its exit code
    cat >"$deploy_work/path/nanoff" <<SCRIPT
#!/bin/sh
if [ "\$1" = --version ]; then echo "nanoff 2.5.131+0"; exit 0; fi
printf '%s|' "\$@" >>"$deploy_work/calls"; echo >>"$deploy_work/calls"
printf '%s\n' "$1"
exit $2
SCRIPT
    chmod +x "$deploy_work/path/nanoff"
}

deploy=(deploy --board ST_NUCLEO64_F411RE_NF --firmware "$deploy_work/firmware" --app "$deploy_work/app" --model "$demo")
succeeds "deploy --dry-run needs no nanoff" earshot "${deploy[@]}" --dry-run --json "$work/plan.json"
holds "deploy: looks for the board, then writes firmware, app and model in this order" "$work/plan.json" \
    'r.commands.length === 4 && r.commands[0].arguments.includes("--listnativestlink") && r.commands[1].arguments.includes("--hexfile")
     && r.commands[2].arguments.includes("0x08040000") && r.commands[3].arguments.includes("0x08060000")'
absent "deploy --dry-run runs nothing" "$deploy_work/calls"
make_nanoff '-- Connected ST-LINK probes (native) --
066FFF31
---' 0
succeeds "deploy flashes" with_nanoff "${deploy[@]}" --yes
[ "$(wc -l <"$deploy_work/calls")" -eq 4 ] && pass "deploy: nanoff was called four times" || fail "deploy: nanoff was called four times"
succeeds "doctor finds all in order" with_nanoff doctor --board ST_NUCLEO64_F411RE_NF --firmware "$deploy_work/firmware" --app "$deploy_work/app" --model "$demo"
refuses "doctor: model that needs more arena than the firmware has" "EARSHOT_ARENA_BYTES=1024" \
    with_nanoff doctor --board ST_NUCLEO64_F411RE_NF --firmware "$deploy_work/small-firmware" --model "$demo"
refuses "deploy without --yes and without a terminal" "--yes|--dry-run" with_nanoff "${deploy[@]}" </dev/null

rm "$deploy_work/calls"
refuses "deploy: firmware of another board" "built for ST_NUCLEO64_F411RE_NF, not for ST_NUCLEO64_F401RE_NF|Nothing was flashed" \
    with_nanoff deploy --board ST_NUCLEO64_F401RE_NF --firmware "$deploy_work/firmware" --app "$deploy_work/app" --yes
refuses "deploy: app of another interop" "Earshot.Interop|0x0BADC0DE|checkout" \
    with_nanoff deploy --board ST_NUCLEO64_F411RE_NF --firmware "$deploy_work/firmware" --app "$deploy_work/other-app" --yes
refuses "deploy: damaged app" "Earshot.Node.pe|checksum" with_nanoff deploy --board ST_NUCLEO64_F411RE_NF --firmware "$deploy_work/firmware" --app "$deploy_work/damaged-app" --yes
refuses "deploy: model that needs more arena than the firmware has" "EARSHOT_ARENA_BYTES=1024|bytes too large|-DEARSHOT_ARENA_BYTES=|Nothing was flashed" \
    with_nanoff deploy --board ST_NUCLEO64_F411RE_NF --firmware "$deploy_work/small-firmware" --app "$deploy_work/app" --model "$demo" --yes
refuses "deploy: damaged model" "changed.earshot" with_nanoff deploy --board ST_NUCLEO64_F411RE_NF --model "$work/bad/changed.earshot" --yes
refuses "deploy: nothing to do" "--firmware|--app|--model" with_nanoff deploy --board ST_NUCLEO64_F411RE_NF --yes
refuses "deploy: no board named" "--board" with_nanoff deploy --model "$demo" --yes
absent "deploy: none of these called nanoff" "$deploy_work/calls"
make_nanoff 'No ST-LINK probes found via native USB enumeration' 0
refuses "deploy: no board connected" "no ST-LINK|cable" with_nanoff "${deploy[@]}" --yes
make_nanoff 'Error E5002: cannot connect' 138
refuses "deploy: nanoff fails" "5002|nanoff --listnativestlink" with_nanoff "${deploy[@]}" --yes
make_nanoff '  Target:   ST_NUCLEO144_F767ZI' 0
refuses "deploy: another board on the port" "COM9|ST_NUCLEO144_F767ZI" with_nanoff deploy --board ST_NUCLEO64_F411RE_NF --interface serial --port COM9 \
    --firmware "$deploy_work/firmware" --keep-firmware --app "$deploy_work/app" --model "$demo" --yes
rm "$deploy_work/path/nanoff"
refuses "deploy without nanoff" "nanoff|dotnet tool install -g nanoff" earshot "${deploy[@]}" --yes
