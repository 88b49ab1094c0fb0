using Repro.Engine.Threading;

namespace Repro.Engine.Tensors;

/// <summary>
/// Copies a tensor whose innermost axis in memory differs from the target's, such as images from channels-first to channels-last. It
/// transposes the planes of these two axes.
/// </summary>
internal sealed unsafe class TransposingCopy
{
    private readonly StridedLoop loop;
    private readonly int across;

    private TransposingCopy(StridedLoop loop, int across)
    {
        this.loop = loop;
        this.across = across;
    }

    private int Inner => loop.Axes - 1;

    /// <summary>The copy, if a loop over target and source is of this kind.</summary>
    public static TransposingCopy? Of(StridedLoop loop)
    {
        var inner = loop.Axes - 1;
        if (loop.Stride(inner, 0) != 1 || loop.Stride(inner, 1) == 1)
        {
            return null;
        }

        for (var axis = 0; axis < inner; axis++)
        {
            if (loop.Stride(axis, 1) == 1)
            {
                return new(loop, axis);
            }
        }

        return null;
    }

    public void Run(float* from, float* to)
    {
        var (source, target) = ((nint)from, (nint)to);
        var columns = loop.Size(across);
        var planes = 1L;
        for (var axis = 0; axis < Inner; axis++)
        {
            planes *= axis == across ? 1 : loop.Size(axis);
        }

        Partition.Run(planes * columns, loop.Size(Inner), (start, end) =>
        {
            while (start < end)
            {
                var (plane, column) = Math.DivRem(start, columns);
                var count = Math.Min(columns - column, end - start);
                Plane((float*)source, (float*)target, plane, column, count);
                start += count;
            }
        });
    }

    private void Plane(float* from, float* to, long plane, long column, long count)
    {
        to += column * loop.Stride(across, 0);
        from += column;
        for (var axis = Inner - 1; axis >= 0; axis--)
        {
            if (axis != across)
            {
                (plane, var position) = Math.DivRem(plane, loop.Size(axis));
                to += position * loop.Stride(axis, 0);
                from += position * loop.Stride(axis, 1);
            }
        }

        Transposition.Run(from, checked((int)loop.Size(Inner)), loop.Stride(Inner, 1), checked((int)count), to, loop.Stride(across, 0));
    }
}
