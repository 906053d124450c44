#!/usr/bin/env bash
# Read a folder of reports, print their account, publish it and serve it until Ctrl-C.
set -euo pipefail
folder="$1"
habeas=.venv/bin/habeas

"$habeas" account "$folder"/*
if [ "${SERVE:-1}" = 0 ]; then
    exit 0
fi

export HABEAS_HOME="$PWD/build/run"
edition="$HABEAS_HOME/edition.sqlite"
rm -rf "$HABEAS_HOME"
mkdir -p "$HABEAS_HOME"
"$habeas" add "$folder"/*
# Editions of a list of sanctions may lie beside a set of reports.
for list in "$folder"-lists/*; do
    if [ -f "$list" ]; then
        "$habeas" sanctions add "$list" --list "Example List"
    fi
done
"$habeas" publish "$edition"

# A job of its own takes Ctrl-C alone; make, which would call it an error, does not see it.
set -m
status=0
"$habeas" serve "$edition" --port "${PORT:-8000}" || status=$?
if [ "$status" = 130 ]; then
    status=0
fi
exit "$status"
