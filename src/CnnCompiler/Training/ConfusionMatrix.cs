using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CnnCompiler;

/// <summary>How often each class was predicted for each true class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    /// <summary>An empty matrix.</summary>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Classes = classes;
        _counts = new long[checked(classes * classes)];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Predictions counted.</summary>
    public long Total { get; private set; }

    /// <summary>Predictions that were right.</summary>
    public long Correct { get; private set; }

    /// <summary>The share of right predictions, 0 to 1; NaN when nothing was counted.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>How often <paramref name="predicted"/> was predicted for <paramref name="label"/>.</summary>
    /// <param name="label">The true class.</param>
    /// <param name="predicted">The predicted class.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class does not exist.</exception>
    public long this[int label, int predicted] => _counts[Index(label, predicted)];

    /// <summary>Counts one prediction.</summary>
    /// <param name="label">The true class.</param>
    /// <param name="predicted">The predicted class.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class does not exist.</exception>
    public void Add(int label, int predicted)
    {
        _counts[Index(label, predicted)]++;
        Total++;
        Correct += label == predicted ? 1 : 0;
    }

    /// <summary>The share of samples of a class that were recognised, 0 to 1; NaN when there was none.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class does not exist.</exception>
    public double Recall(int label)
    {
        long sum = 0;
        for (int predicted = 0; predicted < Classes; predicted++)
        {
            sum += this[label, predicted];
        }

        return (double)this[label, label] / sum;
    }

    /// <summary>The share of predictions of a class that were right, 0 to 1; NaN when there was none.</summary>
    /// <param name="predicted">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class does not exist.</exception>
    public double Precision(int predicted)
    {
        long sum = 0;
        for (int label = 0; label < Classes; label++)
        {
            sum += this[label, predicted];
        }

        return (double)this[predicted, predicted] / sum;
    }

    /// <summary>A table: a row per true class, a column per predicted one, recall at the right, precision below, accuracy in the corner.</summary>
    public override string ToString()
    {
        int width = Math.Max(7, _counts.Max().ToString(CultureInfo.InvariantCulture).Length + 1);
        var text = new StringBuilder("true \\ predicted\n");
        text.Append(' ', width);
        for (int predicted = 0; predicted < Classes; predicted++)
        {
            text.Append(Cell(predicted, width));
        }

        text.Append("   recall\n");
        for (int label = 0; label < Classes; label++)
        {
            text.Append(Cell(label, width));
            for (int predicted = 0; predicted < Classes; predicted++)
            {
                text.Append(Cell(this[label, predicted], width));
            }

            text.Append(Percent(Recall(label), 9)).Append('\n');
        }

        text.Append("prec.".PadLeft(width));
        for (int predicted = 0; predicted < Classes; predicted++)
        {
            text.Append(Percent(Precision(predicted), width));
        }

        return text.Append(Percent(Accuracy, 9)).Append('\n').ToString();
    }

    private static string Cell(long value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width);

    private static string Percent(double share, int width)
        => (double.IsNaN(share) ? "-" : (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%").PadLeft(width);

    private int Index(int label, int predicted)
    {
        if ((uint)label >= (uint)Classes || (uint)predicted >= (uint)Classes)
        {
            throw new ArgumentOutOfRangeException(
                (uint)label >= (uint)Classes ? nameof(label) : nameof(predicted),
                $"A class has to be 0 to {Classes - 1}, found label {label} and prediction {predicted}.");
        }

        return (label * Classes) + predicted;
    }
}
