using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>Reads the sizes of methods from a compiled assembly.</summary>
internal static class MethodSizes
{
    private static readonly Dictionary<int, OpCode> _codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xffff);

    /// <summary>Every method with a body of the classes that are asked for.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="classes">Chooses classes by name, without namespace.</param>
    public static IReadOnlyList<MethodSize> Read(string assembly, Func<string, bool> classes)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        MetadataReader metadata = file.GetMetadataReader();
        var sizes = new List<MethodSize>();
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => classes(metadata.GetString(type.Name))))
        {
            foreach (MethodDefinition method in type.GetMethods().Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
            {
                MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
                BlobReader il = body.GetILReader();
                (int instructions, int blocks) = Count(ref il);
                sizes.Add(new MethodSize(
                    $"{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}", il.Length, instructions, blocks, Locals(metadata, body)));
            }
        }

        return sizes;
    }

    private static int Locals(MetadataReader metadata, MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil)
            return 0;
        BlobReader signature = metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
        signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger();
    }

    // A block begins at the start, at each target of a branch, and behind each branch.
    private static (int Instructions, int Blocks) Count(ref BlobReader il)
    {
        int instructions = 0;
        var begins = new HashSet<int> { 0 };
        while (il.RemainingBytes > 0)
        {
            int first = il.ReadByte();
            OpCode code = _codes[first == 0xfe ? (first << 8) | il.ReadByte() : first];
            instructions++;
            switch (code.OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget:
                    int near = il.ReadSByte();
                    begins.Add(il.Offset + near);
                    break;
                case OperandType.InlineBrTarget:
                    int far = il.ReadInt32();
                    begins.Add(il.Offset + far);
                    break;
                case OperandType.InlineSwitch:
                    int[] targets = new int[il.ReadInt32()];
                    for (int i = 0; i < targets.Length; i++)
                        targets[i] = il.ReadInt32();
                    int end = il.Offset;
                    begins.UnionWith(targets.Select(target => end + target));
                    break;
                case OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.ReadByte();
                    break;
                case OperandType.InlineVar:
                    il.ReadInt16();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.ReadInt64();
                    break;
                default:
                    il.ReadInt32();
                    break;
            }

            if (code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch && il.RemainingBytes > 0)
                begins.Add(il.Offset);
        }

        return (instructions, begins.Count);
    }
}
