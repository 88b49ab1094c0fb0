namespace Repro.Compat.Tests.Contracts;

public sealed class ContractTests
{
    private static readonly Contract TorchSharp = ContractFile.Read("TorchSharp");
    private static readonly Contract ImageSharp = ContractFile.Read("ImageSharp");
    private static readonly Contract Verify = ContractFile.Read("Verify.Xunit");

    private const string Options = "ScalarType? dtype = null, Device device = null, bool requires_grad = false";

    [Theory]
    [InlineData("long[] size")]
    [InlineData("ReadOnlySpan<long> size")]
    [InlineData("long size")]
    [InlineData("long rows, long columns")]
    [InlineData("long dim0, long dim1, long dim2")]
    [InlineData("long dim0, long dim1, long dim2, long dim3")]
    [InlineData("int size")]
    [InlineData("int rows, int columns")]
    [InlineData("int dim0, int dim1, int dim2")]
    [InlineData("int dim0, int dim1, int dim2, int dim3")]
    public void Sizes_come_in_every_form(string sizes)
    {
        var torch = TorchSharp.Types["TorchSharp.torch"].Members;

        Assert.Contains($"static Tensor zeros({sizes}, {Options}, string[] names = null)", torch);
        Assert.Contains($"static Tensor randn({sizes}, {Options}, Generator generator = null, string[] names = null)", torch);
    }

    public static TheoryData<string, string> TorchSharpMembers => new()
    {
        { "torch", "static Generator manual_seed(long seed)" },
        { "torch", "static field Device CPU" },
        { "torch", "static get Device CUDA" },
        { "torch", "static Device device(DeviceType deviceType, int index = -1)" },
        { "torch", $"static Tensor randint(long high, Size size, {Options}, Generator generator = null, string[] names = null)" },
        { "torch", $"static Tensor randint(long low, long high, long[] size, {Options}, Generator generator = null, string[] names = null)" },
        { "torch", $"static Tensor arange(Scalar start, Scalar stop, Scalar step, {Options})" },
        { "torch", $"static Tensor tensor(bool scalar, {Options})" },
        { "torch", $"static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, {Options}, string[] names = null)" },
        { "torch", $"static Tensor tensor(long[,,] rawArray, {Options}, string[] names = null)" },
        { "torch", "static Tensor clamp(Tensor input, Scalar min = null, Scalar max = null)" },
        { "torch", "static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null)" },
        { "torch.ScalarType", "BFloat16=15" },
        { "torch.Tensor", "static Tensor operator +(Tensor left, float right)" },
        { "torch.Tensor", "static Tensor operator /(double left, Tensor right)" },
        { "torch.Tensor", "static Tensor operator -(Tensor tensor)" },
        { "torch.Tensor", "static Tensor operator <=(Tensor left, Scalar right)" },
        { "torch.Tensor", "static implicit operator Tensor(long[] value)" },
        { "torch.Tensor", "static explicit operator float(Tensor value)" },
        { "torch.Tensor", "(Tensor values, Tensor indexes) max(long dim, bool keepdim = false)" },
        { "torch.Tensor", "get Tensor this[params TensorIndex[] indices]" },
        { "torch.Tensor", "set Tensor this[long i1, long i2, long i3]" },
        { "torch.Tensor", "!!0 item``1()" },
        { "torch.Tensor", "TensorAccessor<!!0> data``1()" },
        { "torch.Tensor", "Tensor add_(Scalar scalar, Scalar alpha)" },
        { "torch.Tensor", "Tensor sigmoid_()" },
        { "torch.Tensor", "Tensor div(Tensor target, RoundingMode rounding_mode = None)" },
        { "torch.Tensor", "Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)" },
        { "torch.nn.Module", "protected new(string name)" },
        { "torch.nn.Module", "IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)" },
        { "torch.nn.Module", "(IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string> skip = null)" },
        { "torch.nn.Module`2", "!1 forward(!0 input)" },
        { "torch.nn.Module`3", "!2 call(!0 input1, !1 input2)" },
        { "torch.nn", "static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = Zeros, long groups = 1, bool bias = true, Device device = null, ScalarType? dtype = null)" },
        { "torch.nn", "static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = Zeros, long groups = 1, bool bias = true, Device device = null, ScalarType? dtype = null)" },
        { "torch.nn", "static GELU GELU(Approximate approximate, bool inplace = false)" },
        { "torch.nn", "static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules)" },
        { "torch.nn", "static ModuleList<!!0> ModuleList``1(params !!0[] modules)" },
        { "torch.nn.functional", "static Tensor batch_norm(Tensor input, Tensor running_mean, Tensor running_var, Tensor weight = null, Tensor bias = null, bool training = false, double momentum = 0.1, double eps = 1E-05)" },
        { "torch.nn.functional", "static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = Constant, double value = 0)" },
        { "torch.nn.functional", "static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Mean)" },
        { "torch.optim", "static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)" },
        { "torch.optim.lr_scheduler", "static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)" },
        { "Modules.SGD", "new(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)" },
        { "Modules.MSELoss", "new(Reduction reduction = Mean)" },
        { "Modules.Linear", "get Parameter weight" },
        { "Modules.BatchNorm2d", "get Tensor running_var" },
        { "Modules.Parameter", "new(Tensor data, bool requires_grad = true)" },
        { "Modules.OptimizerHelper", "void to(Device device)" },
        { "Utils.TensorAccessor`1", "get !0 this[params long[] indices]" },
        { "TensorExtensionMethods", "static void Save(this Tensor tensor, Stream stream)" },
        { "ModuleExtensionMethods", "static !!0 to``1(this !!0 module, Device device, ScalarType type, bool non_blocking = false)" },
    };

