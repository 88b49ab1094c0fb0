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
    arm64) compiler=aarch64-linux-gnu-gcc emulator=qemu-aarch64 libraries=/usr/aarch64-linux-gnu ;;
    x64) compiler=gcc emulator=qemu-x86_64 libraries=/ ;;
    *) echo "$architecture: arm64 and x64 can be emulated." >&2; exit 2 ;;
esac
for tool in dotnet "$compiler" "$emulator"; do
    command -v "$tool" > /dev/null || { echo "$tool is missing: see $here/README.md" >&2; exit 2; }
done

dotnet restore "$here/runtime.proj" -p:Architecture="$architecture" --packages "$build/packages" --artifacts-path "$build/restore" -v quiet
runtime=$(echo "$build/packages/microsoft.netcore.app.runtime.linux-$architecture"/*/runtimes/"linux-$architecture")
dotnet build "$root/tests/Engine.Fingerprints" -c Release -p:UseAppHost=false -v quiet
"$compiler" -O1 -Wall -Werror -o "$build/host" "$here/host.c" -ldl

# QEMU 7.2 stops where one thread interrupts another, as the collector does, and where memory is mapped twice: one thread, and no collection.
export DOTNET_PROCESSOR_COUNT=1 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x40000000 DOTNET_GCHeapHardLimit=0x80000000
export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredCompilation=0
fingerprints() {
    "$emulator" -cpu "$model" -L "$libraries" "$build/host" "$runtime/native" "$runtime/lib/net10.0" \
        "$root/tests/Engine.Fingerprints/bin/Release/net10.0" Repro.Engine.Fingerprints "$@"
}

fingerprints processor
fingerprints all > "$build/hashes.txt"
diff "$root/tests/Engine.Tests/Golden/hashes.txt" "$build/hashes.txt"
echo "$(wc -l < "$build/hashes.txt") lines, all as recorded, on $emulator -cpu $model."
