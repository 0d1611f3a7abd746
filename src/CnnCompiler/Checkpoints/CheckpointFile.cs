using System;
using System.IO;

namespace CnnCompiler.Checkpoints;

/// <summary>Reads and replaces whole checkpoint files.</summary>
internal static class CheckpointFile
{
    /// <summary>Reads a file from its start.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads the stream.</param>
    /// <exception cref="CheckpointException">Whatever goes wrong.</exception>
    public static void Read(string path, Action<Stream> read)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            read(stream);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw new CheckpointException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Writes a new file beside the target and renames it, so that the target always holds a whole checkpoint.</summary>
    /// <param name="path">The target; a symbolic link is followed.</param>
    /// <param name="write">Writes the stream.</param>
    /// <exception cref="CheckpointException">Whatever goes wrong; the target is as it was.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        string? temporary = null;
        try
        {
            string target = Resolve(path);
            string candidate = TemporaryBeside(target);
            using (var stream = new FileStream(candidate, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                temporary = candidate;
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(candidate, target, overwrite: true);
            temporary = null;
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw new CheckpointException($"{path} cannot be written: {failure.Message}", failure);
        }
        finally
        {
            if (temporary is not null)
                Delete(temporary);
        }
    }

    /// <summary>Finds out whether <see cref="Replace"/> could begin now, by making an empty file beside the target. Changes nothing.</summary>
    /// <param name="path">The target.</param>
    /// <exception cref="CheckpointException">It could not.</exception>
    public static void RequireWritable(string path)
    {
        try
        {
            using var stream = new FileStream(
                TemporaryBeside(Resolve(path)), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw new CheckpointException($"{path} cannot be written: {failure.Message}", failure);
        }
    }

    private static string Resolve(string path)
    {
        var file = new FileInfo(path);
        string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;

        // A rename does not ask whether the file that it replaces may be written.
        if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
            throw new UnauthorizedAccessException("the file is read-only.");
        if (Directory.Exists(target))
            throw new UnauthorizedAccessException("it is a directory.");
        if (Path.GetDirectoryName(target) is { } directory && !Directory.Exists(directory))
            throw new DirectoryNotFoundException($"{directory} is no directory.");
        return target;
    }

    private static string TemporaryBeside(string target) => $"{target}.{Guid.NewGuid():N}.tmp";

    private static bool IsFileFailure(Exception failure) =>
        failure is IOException and not CheckpointException or UnauthorizedAccessException or NotSupportedException;

    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // The failure that brought us here is the one to report.
        }
    }
}
