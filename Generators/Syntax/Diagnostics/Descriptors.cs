using Microsoft.CodeAnalysis;

namespace Repro.Generators.Syntax.Diagnostics;

/// <summary>Every diagnostic of the generator. An id is never reused. {0} is the path in the document.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor Syntax = Error(
        "REPRO001", "Not valid YAML", "{0}: this is not valid YAML: {1}");

    public static readonly DiagnosticDescriptor UnsupportedYaml = Error(
        "REPRO002", "YAML outside the language", "{0}: this file cannot use {1}: {2}");

    public static readonly DiagnosticDescriptor UnknownKey = Error(
        "REPRO003", "Unknown key", "{0}: there is no such key. {1}");

    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        "REPRO004", "Duplicate key", "{0}: this key is already on {1}; it can be given once");

    public static readonly DiagnosticDescriptor MissingKey = Error(
        "REPRO005", "Missing key", "{0}: needs the key '{1}', {2}");

    public static readonly DiagnosticDescriptor WrongType = Error(
        "REPRO006", "Wrong type", "{0}: must be {1}, but is {2}");

    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "REPRO007", "Value out of range", "{0}: must be {1}, but is {2}");

    public static readonly DiagnosticDescriptor UnknownName = Error(
        "REPRO008", "Unknown name", "{0}: there is no {1} {2}. {3}");

    public static readonly DiagnosticDescriptor UnusableName = Error(
        "REPRO009", "Unusable name", "{0}: {1} cannot be the name of {2}: {3}");

    public static readonly DiagnosticDescriptor CollidingNames = Error(
        "REPRO010", "Colliding names", "{0}: would become the class {1}, and so does {2} on {3}; rename one of them");

    public static readonly DiagnosticDescriptor LikeCycle = Error(
        "REPRO011", "Circular like", "{0}: is like itself: {1}");

    public static readonly DiagnosticDescriptor LayerDoesNotFit = Error(
        "REPRO012", "Layer does not fit", "{0}: {1}. Shapes: {2}");

    public static readonly DiagnosticDescriptor DecoderOutput = Error(
        "REPRO013", "Decoder does not end at the input shape", "{0}: the decoder gives {1}, but the input is {2}. Shapes: {3}");

    public static readonly DiagnosticDescriptor DataDoesNotFit = Error(
        "REPRO014", "Data do not fit the architecture", "{0}: architecture '{1}' takes {2}, but the images of '{3}' are {4}");

    public static readonly DiagnosticDescriptor LossNeedsVariational = Error(
        "REPRO015", "Loss needs a variational architecture", "{0}: loss '{1}' needs an architecture of kind variational, and '{2}' is {3}");

    public static readonly DiagnosticDescriptor UnsupportedVersion = Error(
        "REPRO016", "Unsupported version", "{0}: {1} is not a version that this generator reads; it reads {2}");

    public static readonly DiagnosticDescriptor UnreachableCapture = Error(
        "REPRO017", "Capture after the last epoch", "{0}: there is no capture after epoch {1}, because training ends with epoch {2}");

    public static readonly DiagnosticDescriptor CapturesNotAscending = Error(
        "REPRO018", "Captures do not ascend", "{0}: epochs must ascend: {1} comes after {2}");

    public static readonly DiagnosticDescriptor SeveralFiles = Error(
        "REPRO019", "Several files of experiments", "{0}: this project already compiles {1}; it can have one experiments.yaml");

    public static readonly DiagnosticDescriptor UnreadableFile = Error(
        "REPRO020", "Unreadable file", "{0}: this file cannot be read as text");

    public static readonly DiagnosticDescriptor Limit = Error(
        "REPRO021", "Beyond a limit", "{0}: can have at most {1} {2}");

    public static readonly DiagnosticDescriptor NothingToTrainOn = Error(
        "REPRO022", "Nothing to train on", "{0}: {1} of {2} images are held back for validation, which leaves none to train on");

    public static readonly DiagnosticDescriptor NotComputable = Error(
        "REPRO030", "Parameters that cannot be computed", "{0}: {1} cannot be computed: {2}");

    public static readonly DiagnosticDescriptor CircularBlock = Error(
        "REPRO031", "Circular block", "{0}: the block holds itself: {1}");

    public static readonly DiagnosticDescriptor SingleValue = Error(
        "REPRO032",
        "Batch normalization of single values",
        "{0}: architecture '{1}' has a batch_norm that needs at least two images, but {2} has one");

    public static readonly DiagnosticDescriptor BiasBeforeBatchNorm = Warning(
        "REPRO033",
        "Bias before batch normalization",
        "{0}: the bias has no effect, because the {1} after it subtracts the mean; write 'bias: false', or 'bias: true' to keep it");

    public static readonly DiagnosticDescriptor UnboundedPixels = Warning(
        "REPRO034",
        "Decoder without bounds",
        "{0}: the decoder of architecture '{1}' ends with {2}, which can give any number, but {3} compares it with pixels from 0 to 1; "
        + "end it with a sigmoid");

    public static readonly DiagnosticDescriptor IncludeNotFound = Error(
        "REPRO040",
        "File to include not found",
        "{0}: the build does not know a file {1}; put it into the folder 'experiments' beside experiments.yaml, or hand it to the "
        + "compiler as an AdditionalFiles item");

    public static readonly DiagnosticDescriptor IncludedTwice = Error(
        "REPRO041", "File included twice", "{0}: {1} is a part of this document already; a file can be included once");

    public static readonly DiagnosticDescriptor NothingToExclude = Error(
        "REPRO042", "Nothing to exclude", "{0}: no cell of the matrix has these values");

    public static readonly DiagnosticDescriptor MissingSeed = Warning(
        "REPRO043", "Missing seed", "{0}: has no seed, so it is trained with seed 0; write 'seed:' to choose one");

    public static readonly DiagnosticDescriptor UnusedArchitecture = Warning(
        "REPRO044", "Unused architecture", "{0}: no experiment uses this architecture");

    public static readonly DiagnosticDescriptor UnusedDataSet = Warning(
        "REPRO045", "Unused data set", "{0}: no experiment uses this data set");

    public static readonly DiagnosticDescriptor BatchTooLarge = Warning(
        "REPRO046",
        "Batch larger than the data set",
        "{0}: a batch of {1} is more than the {2} images that are taken, so each epoch is one step; write a smaller batch, or 'shuffle: "
        + "false' if that is meant");

    public static readonly DiagnosticDescriptor LossNeedsProbabilities = Error(
        "REPRO047",
        "Loss needs reconstructions from 0 to 1",
        "{0}: {1} needs reconstructions from 0 to 1, and the decoder of '{2}' ends with {3}, not with sigmoid");

    public static readonly DiagnosticDescriptor WarmUpTooLong = Error(
        "REPRO048", "Warm-up does not end", "{0}: a warm-up of {1} epochs does not end before the training, which has {2}");

    public static readonly DiagnosticDescriptor NesterovNeedsMomentum = Error(
        "REPRO049", "Nesterov needs momentum", "{0}: needs a momentum above 0 and a dampening of 0");

    public static readonly DiagnosticDescriptor UnusedBlock = Warning(
        "REPRO050", "Unused block", "{0}: no architecture uses this block, so its layers are not checked");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "REPRO051",
        "C# too old",
        "{0}: this project is compiled as C# {1}, and the generated code needs C# {2}; remove LangVersion from the project, or raise it");

    public static readonly DiagnosticDescriptor HiddenNamespace = Error(
        "REPRO052",
        "Hidden namespace",
        "{0}: this type hides the namespace {1}, which the generated code needs; rename it, or put it into a namespace of your own");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Descriptor(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Descriptor(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Descriptor(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Repro.Experiments", severity, isEnabledByDefault: true);

    /// <summary>The descriptor with the address of its page.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="pages">The start of the address.</param>
    public static DiagnosticDescriptor WithPage(DiagnosticDescriptor descriptor, string pages) => new(
        descriptor.Id,
        descriptor.Title,
        descriptor.MessageFormat,
        descriptor.Category,
        descriptor.DefaultSeverity,
        descriptor.IsEnabledByDefault,
        helpLinkUri: $"{pages}{descriptor.Id}.md");
}
