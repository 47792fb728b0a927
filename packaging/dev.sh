#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Renum authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One command for everything a developer does. Each command does what it needs before it, prints what
# it does, and is quick when nothing changed. See `packaging/dev.sh help`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

preset=${RENUM_PRESET:-}
jobs=${RENUM_JOBS:-$(nproc)}
export CCACHE_BASEDIR=$root
export CCACHE_NOHASHDIR=1

# What building, testing and showing the program needs on Debian 12 and Ubuntu 24.04.
packages=(
    build-essential cmake ninja-build mold ccache
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-charts-dev qt6-svg-dev
    libqt6opengl6-dev libqt6sql6-sqlite libqt6svg6 qt6-qpa-plugins libgl1-mesa-dev
    qcoro-qt6-dev qtkeychain-qt6-dev nlohmann-json3-dev libboost-dev libsimdjson-dev libsqlite3-dev
    fonts-inter fonts-dejavu-core
)
lint_packages=(clang-format clang-tidy clazy shellcheck reuse desktop-file-utils)
coverage_packages=(gcovr)
fuzz_packages=(clang libclang-rt-dev)

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
die() {
    printf 'dev.sh: %s\n' "$*" >&2
    exit 1
}

install_missing() {
    local missing=()
    local package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null ||
        die "these packages are missing and this is no Debian or Ubuntu: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "install these as root first: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

setup() { install_missing "${packages[@]}"; }

# Who comes new builds once, so the sources of a folder are compiled together. Who edits wants them
# one by one: RENUM_UNITY=OFF, or `cmake --preset debug` by hand.
configure() {
    local options=("-DRENUM_UNITY=${RENUM_UNITY:-ON}")
    say "Configuring $1"
    cmake --preset "$1" "${options[@]}" >/dev/null || cmake --preset "$1" "${options[@]}"
}

# build PRESET [TARGET...]
build() {
    local name=$1
    shift
    setup
    [ -f "build/$name/build.ninja" ] || configure "$name"
    say "Building $name"
    local targets=()
    [ $# -gt 0 ] && targets=(--target "$@")
    cmake --build "build/$name" --parallel "$jobs" "${targets[@]}"
}

has_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

# The build that `test` uses too: whoever comes new waits once.
run() {
    local name=${preset:-debug}
    build "$name" renum renumctl suna-sim
    if has_display; then
        say "Starting the desktop in demo mode"
        exec "build/$name/bin/renum" --demo "$@"
    fi
    local data picture
    data=$(mktemp -d)
    picture="$root/build/$name/renum.png"
    say "There is no display: the demo team runs in the terminal"
    "build/$name/bin/renumctl" --data-dir "$data" run --template market-analysis \
        --prompt "Electric bicycles in Brazil" --demo
    say "Saving a picture of the window, drawn offscreen"
    QT_QPA_PLATFORM=offscreen "build/$name/bin/renum" --demo --data-dir "$data" \
        --page monitor --screenshot "$picture"
    rm -rf "$data"
    echo "Saved $picture"
}

# run_tests PRESET [CTEST ARGUMENT...]
run_tests() {
    local name=$1
    shift
    build "$name"
    say "Testing $name"
    ctest --preset "$name" --parallel "$jobs" "$@"
}

# The parts that read what comes from outside and those that everything rests on, under the address
# and undefined-behaviour sanitizers. `RENUM_PRESET=asan packaging/dev.sh test` runs all tests so.
sanitize() {
    local folders=(model net team workflow)
    [ $# -gt 0 ] && folders=("$@")
    build asan "${folders[@]/#/tests_}"
    say "Testing ${folders[*]} under sanitizers"
    local label
    label=$(
        IFS='|'
        echo "^(${folders[*]})\$"
    )
    ctest --preset asan --parallel "$jobs" -L "$label"
}

# fuzz [SECONDS]: each fuzz target for so long, from RENUM_FUZZ_SEED or at random. What it learns
# stays in build/fuzz/corpus, what it finds in build/fuzz/findings.
fuzz() {
    local seconds=${1:-60}
    [[ $seconds =~ ^[0-9]+$ ]] || die "fuzz takes a number of seconds"
    install_missing "${fuzz_packages[@]}"
    build fuzz fuzzers
    mkdir -p build/fuzz/findings
    local target name
    for target in build/fuzz/fuzz/fuzz_*; do
        name=${target##*/fuzz_}
        mkdir -p "build/fuzz/corpus/$name"
        say "Fuzzing $name for $seconds s"
        "$target" -max_total_time="$seconds" -timeout=30 -seed="${RENUM_FUZZ_SEED:-0}" -max_len=16384 \
            -rss_limit_mb=1024 -malloc_limit_mb=64 -verbosity=0 -print_funcs=0 -print_final_stats=1 \
            -artifact_prefix="build/fuzz/findings/$name-" \
            "build/fuzz/corpus/$name" "tests/fuzz/seeds/$name"
    done
}

# The tests themselves: each mutant of the engine must be noticed. Some minutes a mutant when nothing
# is in the compiler's cache.
mutants() {
    setup
    say "Testing the tests"
    packaging/mutants.sh "$@"
}

# Clients that others wrote, from the npm registry, against our MCP server and our model endpoint.
interop() {
    local name=${preset:-debug}
    command -v npm >/dev/null || die "Node.js with npm is needed: https://nodejs.org"
    say "Installing the client libraries"
    local client
    for client in mcp_client openai_client; do
        npm ci --prefix "tests/interop/$client" --ignore-scripts --no-audit --no-fund
    done
    build "$name" tst_mcp_interop tst_openai_interop
    say "Testing $name"
    ctest --preset "$name" --verbose -R '^tst_(mcp|openai)_interop$'
}

# faults [SEEDS]: the network fault matrix, each cell with so many seeds. It mostly waits: twenty seeds
# take half an hour a step on a quiet machine.
faults() {
    local seeds=${1:-20} name=${preset:-release}
    [[ $seeds =~ ^[1-9][0-9]*$ ]] || die "faults takes a number of seeds"
    build "$name" tst_network_faults_1 tst_network_faults_2 tst_network_faults_3
    say "Testing $name with $seeds seeds a cell"
    local step failed=0
    for step in 1 2 3; do
        QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=36000000 RENUM_R4_SEEDS=$seeds \
            QT_LOGGING_RULES="renum.*.info=false" \
            "build/$name/tests/tst_network_faults_$step" -maxwarnings 0 || failed=1
    done
    return "$failed"
}

# seeds FROM..TO: so many simulated worlds, from a release build.
seeds() {
    local name=${preset:-release}
    [[ ${1:-} =~ ^[0-9]+\.\.[0-9]+$ ]] || die "seeds takes FROM..TO"
    build "$name" tst_simulation
    say "Simulating the worlds $1"
    QTEST_FUNCTION_TIMEOUT=360000000 RENUM_SIMULATION_SEEDS=$1 "build/$name/tests/tst_simulation"
}

bench() {
    build release
    local program
    for program in build/release/bench/bench_*; do
        [ -x "$program" ] || continue
        say "$(basename "$program")"
        # How long a start takes is asked where people see it, when there is a display.
        case $program in
        *_desktop_start) "$program" ;;
        *) QT_QPA_PLATFORM=offscreen "$program" ;;
        esac
    done
}

sources() { git ls-files -- '*.cpp' '*.h' ; }

format() {
    install_missing clang-format
    say "Formatting"
    sources | xargs -r clang-format -i
}

lint_format() {
    say "Checking the format"
    sources | xargs -r clang-format --dry-run --Werror
}

# The files that clang's tools look at: everything, or what changed since RENUM_LINT_BASE. A file takes
# clang-tidy most of a minute, so that a whole tree is a job for a night.
analysed_files() {
    if [ -n "${RENUM_LINT_BASE:-}" ]; then
        git diff --name-only --diff-filter=d "$RENUM_LINT_BASE" -- \
            'core/*.cpp' 'ui/*.cpp' 'app/*.cpp'
    else
        git ls-files -- 'core/*.cpp' 'ui/*.cpp' 'app/*.cpp'
    fi
}

# Clang reads no headers that g++ precompiled, and what a file forgets to include shows only without.
configure_for_analysis() {
    setup
    [ -f build/lint/compile_commands.json ] ||
        cmake --preset debug -B build/lint -DRENUM_PRECOMPILE=OFF >/dev/null
}

lint_tidy() {
    configure_for_analysis
    local files
    files=$(analysed_files)
    say "Running clang-tidy on $(wc -w <<<"$files") files"
    [ -z "$files" ] || xargs -P "$jobs" -n 1 clang-tidy -p build/lint --quiet <<<"$files"
}

lint_clazy() {
    configure_for_analysis
    local files
    files=$(analysed_files)
    say "Running clazy on $(wc -w <<<"$files") files"
    [ -n "$files" ] || return 0
    local findings
    findings=$(xargs -P "$jobs" -n 1 clazy-standalone -p build/lint \
        -checks=level1,isempty-vs-count -header-filter='.*/(core|ui|app)/.*' <<<"$files" 2>&1 |
        grep -E 'warning:|error:' || true)
    [ -z "$findings" ] && return 0
    printf '%s\n' "$findings"
    return 1
}

lint() {
    setup
    install_missing "${lint_packages[@]}"
    lint_format
    say "Checking scripts, licences and the desktop file"
    shellcheck packaging/dev.sh packaging/mutants.sh .ci/run
    reuse lint --quiet || reuse lint
    desktop-file-validate packaging/linux/*.desktop
    lint_tidy
    lint_clazy
    say "Lint is clean"
}

coverage() {
    install_missing "${coverage_packages[@]}"
    # What earlier runs counted would be added.
    [ ! -d build/coverage ] || find build/coverage -name '*.gcda' -delete
    run_tests coverage
    say "Line coverage of core/"
    gcovr --root . --filter core/ --exclude-throw-branches --exclude-unreachable-branches \
        --gcov-ignore-parse-errors --print-summary "$@" build/coverage
}

usage() {
    cat <<'TEXT'
packaging/dev.sh COMMAND

  setup      install the Debian or Ubuntu packages that are missing
  build      build the release (RENUM_PRESET=debug|asan|tsan|coverage for another; a new build
             folder compiles sources together unless RENUM_UNITY=OFF)
  run        start the desktop in demo mode; without a display the demo team runs in the terminal
             and a picture of the window is saved
  test       run all tests, on the same build as `run` (RENUM_PRESET as above)
  sanitize   run the tests of model, net, team and workflow (or of the folders named) under the
             address and undefined-behaviour sanitizers
  fuzz       fuzz the readers of foreign text with clang's libFuzzer, each for 60 s (or SECONDS)
  mutants    take one guard after the other from the engine and see that the tests notice
             (or only the mutants whose names contain one of the arguments)
  interop    test the servers with client libraries from the npm registry (needs Node.js)
  faults     the network fault matrix, each cell with 20 seeds (or SEEDS)
  seeds      FROM..TO: these worlds of the simulation
  bench      run the benchmarks; each prints one JSON object
  lint       check format, scripts, licences, clang-tidy and clazy
             (RENUM_LINT_BASE=COMMIT: clang's tools look only at what changed since then)
  format     format every source file
  coverage   line coverage of core/
TEXT
}

main() {
    local command=${1:-help}
    [ $# -gt 0 ] && shift
    case $command in
    setup) setup ;;
    build) build "${preset:-release}" "$@" ;;
    run) run "$@" ;;
    test) run_tests "${preset:-debug}" "$@" ;;
    sanitize) sanitize "$@" ;;
    fuzz) fuzz "$@" ;;
    mutants) mutants "$@" ;;
    interop) interop ;;
    faults) faults "$@" ;;
    seeds) seeds "$@" ;;
    bench) bench ;;
    lint) lint ;;
    lint-format) install_missing "${lint_packages[@]}" && lint_format ;;
    lint-tidy) install_missing "${lint_packages[@]}" && lint_tidy ;;
    lint-clazy) install_missing "${lint_packages[@]}" && lint_clazy ;;
    format) format ;;
    coverage) coverage "$@" ;;
    help | --help | -h) usage ;;
    *)
        usage >&2
        die "unknown command: $command"
        ;;
    esac
}

main "$@"
