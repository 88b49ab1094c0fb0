using Repro.Runtime.Metrics;

namespace Repro.Runtime.Studies;

/// <summary>The measurements of principal component analysis, see <see cref="PrincipalComponents"/>.</summary>
/// <param name="Name">Its name, such as <c>pca-50</c>.</param>
/// <param name="Seed">The seed of its draws; it is not trained.</param>
/// <param name="Images">How many images it was fitted to.</param>
/// <param name="Data">Hash of the images.</param>
/// <param name="Components">How many components it has: fewer than in its name when the images span fewer dimensions.</param>
/// <param name="Model">The metrics.</param>
public sealed record BaselineMetrics(string Name, long Seed, int Images, string Data, int Components, ModelMetrics Model);
