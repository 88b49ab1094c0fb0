using Repro.Runtime.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Runtime.Tracing;

/// <summary>Records the chosen steps of a run, and reports when the last of them is complete.</summary>
/// <param name="steps">The numbers of the steps.</param>
/// <param name="values">Which values to keep.</param>
/// <param name="done">Is called after the last chosen step.</param>
internal sealed class StepTracer(IReadOnlyList<int> steps, TracedValues values, Action done) : IStepObserver, IDisposable
{
    private readonly Dictionary<long, (string Operation, string Layer)> nodes = [];
    private readonly Dictionary<string, string> weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> gradients = new(StringComparer.Ordinal);
    private readonly List<TraceStep> traced = [];
    private readonly int last = steps.Max();
    private List<TraceRecord> records = [];
    private nn.Module? model;
    private LayerHooks? layers;
    private LayerGradients between = new();
    private IDisposable? operations;
    private TracePhase phase;
    private int step;
    private bool isReading;

    /// <summary>The recorded steps; for a run that failed, they include the step in which it failed.</summary>
    public IReadOnlyList<TraceStep> Steps => traced;

    private bool IsTraced => model is not null;

    /// <inheritdoc/>
    public void Started(ExperimentRun run, int epoch, Tensor images)
    {
        step++;
        if (!steps.Contains(step))
        {
            return;
        }

        records = [];
        traced.Add(new TraceStep(step, epoch, records));
        model = run.Model;
        phase = TracePhase.Weights;
        foreach (var (name, tensor) in model.state_dict())
        {
            weights[name] = RecordWeight("weight", name, tensor, []);
        }

        phase = TracePhase.Batch;
        Record("batch", "", "images", images, []);
        phase = TracePhase.Forward;
        between = new LayerGradients();
        layers = new LayerHooks(model, (layer, input, output) =>
        {
            Record("layer", layer, "output", output, [Digest(input)]);
            between.Called(layer, input, output);
        });
        operations = new EngineOperations(Computed, WentBack).Observe();
    }

    /// <inheritdoc/>
    public void LossComputed(LossTerms loss)
    {
        if (!IsTraced)
        {
            return;
        }

        phase = TracePhase.Loss;
        foreach (var (name, value) in loss.Terms)
        {
            Record("loss", "", name, value, []);
        }

        Record("loss", "", "loss", loss.Total, []);
        phase = TracePhase.Backward;
    }

    /// <inheritdoc/>
    public void WentBack()
    {
        if (IsTraced)
        {
            Unhook();
            foreach (var (layer, of, gradient) in between.Read())
            {
                Record("layer", layer, of, gradient, []);
                gradient.Dispose();
            }

            RecordGradients(TracePhase.Gradients, "gradient");
        }
    }

    /// <inheritdoc/>
    public void GradientsClipped()
    {
        if (IsTraced)
        {
            RecordGradients(TracePhase.Clipping, "clipping");
        }
    }

    /// <inheritdoc/>
    public void Updated()
    {
        if (IsTraced)
        {
            phase = TracePhase.Update;
            foreach (var (name, tensor) in model!.state_dict())
            {
                RecordWeight(
                    tensor is Parameter ? "optimizer" : "buffer", name, tensor,
                    gradients.TryGetValue(name, out var gradient) ? [weights[name], gradient] : [weights[name]]);
            }

            model = null;
        }

        if (step == last)
        {
            done();
        }
    }

    public void Dispose() => Unhook();

    private void Unhook()
    {
        operations?.Dispose();
        layers?.Dispose();
        (operations, layers) = (null, null);
        nodes.Clear();
    }

    private void Computed(string operation, long? node, Tensor result, IReadOnlyList<Tensor> inputs)
    {
        // Operations of the backward pass show in its gradients, and operations of the digests belong to no run: neither is recorded.
        if (phase == TracePhase.Forward && !isReading)
        {
            Record(operation, layers!.Current, "result", result, [.. inputs.Select(Digest)], isEngine: true);
            if (node is { } number)
            {
                nodes.Add(number, (operation, layers.Current));
            }
        }
    }

    private void WentBack(long node, Tensor gradient, IReadOnlyList<Tensor?> inputs)
    {
        if (!nodes.TryGetValue(node, out var of))
        {
            return;
        }

        string[] arrived = [Digest(gradient)];
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i] is { } input)
            {
                Record(of.Operation, of.Layer, $"gradient of input {i + 1}", input, arrived, isEngine: true);
            }
        }
    }

    private void RecordGradients(TracePhase of, string operation)
    {
        phase = of;
        foreach (var (name, parameter) in model!.named_parameters())
        {
            using var gradient = parameter.grad;
            if (gradient is not null)
            {
                gradients[name] = RecordWeight(
                    operation, name, gradient, gradients.TryGetValue(name, out var before) && of == TracePhase.Clipping ? [before] : []);
            }
        }
    }

    private string Digest(Tensor tensor) => Read(tensor, withScale: false, stored: null).Text;

    private TensorDigest Read(Tensor tensor, bool withScale, int? stored)
    {
        isReading = true;
        var digest = TensorDigest.Of(tensor, withScale, stored);
        isReading = false;
        return digest;
    }

    /// <summary>Records a tensor for each parameter or buffer, under its dotted name in the model.</summary>
    private string RecordWeight(string operation, string name, Tensor tensor, IReadOnlyList<string> inputs)
    {
        var point = name.LastIndexOf('.');
        return Record(operation, point < 0 ? "" : name[..point], name[(point + 1)..], tensor, inputs);
    }

    private string Record(string operation, string layer, string of, Tensor result, IReadOnlyList<string> inputs, bool isEngine = false)
    {
        int? stored = values.All ? -1 : values.Operation == records.Count + 1 ? values.Block - 1 : null;
        var digest = Read(result, withScale: !isEngine, stored);
        records.Add(new TraceRecord(phase, operation, layer, of, isEngine, inputs, digest));
        return digest.Text;
    }
}
