#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Renum authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shows that the tests can fail: each patch in tests/mutants takes away one guard, and the tests that
# it names must notice. Works on a copy of the last commit in build/mutants.
#
# mutants.sh [PART OF A NAME...]: only the patches whose names contain one of these.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
copy="$root/build/mutants"
log="$copy.log"
jobs=${RENUM_JOBS:-$(nproc)}
# A mutant may wait for what never comes.
patience=300
export CCACHE_BASEDIR=$copy
export CCACHE_NOHASHDIR=1
export QT_QPA_PLATFORM=offscreen

die() {
    printf 'mutants.sh: %s\n' "$*" >&2
    exit 1
}

# The tests in the line "Caught by: TEST..." of a patch.
tests_of() { sed -n 's/^Caught by: //p' "$1"; }

make_copy() {
    [ -d "$copy/.git" ] || git clone --quiet --shared --no-checkout "$root" "$copy"
    git -C "$copy" fetch --quiet origin HEAD
    git -C "$copy" checkout --quiet --force --detach FETCH_HEAD
    (cd "$copy" && cmake --preset debug >"$log") || die "the copy cannot be configured: see $log"
}

build() { cmake --build "$copy/build/debug" --parallel "$jobs" --target "$@" >"$log" 2>&1; }

passes() { timeout --signal KILL "$patience" "$copy/build/debug/tests/$1" >"$log" 2>&1; }

# Ends with the number of failures.
check() {
    local patch=$1
    local name tests test
    name=$(basename "$patch" .patch)
    read -ra tests <<<"$(tests_of "$patch")"
    [ ${#tests[@]} -gt 0 ] || die "$name names no test"
    git -C "$copy" apply "$patch" 2>"$log" || die "$name does not fit the code any more: see $log"
    build "${tests[@]}" || die "$name does not build: see $log"
    local caught=0
    for test in "${tests[@]}"; do
        if passes "$test"; then
            printf '%-34s NOT caught by %s\n' "$name" "$test"
            caught=1
        else
            printf '%-34s caught by %s\n' "$name" "$test"
        fi
    done
    git -C "$copy" checkout --quiet --force
    return "$caught"
}

chosen() {
    local patch part
    for patch in "$root"/tests/mutants/*.patch; do
        [ $# -gt 0 ] || echo "$patch"
        for part in "$@"; do
            [[ $(basename "$patch") != *"$part"* ]] || echo "$patch"
        done
    done
}

main() {
    local patches tests test missed=0
    mapfile -t patches < <(chosen "$@" | sort -u)
    [ ${#patches[@]} -gt 0 ] || die "no patch has such a name"
    make_copy
    mapfile -t tests < <(for patch in "${patches[@]}"; do tests_of "$patch"; done | tr ' ' '\n' | sort -u)
    build "${tests[@]}" || die "the copy does not build: see $log"
    for test in "${tests[@]}"; do
        passes "$test" || die "$test fails without any mutant: see $log"
    done
    for patch in "${patches[@]}"; do
        check "$patch" || missed=$((missed + 1))
    done
    [ "$missed" -eq 0 ] || die "$missed of ${#patches[@]} mutants were not caught"
    echo "All ${#patches[@]} mutants were caught."
}

main "$@"
