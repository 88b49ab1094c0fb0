#!/bin/sh
# Computes the table of hashes on an emulated processor and compares it with the recorded one. README.md says what it needs.
# Usage: run.sh [arm64 | x64] [processor model, as "qemu-aarch64 -cpu help" lists them]
set -eu
architecture=${1:-arm64}
model=${2:-max}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/artifacts/emulated/$architecture

case $architecture in
    arm64) compiler=aarch64-linux-gnu-gcc emulator=qemu-aarch64 ;;
    x64) compiler=gcc emulator=qemu-x86_64 ;;
    *) echo "$architecture: arm64 and x64 can be emulated." >&2; exit 2 ;;
esac
for tool in dotnet "$compiler" "$emulator"; do
    command -v "$tool" > /dev/null || { echo "$tool is missing: see $here/README.md" >&2; exit 2; }
done

mkdir -p "$build"
. "$here/$architecture.sh"
fingerprints processor
fingerprints all > "$build/hashes.txt"
diff "$root/tests/Engine.Tests/Golden/hashes.txt" "$build/hashes.txt"
echo "$(wc -l < "$build/hashes.txt") lines, all as recorded, on $emulator -cpu $model."