    [Theory]
    [MemberData(nameof(TorchSharpMembers))]
    public void TorchSharp_lists(string type, string member) =>
        Assert.Contains(member, TorchSharp.Types[$"TorchSharp.{type}"].Members);

    [Theory]
    [InlineData("Image", "static Image<!!0> Load``1(DecoderOptions options, ReadOnlySpan<byte> data)")]
    [InlineData("Image", "static Image<!!0> LoadPixelData``1(ReadOnlySpan<!!0> data, int width, int height)")]
    [InlineData("Image", "static Task<Image> LoadAsync(string path, CancellationToken cancellationToken = default)")]
    [InlineData("Image", "get int Height")]
    [InlineData("Image", "void Save(Stream stream, IImageEncoder encoder)")]
    [InlineData("Image`1", "new(int width, int height, !0 backgroundColor)")]
    [InlineData("Image`1", "get !0 this[int x, int y]")]
    [InlineData("Image`1", "bool DangerousTryGetSinglePixelMemory(out Memory<!0> memory)")]
    [InlineData("PixelAccessorAction`1", "void Invoke(PixelAccessor<!0> pixelAccessor)")]
    [InlineData("InvalidImageContentException", "new(string errorMessage)")]
    [InlineData("Memory.InvalidMemoryOperationException", "new(string message)")]
    [InlineData("MetadataExtensions", "static PngMetadata GetPngMetadata(this ImageMetadata source)")]
    [InlineData("Formats.DecoderOptions", "init Size? TargetSize")]
    [InlineData("Formats.Png.PngChunkFilter", "ExcludeAll=-1")]
    [InlineData("PixelFormats.Rgb24", "field byte G")]
    [InlineData("PixelFormats.Rgba32", "new(float r, float g, float b, float a = 1)")]
    [InlineData("PixelFormats.Rgb24", "static bool operator !=(Rgb24 left, Rgb24 right)")]
    [InlineData("PixelFormats.IPixel", "void ToRgba32(ref Rgba32 dest)")]
    [InlineData("Processing.ResizeExtensions", "static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height)")]
    [InlineData("Processing.KnownResamplers", "static get IResampler Bicubic")]
    public void ImageSharp_lists(string type, string member) =>
        Assert.Contains(member, ImageSharp.Types[$"SixLabors.ImageSharp.{type}"].Members);

    [Theory]
    [InlineData("VerifyXunit.Verifier", "static SettingsTask Verify(byte[] target, string extension, VerifySettings settings = null, object info = null, string sourceFile = \"\")")]
    [InlineData("VerifyXunit.Verifier", "static SettingsTask Verify``1(Func<Task<!!0>> target, VerifySettings settings = null, string sourceFile = \"\")")]
    [InlineData("VerifyXunit.DerivePathInfo", "PathInfo Invoke(string sourceFile, string projectDirectory, Type type, MethodInfo method)")]
    [InlineData("VerifyTests.SettingsTask", "SettingsTask UseParameters``1(!!0[] parameters)")]
    [InlineData("VerifyTests.SettingsTask", "SettingsTask UseStreamComparer(StreamCompare compare, params ReadOnlySpan<string> extensions)")]
    [InlineData("VerifyTests.SettingsTask", "static implicit operator Task<VerifyResult>(SettingsTask settingsTask)")]
    [InlineData("VerifyTests.VerifySettings", "void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = First)")]
    [InlineData("VerifyTests.VerifySettings", "get string Directory")]
    [InlineData("VerifyTests.CompareResult", "static CompareResult NotEqual(in string message = null)")]
    [InlineData("VerifyTests.CompareResult", "static field CompareResult Equal")]
    [InlineData("VerifyTests.ScrubberLocation", "Last=1")]
    public void Verify_lists(string type, string member) => Assert.Contains(member, Verify.Types[type].Members);

    [Theory]
    [InlineData("TorchSharp.torch.Tensor", "set long[] shape")]
    [InlineData("TorchSharp.torch.Device", "set int index")]
    [InlineData("TorchSharp.torch", "static Tensor full(long[] size, Scalar value)")]
    public void TorchSharp_does_not_list(string type, string member) => Assert.DoesNotContain(member, TorchSharp.Types[type].Members);

    [Fact]
    public void Every_macro_is_expanded()
    {
        string[] macros = ["SIZES", "OPT", "NM", "GEN", "KD", "TY", "NB", "CP", "RED", "EPOCH", "CONVTAIL", "INP", "DLTAIL", "ROS", "DD", "DT", "IE", "CT", "SRC", "VS", "SF", "INFO", "LOC"];
        IEnumerable<Contract> contracts = [TorchSharp, ImageSharp, Verify];

        var words = contracts.SelectMany(contract => contract.Types.Values).SelectMany(type => type.Members)
            .SelectMany(member => member.Split(' ', '(', ')', ',', '<', '>', '[', ']', '?', '='))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(words.Intersect(macros));
    }
}
