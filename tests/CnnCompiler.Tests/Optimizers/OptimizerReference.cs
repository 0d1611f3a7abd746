using System;

namespace CnnCompiler.Tests;

/// <summary>PyTorch's documented algorithms for one parameter, in double precision, written down again from its pages.</summary>
internal static class OptimizerReference
{
    public static double[] Sgd(double p, double[] gradients, double lr, double momentum, double dampening, bool nesterov, double decay)
    {
        double[] path = new double[gradients.Length];
        double buffer = 0;
        for (int t = 0; t < gradients.Length; t++)
        {
            double g = gradients[t] + decay * p;
            if (momentum != 0)
            {
                buffer = t == 0 ? g : momentum * buffer + (1 - dampening) * g;
                g = nesterov ? g + momentum * buffer : buffer;
            }

            p -= lr * g;
            path[t] = p;
        }

        return path;
    }

    public static double[] Adam(double p, double[] gradients, double lr, double beta1, double beta2, double epsilon, double penalty, double decoupled)
    {
        double[] path = new double[gradients.Length];
        double m = 0, v = 0;
        for (int t = 1; t <= gradients.Length; t++)
        {
            double g = gradients[t - 1] + penalty * p;
            p -= lr * decoupled * p;
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            double mHat = m / (1 - Math.Pow(beta1, t));
            double vHat = v / (1 - Math.Pow(beta2, t));
            p -= lr * mHat / (Math.Sqrt(vHat) + epsilon);
            path[t - 1] = p;
        }

        return path;
    }

    public static double[] RmsProp(
        double p, double[] gradients, double lr, double alpha, double epsilon, double momentum, double decay, bool centered)
    {
        double[] path = new double[gradients.Length];
        double v = 0, mean = 0, buffer = 0;
        for (int t = 0; t < gradients.Length; t++)
        {
            double g = gradients[t] + decay * p;
            v = alpha * v + (1 - alpha) * g * g;
            double variance = v;
            if (centered)
            {
                mean = alpha * mean + (1 - alpha) * g;
                variance -= mean * mean;
            }

            double direction = g / (Math.Sqrt(variance) + epsilon);
            buffer = momentum * buffer + direction;
            p -= lr * buffer;
            path[t] = p;
        }

        return path;
    }
}
