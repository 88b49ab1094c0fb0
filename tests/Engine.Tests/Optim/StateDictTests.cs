using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Optim;

/// <summary>An optimizer that goes on from a saved state goes on with the same bits.</summary>
public class StateDictTests
{
    public static TheoryData<string> Names => Optimizers.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ASavedStateGoesOnWithTheSameBits(string name) => GoesOn(name, (from, to) =>
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        from.save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        to.load_state_dict(reader);
        Assert.Equal(stream.Length, stream.Position);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void AFileGoesOnWithTheSameBits(string name) => GoesOn(name, (from, to) =>
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "optimizer.bin");
            from.save_state_dict(file);
            from.save_state_dict(file);
            to.load_state_dict(file);
            Assert.Equal([file], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void ADictionaryGoesOnWithTheSameBits(string name) => GoesOn(name, (from, to) => to.load_state_dict(from.state_dict()));

    [Fact]
    public void TheDictionaryLivesAndLoadingItIntoItsOwnOptimizerChangesNothing()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(1));
        using var adam = optim.Adam([parameter], 0.5);
        var state = adam.state_dict();
        adam.ParamGroups.Single().LearningRate = 0.25;
        Assert.Equal(0.25, state.Options.Single().LearningRate);
        adam.load_state_dict(state);
        parameter.grad = ones(1);
        adam.step();
        Assert.Equal(-0.25f, parameter.Values()[0], 1e-6f);
    }

    [Fact]
    public void AStateThatDoesNotFitIsRefusedAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        Parameter[] Parameters(params int[] lengths) => [.. lengths.Select(length => new Parameter(Samples.Tensor(length, length)))];
        var two = Parameters(3, 4);
        using var adam = optim.Adam(two, 0.1);
        var before = Saved(adam);
        using var sgd = optim.SGD(Parameters(3, 4), 0.1);
        using var one = optim.Adam(Parameters(3), 0.2);
        using var groups = optim.Adam([new Adam.ParamGroup(Parameters(3), 0.1), new Adam.ParamGroup(Parameters(4), 0.1)]);
        using var other = optim.Adam(Parameters(3, 5), 0.2);

        Assert.Equal(
            "The state of optimizer 'SGD' cannot be loaded into Adam.",
            Assert.Throws<InvalidDataException>(() => Load(adam, Saved(sgd))).Message);
        Assert.Equal(
            "Adam: a state of 1 parameters does not fit an optimizer of 2.",
            Assert.Throws<ArgumentException>(() => Load(adam, Saved(one))).Message);
        Assert.Equal(
            "Adam: a state of 2 parameter groups does not fit an optimizer of 1.",
            Assert.Throws<ArgumentException>(() => Load(adam, Saved(groups))).Message);
        Assert.Throws<InvalidDataException>(() => Load(adam, Saved(other)));
        Assert.Throws<ArgumentException>(() => adam.load_state_dict(sgd.state_dict()));
        Assert.Equal(
            "The optimizer state of a parameter of shape [5] does not fit one of shape [4].",
            Assert.Throws<ArgumentException>(() => adam.load_state_dict(other.state_dict())).Message);
        Assert.Equal(before, Saved(adam));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AStateCutShortAnywhereIsRefusedAndChangesNothing(string name)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(Samples.Tensor(1, 3));
        using var optimizer = Optimizers.Make(name, [parameter]);
        parameter.grad = ones(3);
        optimizer.step();
        var whole = Saved(optimizer);
        optimizer.step();
        var now = Saved(optimizer);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Load(optimizer, whole[..length]));
            Assert.Equal(now, Saved(optimizer));
        }

        Load(optimizer, whole);
        Assert.Equal(whole, Saved(optimizer));
    }

    [Fact]
    public void ADamagedFileIsNamed()
    {
        using var scope = NewDisposeScope();
        using var adam = optim.Adam([new Parameter(ones(1))]);
        var file = Path.GetTempFileName();
        try
        {
            Assert.StartsWith(
                file, Assert.Throws<InvalidDataException>(() => adam.load_state_dict(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Throws<FileNotFoundException>(() => adam.load_state_dict(file));
    }

    private static void GoesOn(string name, Action<OptimizerHelper, OptimizerHelper> transfer)
    {
        using var scope = NewDisposeScope();
        Parameter[] Start() => [new(Samples.Tensor(1, 5, 7)), new(Samples.Tensor(2, 20)), new(Samples.Tensor(3, 4))];
        static void Train(OptimizerHelper optimizer, int first, int steps)
        {
            for (var step = first; step < first + steps; step++)
            {
                // The last one has no gradient at first.
                foreach (var (parameter, number) in optimizer.parameters().Select((p, i) => (p, i)).Where(each => each.i < 2 || step >= 3))
                {
                    parameter.grad = Samples.Tensor((10 * step) + number, parameter.shape);
                }

                optimizer.step();
            }
        }

        var (whole, part) = (Start(), Start());
        using var uninterrupted = Optimizers.Make(name, whole);
        using var interrupted = Optimizers.Make(name, part);
        Train(uninterrupted, 0, 6);
        Train(interrupted, 0, 3);

        // Laid out in another way, and trained in another way before.
        Parameter[] rest = [new(part[0].detach().t().contiguous().t()), new(part[1].detach().clone()), new(part[2].detach().clone())];
        float[][] values = [.. part.Select(parameter => parameter.Values())];
        using var resumed = Optimizers.Make(name, rest);
        Train(resumed, 7, 2);
        resumed.ParamGroups.Single().LearningRate *= 2;
        using (no_grad())
        {
            foreach (var (parameter, value) in rest.Zip(values))
            {
                parameter.copy_(tensor(value, parameter.shape));
                parameter.grad = null;
            }
        }

        transfer(interrupted, resumed);
        Train(resumed, 3, 3);
        foreach (var (expected, actual) in whole.Zip(rest))
        {
            Bits.Equal(expected.Values(), actual.Values(), name);
        }
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Load(OptimizerHelper optimizer, byte[] state)
    {
        using var reader = new BinaryReader(new MemoryStream(state));
        optimizer.load_state_dict(reader);
    }
}
