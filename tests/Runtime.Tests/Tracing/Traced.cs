using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Tracing;

namespace Repro.Runtime.Tests.Tracing;

/// <summary>Traces of the tiny experiment.</summary>
internal static class Traced
{
    public static Trace Run(Func<ExperimentRun>? start = null, TracedValues? values = null, params int[] steps)
    {
        using var data = Tiny.Data();
        var experiment = new Experiment(Tiny.Settings, start ?? (() => new TinyRun()));
        var (trace, failure) = Tracer.Run(
            experiment, data, steps.Length == 0 ? [1, 2, 3] : steps, values ?? TracedValues.Firsts, new Observer(), CancellationToken.None);
        return failure is null ? trace : throw failure;
    }

    public static byte[] Bytes(Trace trace)
    {
        using var stream = new MemoryStream();
        TraceWriter.Write(stream, trace);
        return stream.ToArray();
    }
}
