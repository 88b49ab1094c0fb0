using System.Reflection;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Decides where the snapshots of a test lie and what their names start with.</summary>
/// <param name="sourceFile">The source file of the test.</param>
/// <param name="projectDirectory">The folder of the test project, with a trailing separator.</param>
/// <param name="type">The test class.</param>
/// <param name="method">The test method.</param>
public delegate PathInfo DerivePathInfo(string sourceFile, string projectDirectory, Type type, MethodInfo method);
