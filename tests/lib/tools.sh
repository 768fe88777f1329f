# What the tests need, and how to get it.

# command:debian package
required=(
    cmake:cmake gcc:gcc g++:g++ make:make clang:clang clang-format:clang-format
    x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 arm-none-eabi-gcc:gcc-arm-none-eabi qemu-system-arm:qemu-system-arm
    node:nodejs npm:npm python3:python3 pgrep:procps flock:util-linux
    sbatch:slurm-wlm slurmctld:slurm-wlm munged:munge kubectl:kubernetes-client
)

tools_require() {
    local missing=() packages=() pair
    if ! command -v dotnet >/dev/null; then
        echo "The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download and run this again." >&2
        exit 1
    fi
    for pair in "${required[@]}"; do
        if ! command -v "${pair%%:*}" >/dev/null; then
            missing+=("${pair%%:*}")
            packages+=("${pair#*:}")
        fi
    done
    # clang's sanitizer and fuzzer runtimes and newlib come in packages of their own.
    if command -v clang >/dev/null && ! has_clang_runtime; then
        missing+=("clang's sanitizer runtime")
        packages+=("libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev")
    fi
    if command -v arm-none-eabi-gcc >/dev/null && [ "$(arm-none-eabi-gcc -print-file-name=libc.a)" = libc.a ]; then
        missing+=("newlib for arm-none-eabi")
        packages+=(libnewlib-arm-none-eabi)
    fi
    if [ ${#missing[@]} -eq 0 ]; then
        return
    fi
    echo "Missing: ${missing[*]}"
    if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; then
        local as_root=()
        [ "$(id -u)" -eq 0 ] || as_root=(sudo)
        # A compiler that is only now installed needs its run-time libraries as well.
        packages+=(libclang-rt-14-dev libnewlib-arm-none-eabi)
        echo "Installing: ${packages[*]}"
        "${as_root[@]}" apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" \
                >.artifacts/apt.log 2>&1 || {
            cat .artifacts/apt.log
            echo "apt could not install them. Install ${packages[*]} by hand and run this again." >&2
            exit 1
        }
    else
        echo "Install these packages and run this again (Debian's names): ${packages[*]}" >&2
        echo "On Windows run the script in WSL; on macOS the names are Homebrew's cmake, llvm, mingw-w64, arm-none-eabi-gcc, qemu, node, kubernetes-cli." >&2
        echo "There is no Slurm for Windows and macOS outside of a Linux machine or container." >&2
        exit 1
    fi
}

has_clang_runtime() {
    [ -n "$(find "$(clang -print-resource-dir)" -name 'libclang_rt.fuzzer-x86_64.a' -o -name 'libclang_rt.fuzzer.a' 2>/dev/null)" ]
}

announce_datasets() {
    if [ -d ../shared/datasets/ESC-10/audio ]; then
        echo "Real recordings: ../shared/datasets/ESC-10 is here; the tests that need it run."
    else
        echo "Real recordings: ../shared/datasets/ESC-10 is NOT here; the tests on real clips run on synthetic sound only."
    fi
}
