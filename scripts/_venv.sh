# shellcheck shell=bash
# Sourced by the other scripts: makes .venv if it is missing and installs newsgraph into it.

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
PYTHON=${NEWSGRAPH_PYTHON:-}
VENV=$ROOT/.venv

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    die "Python 3.11 or newer is needed and was not found; install it (Debian: apt-get install python3 python3-venv)."
}

# ensure_installed EXTRAS STEP: after it $VENV has newsgraph with these extras ("" or "[dev]").
# Nothing is done when pyproject.toml is as it was at the last installation.
ensure_installed() {
    local extras=$1 wanted log stamp
    wanted=$(cksum <"$ROOT/pyproject.toml")
    for stamp in "$VENV/.installed$extras" "$VENV/.installed[dev]"; do
        if [ -x "$VENV/bin/newsgraph" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
            return
        fi
    done
    if ! "$VENV/bin/python" -c '' >/dev/null 2>&1; then
        local python
        python=$(find_python) || exit 1
        say "Making .venv with $("$python" --version) …"
        log=$("$python" -m venv --clear "$VENV" 2>&1) ||
            die "$log" "
The virtual environment could not be made. On Debian and Ubuntu: apt-get install python3-venv python3-pip"
    fi
    "$VENV/bin/python" -m pip --version >/dev/null 2>&1 || "$VENV/bin/python" -m ensurepip --upgrade >/dev/null 2>&1 ||
        die "pip is missing in .venv; on Debian and Ubuntu: apt-get install python3-venv python3-pip, then delete .venv"
    say "Installing newsgraph and what it needs (a minute or two the first time) …"
    log=$("$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --editable "$ROOT$extras" 2>&1) ||
        die "$log" "
The installation failed; see above. Is the package index reachable?"
    printf '%s\n' "$wanted" >"$VENV/.installed$extras"
}
