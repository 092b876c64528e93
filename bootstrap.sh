#!/bin/sh
# Makes what the Makefile needs on a fresh Debian or macOS machine: the virtual
# environment with what a lock names (bootstrap.sh venv LOCK) and a Chromium for the browser tests
# (bootstrap.sh chromium, which prints its path).
set -eu
cd "$(dirname "$0")"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else echo "please run as root: $*" >&2; return 1; fi
}

debian() {
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq >&2
  as_root apt-get install -y -qq --no-install-recommends "$@" >&2
}

python() {
  for name in python3.13 python3.12 python3.11 python3; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"; return
    fi
  done
  echo "coursewright needs Python 3.11 or newer" >&2; return 1
}

provide_venv() {
  chosen=$(python)
  if [ ! -x .venv/bin/pip ]; then
    "$chosen" -m venv .venv 2>/dev/null || { command -v apt-get >/dev/null && debian python3-venv && "$chosen" -m venv .venv; }
  fi
  echo "installing what $1 names into .venv …" >&2
  quietly .venv/bin/python -m pip install --disable-pip-version-check --require-hashes -r "$1"
  quietly .venv/bin/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e .
}

provide_lrs() {
  [ -x .venv/lrs/bin/pip ] || .venv/bin/python -m venv .venv/lrs
  echo "installing what $1 names into .venv/lrs …" >&2
  quietly .venv/lrs/bin/python -m pip install --disable-pip-version-check --require-hashes -r "$1"
}

# What a command says is shown when it fails, and only then.
quietly() {
  "$@" >.venv/said.log 2>&1 || { status=$?; cat .venv/said.log >&2; return "$status"; }
}

find_chromium() {
  for name in chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome; do
    if command -v "$name" 2>/dev/null; then return; fi
  done
  for app in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -x "$app" ]; then echo "$app"; return; fi
  done
  .venv/bin/python -c 'import os
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    path = p.chromium.executable_path
    print(path if os.path.exists(path) else "", end="")'
}

provide_chromium() {
  found=$(find_chromium)
  if [ -z "$found" ] && command -v apt-get >/dev/null 2>&1; then
    # The headless shell is the same browser and takes half the time.
    debian chromium-headless-shell fonts-noto-cjk || debian chromium fonts-noto-cjk || true
    found=$(find_chromium)
  fi
  if [ -z "$found" ]; then
    .venv/bin/python -m playwright install chromium >&2
    found=$(find_chromium)
  fi
  [ -n "$found" ] || { echo "no Chromium could be found or installed" >&2; return 1; }
  echo "$found"
}

wanted=$1
shift
"provide_$wanted" "$@"
