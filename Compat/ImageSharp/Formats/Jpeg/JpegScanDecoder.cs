namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Reads the units of a scan, and in them the blocks, in their order (ITU-T T.81, A.2).</summary>
internal ref struct JpegScanDecoder
{
    private readonly JpegFrame frame;
    private readonly JpegScan scan;
    private readonly JpegTables tables;
    private readonly JpegBlockDecoder[] blocks;
    private JpegBitReader bits;

    private JpegScanDecoder(JpegFrame frame, JpegScan scan, JpegTables tables, JpegBitReader bits)
    {
        this.frame = frame;
        this.scan = scan;
        this.tables = tables;
        this.bits = bits;
        blocks = [.. scan.Components.Select(entry => JpegBlockDecoder.Of(frame, scan, tables, entry.Dc, entry.Ac))];
    }

    /// <summary>Reads a scan, and gives the position after it.</summary>
    internal static int Decode(ReadOnlySpan<byte> file, int position, JpegFrame frame, JpegScan scan, JpegTables tables)
    {
        var decoder = new JpegScanDecoder(frame, scan, tables, new JpegBitReader(file, position));
        decoder.DecodeUnits();
        return decoder.bits.Position;
    }

    private void DecodeUnits()
    {
        JpegComponent first = scan.Components[0].Component;
        bool isSingle = scan.Components.Length == 1;
        int columns = isSingle ? JpegFrame.DivideUp(first.Width, 8) : frame.UnitsInRow;
        int rows = isSingle ? JpegFrame.DivideUp(first.Height, 8) : frame.UnitsInColumn;
        var (unit, restarts) = (0, 0);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++, unit++)
            {
                if (tables.RestartInterval > 0 && unit > 0 && unit % tables.RestartInterval == 0)
                {
                    Restart(restarts++);
                }

                if (isSingle)
                {
                    blocks[0].Decode(ref bits, first.Block(column, row));
                }
                else
                {
                    DecodeUnit(column, row);
                }
            }
        }
    }

    private void DecodeUnit(int column, int row)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            JpegComponent component = scan.Components[i].Component;
            for (int y = 0; y < component.Vertical; y++)
            {
                for (int x = 0; x < component.Horizontal; x++)
                {
                    blocks[i].Decode(ref bits, component.Block((column * component.Horizontal) + x, (row * component.Vertical) + y));
                }
            }
        }
    }

    private void Restart(int number)
    {
        bits.Restart(number);
        foreach (JpegBlockDecoder block in blocks)
        {
            block.Restart();
        }
    }
}
