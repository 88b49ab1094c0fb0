using System.Diagnostics;
using System.Globalization;
using System.Text;
using Repro.Runtime;

namespace Repro.Cli.Git;

/// <summary>
/// Reads contents by their names through one process, <c>git cat-file --batch</c>: a process for each of thousands of pictures would take
/// minutes.
/// </summary>
internal sealed class GitObjects(Process process) : IDisposable
{
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>The bytes of a content.</summary>
    /// <exception cref="ReproException">It is not there, as in a damaged or a partial clone.</exception>
    public byte[] Read(string name)
    {
        process.StandardInput.Write(name + "\n");
        process.StandardInput.Flush();
        // "<name> blob <size>", or "<name> missing".
        if (Line().Split(' ') is not [_, "blob", var size])
        {
            throw new ReproException($"The git repository does not have the content {name}. Fetch what is missing, then try again.");
        }

        var bytes = new byte[int.Parse(size, CultureInfo.InvariantCulture)];
        process.StandardOutput.BaseStream.ReadExactly(bytes);
        Line();
        return bytes;
    }

    private string Line()
    {
        var line = new List<byte>();
        for (int next; (next = process.StandardOutput.BaseStream.ReadByte()) is not ('\n' or -1);)
        {
            line.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
