#!/bin/sh
# Remake the locked requirements: every file by digest, no address of a package host,
# for every Python from 3.12 on and every system (markers say which line is for which).
set -eu
cd "$(dirname "$0")/.."

lock() {
    target="$1"
    shift
    .venv/bin/uv --quiet pip compile "$@" --universal --python-version 3.12 --only-binary :all: \
        --generate-hashes --no-annotate --no-emit-package habeas \
        --custom-compile-command "make lock" --output-file "requirements/$target.txt" >/dev/null
}

lock run pyproject.toml "$@"
lock test pyproject.toml --group test --extra postgresql --constraint requirements/run.txt "$@"
lock lock --group lock "$@"
lock build requirements/build.in "$@"
