using static TorchSharp.torch;

namespace Repro.Engine.Autograd;

/// <summary>Where a gradient goes: to the operation that made the tensor, or to the tensor itself if it is a leaf.</summary>
internal sealed record Edge(Node? Operation, Tensor? Leaf);
