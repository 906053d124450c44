#!/bin/sh
# Bring .venv up to date: 'set_up.sh run' for using habeas, 'set_up.sh test' for working on it.
set -eu
cd "$(dirname "$0")/.."
if [ -x .venv/bin/python ] && .venv/bin/python scripts/set_up.py "$1" --is-current; then
    exit 0
fi
python="$(sh scripts/choose_python.sh)"
exec "$python" scripts/set_up.py "$1"
