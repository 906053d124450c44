#!/bin/sh
# See that the programs the tests drive are here: a PostgreSQL server and Chromium.
set -eu

have_postgres() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

have_chromium() {
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ]
}

missing=""
have_postgres || missing="$missing postgresql"
have_chromium || missing="$missing chromium"
if [ -z "$missing" ]; then
    exit 0
fi

as_root=""
if [ "$(id -u)" != 0 ]; then
    as_root="sudo -n"
fi
if ! command -v apt-get >/dev/null 2>&1 || { [ -n "$as_root" ] && ! $as_root true 2>/dev/null; }; then
    echo "habeas: the tests need$missing: install with this system's package manager, e.g. 'sudo apt-get install$missing'" >&2
    exit 1
fi

echo "Installing$missing with apt-get; once" >&2
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of package names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
