# The very assembly that the tests run, with .NET's runtime, started by a host of our own.
dotnet restore "$here/x64/runtime.proj" --packages "$build/packages" --artifacts-path "$build/restore" -v quiet
runtime=$(echo "$build"/packages/microsoft.netcore.app.runtime.linux-x64/*/runtimes/linux-x64)
dotnet build "$root/tests/Engine.Fingerprints" -c Release -p:UseAppHost=false -v quiet
"$compiler" -O1 -Wall -Werror -o "$build/host" "$here/x64/host.c" -ldl

# QEMU 7.2 stops where one thread interrupts another, as the collector does, and where memory is mapped twice: one thread, and no collection.
export DOTNET_PROCESSOR_COUNT=1 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x40000000 DOTNET_GCHeapHardLimit=0x80000000
export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredCompilation=0
fingerprints() {
    "$emulator" -cpu "$model" "$build/host" "$runtime/native" "$runtime/lib/net10.0" \
        "$root/tests/Engine.Fingerprints/bin/Release/net10.0" Repro.Engine.Fingerprints "$@"
}
