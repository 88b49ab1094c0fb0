namespace Repro.Engine.Random;

/// <summary>MT19937, seeded with 32 bits: PyTorch's generator on the CPU.</summary>
internal sealed class MersenneTwister
{
    public const int Words = 624;
    private const int Shift = 397;
    private readonly uint[] state = new uint[Words];
    private int index;

    public MersenneTwister(ulong seed) => Seed(seed);

    public void Seed(ulong seed)
    {
        state[0] = (uint)seed;
        for (var i = 1; i < Words; i++)
        {
            state[i] = (1812433253u * (state[i - 1] ^ (state[i - 1] >> 30))) + (uint)i;
        }

        index = Words;
    }

    public uint Next()
    {
        if (index == Words)
        {
            Twist();
        }

        var y = state[index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    public (uint[] State, int Index) Save() => ([.. state], index);

    public void Restore(ReadOnlySpan<uint> words, int position)
    {
        words.CopyTo(state);
        index = position;
    }

    private void Twist()
    {
        for (var i = 0; i < Words; i++)
        {
            var y = (state[i] & 0x80000000u) | (state[(i + 1) % Words] & 0x7fffffffu);
            state[i] = state[(i + Shift) % Words] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0dfu);
        }

        index = 0;
    }
}
