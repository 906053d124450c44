#!/bin/sh
# Print the path of the first Python that runs here and is 3.12 or later.
#
# A name on PATH proves nothing: version managers leave shims for Pythons that are not active.
# So every candidate in every folder of PATH is started and asked for its version.
# PYTHON=/path/to/python goes first where it is set.
set -eu

question='import sys; sys.exit(0 if sys.version_info[:2] >= (3, 12) and sys.implementation.name == "cpython" else 1)'

try() {
    if "$1" -c "$question" >/dev/null 2>&1; then
        "$1" -c 'import sys; print(sys.executable)'
        exit 0
    fi
}

if [ -n "${PYTHON:-}" ]; then
    try "$PYTHON"
    echo "habeas: PYTHON=$PYTHON is not a CPython 3.12 or later that runs: unset PYTHON, or name another" >&2
    exit 1
fi
for name in python3.13 python3.12 python3.14 python3 python; do
    remaining="$PATH:"
    while [ -n "$remaining" ]; do
        folder="${remaining%%:*}"
        remaining="${remaining#*:}"
        if [ -x "${folder:-.}/$name" ]; then
            try "${folder:-.}/$name"
        fi
    done
done

echo "habeas: no Python 3.12 or later runs here: install one ('apt-get install python3 python3-venv'" >&2
echo "        on Debian 13, 'brew install python@3.13' on macOS), or name one with PYTHON=/path/to/python" >&2
exit 1
