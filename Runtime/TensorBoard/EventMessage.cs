using Repro.Runtime.Imaging;

namespace Repro.Runtime.TensorBoard;

/// <summary>
/// The messages of TensorBoard's event files, with the field numbers of TensorFlow's <c>event.proto</c> and <c>summary.proto</c>. Scalars
/// are <c>simple_value</c> and pictures are <c>image</c>; every version reads these forms.
/// </summary>
internal static class EventMessage
{
    private const int WallTime = 1;
    private const int Step = 2;
    private const int FileVersion = 3;
    private const int Summary = 5;

    private const int SummaryValue = 1;
    private const int Tag = 1;
    private const int SimpleValue = 2;
    private const int ValueImage = 4;

    private const int ImageHeight = 1;
    private const int ImageWidth = 2;
    private const int ImageColorspace = 3;
    private const int ImageEncoded = 4;
    private const int Rgb = 3;

    /// <summary>The first event of a file.</summary>
    public static ProtobufMessage Version(double wallTime) =>
        new ProtobufMessage().Add(WallTime, wallTime).Add(FileVersion, "brain.Event:2");

    /// <summary>The numbers of a step, with their tags.</summary>
    public static ProtobufMessage Scalars(double wallTime, long step, IEnumerable<(string Tag, float Value)> values)
    {
        var summary = new ProtobufMessage();
        foreach (var (tag, value) in values)
        {
            summary.Add(SummaryValue, new ProtobufMessage().Add(Tag, tag).Add(SimpleValue, value));
        }

        return new ProtobufMessage().Add(WallTime, wallTime).Add(Step, step).Add(Summary, summary);
    }

    /// <summary>A picture of a step.</summary>
    public static ProtobufMessage Picture(double wallTime, long step, string tag, RgbImage picture)
    {
        var image = new ProtobufMessage()
            .Add(ImageHeight, picture.Height)
            .Add(ImageWidth, picture.Width)
            .Add(ImageColorspace, Rgb)
            .Add(ImageEncoded, picture.ToPng());
        var summary = new ProtobufMessage().Add(SummaryValue, new ProtobufMessage().Add(Tag, tag).Add(ValueImage, image));
        return new ProtobufMessage().Add(WallTime, wallTime).Add(Step, step).Add(Summary, summary);
    }
}
