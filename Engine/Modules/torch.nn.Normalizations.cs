using Repro.Engine.Api;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Normalization of each sample over its last axes.</summary>
        public static LayerNorm LayerNorm(
            long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
            ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(LayerNorm), dtype);
            return new LayerNorm(normalized_shape, eps, elementwise_affine, bias);
        }

        /// <summary>Normalization of each sample over its last axis.</summary>
        public static LayerNorm LayerNorm(
            long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalization of groups of channels of each sample.</summary>
        public static GroupNorm GroupNorm(
            long num_groups, long num_channels, double eps = 1E-05, bool affine = true, Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(GroupNorm), dtype);
            return new GroupNorm(num_groups, num_channels, eps, affine);
        }

        /// <summary>Sets elements to 0 with probability p and scales the others by 1 / (1 − p), when training.</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>
        /// Rows of a learned table. Draws the table, standard normal, from the default generator; the row padding_idx is 0 and gets no
        /// gradient.
        /// </summary>
        /// <exception cref="NotSupportedException">max_norm, scale_grad_by_freq or sparse is given.</exception>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            Device.RequireCpu(device);
            Unsupported.Dtype(nameof(Embedding), dtype);
            Unsupported.Option(nameof(Embedding), nameof(max_norm), max_norm is not null);
            Unsupported.Option(nameof(Embedding), nameof(scale_grad_by_freq), scale_grad_by_freq);
            Unsupported.Option(nameof(Embedding), nameof(sparse), sparse);
            return new Embedding(num_embeddings, embedding_dims, padding_idx);
        }
    }
}
