#!/bin/sh
# Builds the guests from their sources, with Debian's clang, lld and wasi-libc; clang hands its output to wasm-opt, which
# the npm package binaryen brings. What is committed is what this makes with clang 14.0.6. `build.sh DIRECTORY` leaves
# the committed files alone and builds into DIRECTORY.
set -eu
cd "$(dirname "$0")"
into=${1:-.}
PATH="$PWD/../../../node_modules/.bin:$PATH"
for source in *.c; do
  output="$into/${source%.c}.wasm"
  clang --target=wasm32-wasi -Os -Wall -Wextra -Werror -Wno-unused-result -Wl,--strip-all "$source" -o "$output"
  chmod 644 "$output"
done
