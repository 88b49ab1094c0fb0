using Repro.Engine.Autograd;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Autograd;

public class OperationObserverTests
{
    [Fact]
    public void SeesEveryOperationForwardAndBackward()
    {
        using var x = ones(2, 3, requires_grad: true);
        var log = new Log();
        using (log.Observe())
        {
            using var noise = randn_like(x);
            using var loss = (x.square() * noise).sum();
            loss.backward();
        }

        using var unseen = x.exp();
        Assert.Equal(
            [
                "random numbers() -> [2,3]",
                "square([2,3]) -> [2,3]",
                "mul([2,3] [2,3]) -> [2,3]",
                "sum([2,3]) -> []",
                "back through sum: [] -> [2,3]",
                "back through mul: [2,3] -> [2,3] none",
                "back through square: [2,3] -> [2,3]",
            ],
            log.Lines.Where(line => !line.StartsWith("in a backward function", StringComparison.Ordinal)));
    }

    [Fact]
    public void AnObserverThatReadsEverythingChangesNoBit()
    {
        var (plain, observed) = (Train(null), Train(new Log()));
        Assert.Equal(plain, observed);
    }

    [Fact]
    public void ASecondObserverIsRefused()
    {
        using var first = new Log().Observe();
        Assert.Throws<InvalidOperationException>(() => new Log().Observe());
    }

    [Fact]
    public void AnObservationEndsOnceAndEndsNoLaterOne()
    {
        using var x = ones(2);
        var (first, second) = (new Log(), new Log());
        var ended = first.Observe();
        ended.Dispose();
        using (second.Observe())
        {
            ended.Dispose();
            using var seen = x.exp();
        }

        using var unseen = x.exp();
        Assert.Empty(first.Lines);
        Assert.Equal(["exp([2]) -> [2]"], second.Lines);
    }

    [Fact]
    public void ViewsAreNotTold()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3, requires_grad: true);
        var log = new Log();
        using (log.Observe())
        {
            _ = cat([x.view(6), x[0]]).narrow(0, 2, 3).unsqueeze(0);
        }

        Assert.Equal(["cat([6] [3]) -> [9]"], log.Lines);
    }

    [Fact]
    public void WhatAnObserverComputesIsNeitherToldNorRecordedNorKept()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var curious = new Curious();
        using (curious.Observe())
        {
            x.exp().sum().backward();
        }

        Assert.Equal(["exp", "sum"], curious.Operations);
        Assert.All(curious.Made, made => Assert.True(made.IsInvalid));
        Assert.DoesNotContain(true, curious.Recorded);
    }

    [Fact]
    public void AnObserverThatThrowsGoesOnObserving()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        var curious = new Curious { Throws = true };
        using (curious.Observe())
        {
            Assert.Throws<InvalidOperationException>(x.exp);
            Assert.Throws<InvalidOperationException>(x.log);
        }

        Assert.Equal(["exp", "log"], curious.Operations);
    }

    [Fact]
    public void OtherThreadsAreNotObserved()
    {
        var log = new Log();
        using (log.Observe())
        {
            var other = new Thread(() =>
            {
                using var x = ones(2);
                using var y = x.exp();
            });
            other.Start();
            other.Join();
        }

        Assert.Empty(log.Lines);
    }

    [Fact]
    public void WithoutAnObserverNothingIsAllocated()
    {
        using var x = ones(3);
        Tensor?[] gradients = [x];
        Tell();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Tell();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Tell()
        {
            OperationObserver.TellComputed("exp", null, x, [x]);
            OperationObserver.TellWentBack(1, x, gradients);
        }
    }

    /// <summary>
    /// A step whose normalizations and activations are computed with the convolutions after them, unless somebody reads them.
    /// </summary>
    private static List<uint> Train(Log? log)
    {
        manual_seed(5);
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(
            nn.Conv2d(3, 8, 4, stride: 2, padding: 1), nn.BatchNorm2d(8), nn.LeakyReLU(0.2), nn.Conv2d(8, 8, 3, padding: 1),
            nn.BatchNorm2d(8), nn.ReLU(), nn.ConvTranspose2d(8, 3, 4, stride: 2, padding: 1));
        using var optimizer = optim.Adam(model.parameters());
        var images = rand(4, 3, 16, 16);
        using var observation = log?.Observe();
        for (var step = 0; step < 3; step++)
        {
            model.zero_grad();
            nn.functional.mse_loss(model.call(images), images).backward();
            optimizer.step();
        }

        return [.. model.state_dict().Values.Where(value => value.dtype == ScalarType.Float32).SelectMany(
            value => value.data<float>().ToArray()).Select(BitConverter.SingleToUInt32Bits)];
    }

    /// <summary>Computes with all that it is shown.</summary>
    private sealed class Curious : OperationObserver
    {
        public bool Throws { get; init; }

        public List<string> Operations { get; } = [];

        public List<Tensor> Made { get; } = [];

        public List<bool> Recorded { get; } = [];

        protected override void Computed(string operation, long? node, Tensor result, IReadOnlyList<Tensor> inputs)
        {
            // In a backward function there is no node.
            if (node is not null || Throws)
            {
                Operations.Add(operation);
            }

            Look(result);
            _ = Throws ? throw new InvalidOperationException(operation) : 0;
        }

        protected override void WentBack(long node, Tensor gradient, IReadOnlyList<Tensor?> gradients) => Look(gradient);

        private void Look(Tensor tensor)
        {
            var made = tensor * 2;
            Made.Add(made);
            Recorded.Add(made.requires_grad);
        }
    }

    private sealed class Log : OperationObserver
    {
        private readonly Dictionary<long, string> nodes = [];
        private bool goingBack;

        public List<string> Lines { get; } = [];

        protected override void Computed(string operation, long? node, Tensor result, IReadOnlyList<Tensor> inputs)
        {
            _ = result.contiguous().bytes.Length;
            goingBack |= node is null && nodes.Count > 0;
            Lines.Add(
                $"{(goingBack ? "in a backward function: " : "")}{operation}({string.Join(' ', inputs.Select(Shape))}) -> {Shape(result)}");
            if (node is { } number)
            {
                nodes.Add(number, operation);
            }
        }

        protected override void WentBack(long node, Tensor gradient, IReadOnlyList<Tensor?> gradients)
        {
            foreach (var tensor in gradients)
            {
                _ = tensor?.contiguous().bytes.Length;
            }

            Lines.Add($"back through {nodes.GetValueOrDefault(node, "a view")}: {Shape(gradient)} -> "
                + $"{string.Join(' ', gradients.Select(Shape))}");
        }

        private static string Shape(Tensor? tensor) => tensor is null ? "none" : $"[{string.Join(',', tensor.shape)}]";
    }
}
