using System.Reflection;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

/// <summary>A parameter, buffer or module that a property is set to is the one that the module registers.</summary>
public class RegistrationTests
{
    private static readonly Dictionary<Type, Func<nn.Module>> Made = new()
    {
        [typeof(Linear)] = () => nn.Linear(2, 3),
        [typeof(Conv2d)] = () => nn.Conv2d(2, 3, 3),
        [typeof(ConvTranspose2d)] = () => nn.ConvTranspose2d(2, 3, 3),
        [typeof(BatchNorm1d)] = () => nn.BatchNorm1d(2),
        [typeof(BatchNorm2d)] = () => nn.BatchNorm2d(2),
        [typeof(LayerNorm)] = () => nn.LayerNorm(2),
        [typeof(GroupNorm)] = () => nn.GroupNorm(1, 2),
        [typeof(Embedding)] = () => nn.Embedding(4, 2),
    };

    public static TheoryData<Type, string> Settable { get; } = ListSettable();

    [Theory]
    [MemberData(nameof(Settable))]
    public void WhatIsSetIsRegisteredInPlaceOfTheOld(Type type, string name)
    {
        using var scope = NewDisposeScope();
        using var module = Made[type]();
        var property = type.GetProperty(name)!;
        var names = module.state_dict().Keys.ToList();
        var old = (Tensor)property.GetValue(module)!;
        var changed = (zeros(old.shape, old.dtype) + 2).to(old.dtype);
        Tensor value = old is Parameter ? new Parameter(changed) : changed;

        property.SetValue(module, value);

        Assert.Same(value, property.GetValue(module));
        Assert.Same(value, module.state_dict()[name]);
        Assert.Equal(names, module.state_dict().Keys);
        Assert.False(old.IsInvalid);
        if (value is Parameter)
        {
            Assert.Same(value, Assert.Single(module.named_parameters(), entry => entry.name == name).parameter);
            Assert.DoesNotContain(module.parameters(), parameter => ReferenceEquals(parameter, old));
        }
        else
        {
            Assert.Same(value, Assert.Single(module.named_buffers(), entry => entry.name == name).buffer);
        }

        using var file = new MemoryStream();
        module.save(new BinaryWriter(file));
        using var other = Made[type]();
        file.Position = 0;
        other.load(new BinaryReader(file));
        Bits.Equal(
            value.to(ScalarType.Float32).Values(), (
                (Tensor)property.GetValue(other)!).to(ScalarType.Float32).Values(), $"{type.Name}.{name}");
    }

    [Theory]
    [MemberData(nameof(Settable))]
    public void NullRemovesAndALaterValueTakesThePlaceAgain(Type type, string name)
    {
        using var scope = NewDisposeScope();
        using var module = Made[type]();
        var property = type.GetProperty(name)!;
        var names = module.state_dict().Keys.ToList();
        var old = (Tensor)property.GetValue(module)!;
        if (new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
        {
            var failure = Assert.Throws<TargetInvocationException>(() => property.SetValue(module, null));
            Assert.IsType<ArgumentNullException>(failure.InnerException);
            Assert.Same(old, module.state_dict()[name]);
            return;
        }

        property.SetValue(module, null);
        Assert.Null(property.GetValue(module));
        Assert.Equal(names.Where(other => other != name), module.state_dict().Keys);

        property.SetValue(module, old);
        Assert.Equal(names, module.state_dict().Keys);
    }

    [Fact]
    public void AReplacedWeightGetsTheGradientAndTheStep()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1, hasBias: false);
        layer.weight = new Parameter(tensor(new float[,] { { 1, 2 } }));
        var optimizer = optim.SGD(layer.parameters(), learningRate: 0.5);
        layer.call(ones(1, 2)).sum().backward();
        optimizer.step();
        Assert.Equal([0.5f, 1.5f], layer.state_dict()["weight"].Values());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void ABiasThatIsSetLaterIsLearned()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1, hasBias: false);
        layer.bias = new Parameter(ones(1));
        Assert.Equal(["weight", "bias"], layer.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void AFieldThatIsReplacedIsRegisteredWithTheOthersAgain()
    {
        using var scope = NewDisposeScope();
        using var model = new Pair();
        var (layer, scale, offset) = (nn.Linear(1, 1), new Parameter(ones(3)), ones(4));
        model.Replace(layer, scale, offset);
        Assert.Equal(["scale", "layer.weight", "layer.bias", "offset"], model.state_dict().Keys);
        Assert.Same(layer, Assert.Single(model.named_children()).module);
        Assert.Same(scale, model.state_dict()["scale"]);
        Assert.Same(offset, model.state_dict()["offset"]);
    }

    [Fact]
    public void AFieldThatIsSetToNullIsNoLongerRegistered()
    {
        using var scope = NewDisposeScope();
        using var model = new Pair();
        model.Replace(nn.Linear(1, 1), null!, ones(4));
        Assert.Equal(["layer.weight", "layer.bias", "offset"], model.state_dict().Keys);
        model.Replace(null!, new Parameter(ones(3)), null!);
        Assert.Equal(["scale"], model.state_dict().Keys);
        Assert.Empty(model.modules());
    }

    [Fact]
    public void AModuleOfAListCanBeReplacedInsertedAndRemoved()
    {
        using var scope = NewDisposeScope();
        var (first, second, third) = (nn.Linear(1, 1), nn.Linear(2, 2), nn.Linear(3, 3));
        using var list = nn.ModuleList(first, second);
        list[0] = third;
        Assert.Equal([("0", third), ("1", second)], list.named_children().Select(child => (child.name, (Linear)child.module)));
        list.Insert(1, first);
        Assert.Equal(
            [("0", third), ("1", first), ("2", second)], list.named_children().Select(child => (child.name, (Linear)child.module)));
        list.RemoveAt(0);
        Assert.True(list.Remove(second));
        Assert.False(list.Remove(second));
        Assert.Equal([("0", first)], list.named_children().Select(child => (child.name, (Linear)child.module)));
        list.Clear();
        Assert.Empty(list.parameters());
    }

    [Fact]
    public void ATensorThatIsNoParameterCannotTakeAParametersPlace() =>
        Assert.Throws<ArgumentException>(() => new Pair().SetScale(ones(1)));

    // A new module with settable parameters or buffers has to join the table above.
    private static TheoryData<Type, string> ListSettable()
    {
        var properties =
            from type in typeof(Linear).Assembly.GetExportedTypes()
            where typeof(nn.Module).IsAssignableFrom(type) && !type.IsAbstract
            from property in type.GetProperties()
            where typeof(Tensor).IsAssignableFrom(property.PropertyType) && property.CanWrite && property.GetIndexParameters().Length == 0
            orderby type.Name, property.Name
            select (type, property.Name);
        var data = new TheoryData<Type, string>();
        foreach (var (type, name) in properties)
        {
            data.Add(type, name);
        }

        return data;
    }

    private sealed class Pair : nn.Module<Tensor, Tensor>
    {
        private Linear layer = nn.Linear(2, 2);
        private Parameter scale = new(ones(1));
        private Tensor offset = zeros(1);

        public Pair()
            : base(nameof(Pair)) => RegisterComponents();

        public override Tensor forward(Tensor input) => (layer.call(input) * scale) + offset;

        public void Replace(Linear newLayer, Parameter newScale, Tensor newOffset)
        {
            (layer, scale, offset) = (newLayer, newScale, newOffset);
            RegisterComponents();
        }

        public void SetScale(Tensor value) => ConditionallyRegisterParameter(nameof(scale), value);
    }
}
