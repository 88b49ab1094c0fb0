using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether elements are equal. As a tensor of Bool, with broadcasting.</summary>
        public Tensor eq(Tensor target) => Comparison.Run<Equal>(nameof(eq), this, target);

        /// <summary>Whether elements are equal. As a tensor of Bool.</summary>
        public Tensor eq(Scalar target) => Comparison.Run<Equal>(nameof(eq), this, target);

        /// <summary><see cref="eq(Tensor)"/>; to ask whether there is a tensor at all, write <c>is null</c>.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <summary><see cref="eq(Scalar)"/>.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary><see cref="eq(Scalar)"/>, seen from the other side.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>Whether elements differ. As a tensor of Bool, with broadcasting.</summary>
        public Tensor ne(Tensor target) => Comparison.Run<Unequal>(nameof(ne), this, target);

        /// <summary>Whether elements differ. As a tensor of Bool.</summary>
        public Tensor ne(Scalar target) => Comparison.Run<Unequal>(nameof(ne), this, target);

        /// <summary><see cref="ne(Tensor)"/>; to ask whether there is a tensor at all, write <c>is null</c>.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <summary><see cref="ne(Scalar)"/>.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary><see cref="ne(Scalar)"/>, seen from the other side.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>Whether elements are smaller than others. As a tensor of Bool, with broadcasting.</summary>
        public Tensor lt(Tensor target) => Comparison.Run<Below>(nameof(lt), this, target);

        /// <summary>Whether elements are smaller than others. As a tensor of Bool.</summary>
        public Tensor lt(Scalar target) => Comparison.Run<Below>(nameof(lt), this, target);

        /// <summary><see cref="lt(Tensor)"/>.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <summary><see cref="lt(Scalar)"/>.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary><see cref="gt(Scalar)"/>, seen from the other side.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>Whether elements are at most as large as others. As a tensor of Bool, with broadcasting.</summary>
        public Tensor le(Tensor target) => Comparison.Run<AtMost>(nameof(le), this, target);

        /// <summary>Whether elements are at most as large as others. As a tensor of Bool.</summary>
        public Tensor le(Scalar target) => Comparison.Run<AtMost>(nameof(le), this, target);

        /// <summary><see cref="le(Tensor)"/>.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <summary><see cref="le(Scalar)"/>.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary><see cref="ge(Scalar)"/>, seen from the other side.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>Whether elements are larger than others. As a tensor of Bool, with broadcasting.</summary>
        public Tensor gt(Tensor target) => Comparison.Run<Above>(nameof(gt), this, target);

        /// <summary>Whether elements are larger than others. As a tensor of Bool.</summary>
        public Tensor gt(Scalar target) => Comparison.Run<Above>(nameof(gt), this, target);

        /// <summary><see cref="gt(Tensor)"/>.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <summary><see cref="gt(Scalar)"/>.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary><see cref="lt(Scalar)"/>, seen from the other side.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>Whether elements are at least as large as others. As a tensor of Bool, with broadcasting.</summary>
        public Tensor ge(Tensor target) => Comparison.Run<AtLeast>(nameof(ge), this, target);

        /// <summary>Whether elements are at least as large as others. As a tensor of Bool.</summary>
        public Tensor ge(Scalar target) => Comparison.Run<AtLeast>(nameof(ge), this, target);

        /// <summary><see cref="ge(Tensor)"/>.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <summary><see cref="ge(Scalar)"/>.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary><see cref="le(Scalar)"/>, seen from the other side.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        /// <summary>Whether elements are not a number. As a tensor of Bool.</summary>
        public Tensor isnan() => Comparison.IsNotANumber(this);

        /// <summary>Whether |this − target| ≤ atol + rtol·|target| for all elements.</summary>
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Comparison.AllClose(this, target, rtol, atol, equal_nan);

        /// <summary>Whether it is this very tensor; <c>==</c> compares elements.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <inheritdoc/>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
