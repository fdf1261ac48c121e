#!/bin/sh
# Builds the guests from their sources, with Debian's clang, lld and wasi-libc. What is committed is what this makes.
set -eu
cd "$(dirname "$0")"
for source in *.c; do
  clang --target=wasm32-wasi -Os -Wall -Wextra -Werror -Wno-unused-result -Wl,--strip-all "$source" -o "${source%.c}.wasm"
  chmod 644 "${source%.c}.wasm"
done
