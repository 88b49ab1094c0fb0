using System.Reflection;
using Repro.Compat.Tests.Contracts;

Console.Out.Write(
    SurfaceText.Write(Assembly.Load("TorchSharp"), "dotnet run --project tests/Official > tests/Compat.Tests/Contracts/TorchSharp.txt"));
