using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public class ModuleExtensionTests
{
    private sealed class Named : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = "scale")]
        private readonly Parameter first = new(ones(1));

        [ComponentName(Name = "inner")]
        private readonly Linear second = nn.Linear(1, 1);

        private readonly Tensor offset = zeros(1, ScalarType.Float64);

        public Named()
            : base(nameof(Named)) => RegisterComponents();

        public override Tensor forward(Tensor input) => second.call(input * first) + offset;
    }

    [Fact]
    public void AComponentHasTheNameThatItsAttributeGives()
    {
        using var module = new Named();
        Assert.Equal(["scale", "inner.weight", "inner.bias", "offset"], module.state_dict().Keys);
    }

    [Fact]
    public void AModuleOfFloat32OnTheCPUStaysItself()
    {
        using var module = nn.Linear(2, 3);
        var weight = module.weight;
        Assert.Same(module, module.to(CPU).to("cpu").to(ScalarType.Float32).to(CPU, ScalarType.Float32).cpu());
        Assert.Same(weight, module.weight);
        using var norm = nn.BatchNorm2d(2);
        Assert.Same(norm, norm.to(ScalarType.Float32));
    }

    [Fact]
    public void AModuleGoesWhereATensorIs()
    {
        using var module = nn.Linear(1, 1);
        Assert.Same(module, module.to(TorchSharp.DeviceType.CPU));
        Assert.Same(module, module.to(zeros(1)));
        Assert.Throws<NotSupportedException>(() => module.to(TorchSharp.DeviceType.CUDA, 0));
        Assert.Throws<NotSupportedException>(() => module.to(zeros(1, ScalarType.Float64)));
        Assert.Throws<ArgumentException>(() => module.to(zeros(1, ScalarType.Int64)));
    }

    [Fact]
    public void OtherDevicesAndTypesAreRefused()
    {
        using var module = nn.Linear(2, 3);
        Assert.Contains(
            "on the CPU, not on cuda", Assert.Throws<NotSupportedException>(() => module.to("cuda")).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => module.to(device("cuda:1"), ScalarType.Float32));
        Assert.Contains(
            "'weight' is Float32 and would become Float64",
            Assert.Throws<NotSupportedException>(() => module.to(ScalarType.Float64)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "not to Int64", Assert.Throws<ArgumentException>(() => module.to(ScalarType.Int64)).Message, StringComparison.Ordinal);
        using var mixed = new Named();
        Assert.Contains(
            "'offset' is Float64", Assert.Throws<NotSupportedException>(() => mixed.to(ScalarType.Float32)).Message,
            StringComparison.Ordinal);
    }
}
