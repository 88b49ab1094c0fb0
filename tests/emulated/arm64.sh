# The same sources, compiled for Arm ahead of time, with a runtime of our own (arm64/runtime).
dotnet restore "$here/arm64/compiler.proj" --packages "$build/packages" --artifacts-path "$build/restore" -v quiet
package=$(echo "$build"/packages/runtime.linux-x64.microsoft.dotnet.ilcompiler/*)

dotnet build "$root/tests/Engine.Fingerprints" -c Release -v quiet --artifacts-path "$build/net9" -p:UseAppHost=false \
    -p:CustomAfterMicrosoftCommonProps="$here/arm64/Net9.props"
program=$build/net9/bin/Repro.Engine.Fingerprints/release

dotnet run --project "$here/arm64/ClassLibrary.csproj" --artifacts-path "$build/tool" -v quiet -- \
    "$package/sdk/System.Private.CoreLib.dll" "$build/System.Private.CoreLib.dll"
cp "$package"/sdk/System.Private.[!C]*.dll "$build"

chmod +x "$package/tools/ilc"
"$package/tools/ilc" "$program/Repro.Engine.Fingerprints.dll" -o:"$build/fingerprints.o" --targetos:linux --targetarch:arm64 -O \
    -r:"$program/Repro.Engine.dll" -r:"$build/*.dll" -r:"$package/framework/*.dll" \
    --initassembly:System.Private.CoreLib --initassembly:System.Private.StackTraceMetadata \
    --initassembly:System.Private.TypeLoader --initassembly:System.Private.Reflection.Execution \
    --generateunmanagedentrypoints:System.Private.CoreLib \
    --directpinvoke:libc --directpinvoke:libSystem.Native --directpinvoke:libSystem.Security.Cryptography.Native.OpenSsl \
    --feature:System.Globalization.Invariant=true --feature:System.Diagnostics.Tracing.EventSource.IsSupported=false

# What the compiled program names and this runtime has not ends the program, should it be called.
"$compiler" -O1 -Wall -Werror -r -o "$build/runtime.o" "$here"/arm64/runtime/*.c "$here/arm64/runtime/dispatch.S"
"$compiler" -static -o "$build/nothing" "$build/fingerprints.o" "$build/runtime.o" -lm 2>&1 \
    | sed -n "s/.*undefined reference to \`\(.*\)'.*/\1/p" | sort -u > "$build/missing.txt"
while read -r name; do
    printf '.global %s\n%s: adrp x0, 1f\nadd x0, x0, :lo12:1f\nb fatal\n.section .rodata\n1: .asciz "%s"\n.text\n' "$name" "$name" "$name"
done < "$build/missing.txt" > "$build/missing.S"
"$compiler" -static -z noexecstack -o "$build/fingerprints" "$build/fingerprints.o" "$build/runtime.o" "$build/missing.S" -lm

fingerprints() { "$emulator" -cpu "$model" "$build/fingerprints" "$@"; }
