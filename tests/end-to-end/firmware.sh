# The commands that keep firmware and assemblies together.

succeeds "interop: Earshot.Interop and its checksum" earshot interop --json "$work/interop.json"
holds "interop: the checksum is the firmware's" "$work/interop.json" \
    "require('fs').readFileSync('native-interop/nanoclr/Earshot_Interop.cpp', 'utf8').includes(r.checksum) && r.table.length > 0"
succeeds "interop: the firmware's files fit" earshot interop --check native-interop/nanoclr
succeeds "interop writes what is missing" earshot interop --out "$work/stubs"
rm "$work/stubs/Earshot_Interop_Earshot_Interop_NativePower.cpp"
refuses "interop notices what is missing" "NativePower.cpp|earshot interop --out" earshot interop --check "$work/stubs"
refuses "interop: no assembly" "no-such.dll" earshot interop "$work/no-such.dll"
refuses "interop: desktop assembly" "Earshot.Cli.dll|nanoFramework" earshot interop "$tool"
refuses "interop: two orders at once" "--out|--check" earshot interop --out "$work/stubs" --check "$work/stubs"
succeeds "nfproj: the projects are current" earshot nfproj --check
refuses "nfproj outside of a checkout" "Directory.Packages.props" earshot nfproj --check --root "$work"
for command in interop nfproj; do
    succeeds "help with examples: earshot $command" bash -c "dotnet '$tool' $command --help | grep -q Examples"
done
