using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>
/// Writes partial methods through which a user's file extends a model class. Without such a file the compiler removes them and their calls.
/// </summary>
internal static class HookEmitter
{
    public static void Emit(CodeWriter writer)
    {
        writer.Summary(
            "Called when the layers are built. Fields that it sets to modules become part of the model; their weights are drawn last.");
        writer.Line("partial void OnCreated();");
        writer.Line();
        writer.Summary("Called with what the encoder's last layer gives.");
        writer.Line($"partial void OnEncoded(ref {GlobalNames.Tensor} features);");
        writer.Line();
        writer.Summary("Called with what the decoder's last layer gives.");
        writer.Line($"partial void OnDecoded(ref {GlobalNames.Tensor} images);");
    }
}
