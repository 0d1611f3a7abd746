using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Layers.Add;
using CnnCompiler.Generator.Layers.Concat;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Decides which values live in the memory of others, so that nothing is copied: the parts of a concatenation beside each other in it, what an elementwise
/// operation reads for the last time under its output; and backward the gradients by the parts in the gradient by the whole, those by the operands of
/// a sum in the gradient by the sum. Where that would disturb somebody, a kernel copies.
/// </summary>
/// <param name="ends">Values that are read behind the last operation: the network's output, and what losses take.</param>
/// <param name="training">Whether the pass trains.</param>
internal sealed class MemorySharing(ISet<Value> ends, bool training)
{
    private const int Block = 16;

    /// <param name="operations">All operations in the order of computation.</param>
    public void Plan(IReadOnlyList<Operation> operations)
    {
        if (training)
        {
            // Parts before wholes: a whole may be a part itself.
            foreach (Operation concatenation in operations.Where(o => o.Layer is ConcatLayer))
            {
                concatenation.Output.PartsActivation = CommonActivation(concatenation);
            }
        }

        // Wholes before parts: where a part goes depends on what happens to the whole.
        foreach (Operation operation in operations.Reverse())
        {
            if (operation.Layer is ConcatLayer)
            {
                PlaceParts(operation);
            }

            if (!training)
            {
                WriteOver(operation);
                continue;
            }

            if (operation.Addend is { } addend && !operation.Inputs.Contains(addend) && MaySee(addend, operation) && (!IsShared(operation.Output) || IsUntouched(addend)))
            {
                addend.GradientHome = new Place(operation.Output, 0);
            }

            if (operation.Layer is AddLayer)
            {
                ShareGradient(operation);
            }
        }
    }

    private static Emission.Activation CommonActivation(Operation concatenation) =>
        concatenation.Activation.IsNone && concatenation.Inputs.All(part => part.Readers.Count == 1 && part.Activation == concatenation.Input.Activation)
            ? concatenation.Input.Activation : Emission.Activation.None;

    private void PlaceParts(Operation concatenation)
    {
        Value whole = concatenation.Output;
        int channel = 0;
        for (int i = 0; i < concatenation.Inputs.Count; i++)
        {
            Value part = concatenation.Inputs[i];
            bool isLast = i == concatenation.Inputs.Count - 1;
            if (channel % Block == 0 && (isLast || part.Shape.Channels % Block == 0))
            {
                // An activation behind the concatenation changes its memory; the parts keep what their own producers gave.
                if (part.Producer is not null && part.Home is null && concatenation.Activation.IsNone && OutlivesReaders(whole, part))
                {
                    part.Home = new Place(whole, channel);
                }

                if (training && Occurs(concatenation, part) == 1 && MaySee(part, concatenation) && (!IsShared(whole) || IsUntouched(part)))
                {
                    part.GradientHome = new Place(whole, channel);
                }
            }

            channel += part.Shape.Channels;
        }
    }

    // Whether all that read the part do so before the memory around it is overwritten.
    private static bool OutlivesReaders(Value whole, Value part)
    {
        for (Value? value = whole; value is not null; value = value.Home?.Whole)
        {
            if (value.OverwrittenBy is { } last)
            {
                return part.Readers.All(reader => reader.Index < last.Index);
            }
        }

        return true;
    }

    // The output replaces an operand that nobody reads afterwards, element by element. Parts of concatenations already have a better place.
    private void WriteOver(Operation operation)
    {
        IEnumerable<Value> operands = operation.Addend is { } addend ? [addend] : operation.Layer.WritesOver ? operation.Inputs.Take(operation.Layer is AddLayer ? 2 : 1) : [];
        Value? free = operands.FirstOrDefault(value =>
            value.Producer is not null && value.Home is null && !ends.Contains(value)
            && (value.Shape.Channels, value.Shape.Height, value.Shape.Width) == (operation.Output.Shape.Channels, operation.Output.Shape.Height, operation.Output.Shape.Width)
            && Occurs(operation, value) == (value == operation.Addend ? 0 : 1)
            && value.Readers.All(reader => reader.Index <= operation.Index && reader.Layer is not ConcatLayer));
        if (free is not null)
        {
            free.Home = new Place(operation.Output, 0);
            free.OverwrittenBy = operation;
        }
    }

    // The gradient by each operand of a sum is the gradient by the sum. Several may be that memory if none is changed any more, or one that is.
    private void ShareGradient(Operation sum)
    {
        List<Value> free = sum.Inputs.Where(value => Occurs(sum, value) == 1 && MaySee(value, sum)).ToList();
        List<Value> untouched = free.Where(IsUntouched).ToList();
        List<Value> sharing = untouched.Count > 0 || IsShared(sum.Output) ? untouched : free.Take(1).ToList();
        foreach (Value value in sharing)
        {
            value.GradientHome = new Place(sum.Output, 0);
            value.GradientIsShared = sharing.Count > 1;
        }
    }

    // Other readers store their shares after this one, which goes backward before them: then nobody needs the gradient of the whole any more.
    private bool MaySee(Value value, Operation reader) =>
        value.GradientHome is null && !ends.Contains(value) && value.Readers.All(other => other == reader || other.Index < reader.Index);

    private static bool IsUntouched(Value value) => value.Readers.Count == 1 && value.Activation.IsNone;

    private static bool IsShared(Value value)
    {
        for (Value? whole = value; whole is not null; whole = whole.GradientHome?.Whole)
        {
            if (whole.GradientIsShared)
            {
                return true;
            }
        }

        return false;
    }

    private static int Occurs(Operation operation, Value value) => operation.Inputs.Count(input => input == value);
}
