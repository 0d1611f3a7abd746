using System;
using CnnCompiler.Initialization;

namespace CnnCompiler;

/// <summary>Draws one digit of 28x28 pixels from random numbers of its own: strokes, distortion, pen, distractors, noise.</summary>
internal ref struct DigitPainter
{
    private const int Side = Digits.Side;
    private const int CurveSteps = 6;
    private const int MostPoints = 20;

    private readonly Span<float> _ink;
    private RandomStream _random;

    // From points in percent to pixels: an affine map about the image's centre.
    private float _xx;
    private float _xy;
    private float _yx;
    private float _yy;
    private float _dx;
    private float _dy;
    private float _halfWidth;
    private float _jitter;

    private DigitPainter(RandomStream random, Span<float> ink)
    {
        _random = random;
        _ink = ink;
    }

    /// <summary>Draws a digit.</summary>
    /// <param name="random">The sample's random numbers.</param>
    /// <param name="digit">0 to 9.</param>
    /// <param name="pixels">28x28 bytes, 0 for paper, written.</param>
    public static void Paint(RandomStream random, int digit, Span<byte> pixels)
    {
        Span<float> ink = stackalloc float[Side * Side];
        ink.Clear();
        new DigitPainter(random, ink).Paint(digit, pixels);
    }

    private void Paint(int digit, Span<byte> pixels)
    {
        DigitStroke[][] styles = DigitStyles.All[digit];
        DigitStroke[] style = styles[(int)(_random.NextUniform() * styles.Length)];
        Distort();
        _halfWidth = Between(0.55f, 1.5f);
        _jitter = Between(0.5f, 2.8f);
        foreach (DigitStroke stroke in style)
        {
            Draw(stroke);
        }

        float contrast = Between(0.65f, 1f);
        foreach (ref float ink in _ink)
        {
            ink *= contrast;
        }

        if (_random.NextUniform() < 0.4)
        {
            DrawDistractor();
        }

        Expose(pixels);
    }

    private void Distort()
    {
        float angle = Between(-0.3f, 0.3f);
        float shear = Between(-0.35f, 0.35f);
        float scale = Between(0.74f, 1.1f) * Side / 100;
        float width = scale * Between(0.78f, 1.12f);
        float sine = MathF.Sin(angle);
        float cosine = MathF.Cos(angle);
        _xx = cosine * width;
        _xy = (cosine * shear * width) - (sine * scale);
        _yx = sine * width;
        _yy = (sine * shear * width) + (cosine * scale);
        _dx = (Side / 2f) + Between(-2.8f, 2.8f);
        _dy = (Side / 2f) + Between(-2.8f, 2.8f);
    }

    private void Draw(DigitStroke stroke)
    {
        int count = stroke.Points.Length / 2;
        Span<float> xs = stackalloc float[MostPoints];
        Span<float> ys = stackalloc float[MostPoints];
        bool closed = stroke.Points[0] == stroke.Points[^2] && stroke.Points[1] == stroke.Points[^1];
        for (int i = 0; i < count; i++)
        {
            float x = stroke.Points[2 * i] - 50 + (_jitter * Noise());
            float y = stroke.Points[(2 * i) + 1] - 50 + (_jitter * Noise());
            xs[i] = (_xx * x) + (_xy * y) + _dx;
            ys[i] = (_yx * x) + (_yy * y) + _dy;
        }

        for (int i = 0; i + 1 < count; i++)
        {
            if (!stroke.Smooth)
            {
                Line(xs[i], ys[i], xs[i + 1], ys[i + 1], 1);
                continue;
            }

            // Where a closed curve meets itself it goes on round the corner; an open one runs straight out.
            int before = i > 0 ? i - 1 : closed ? count - 2 : 0;
            int after = i + 2 < count ? i + 2 : closed ? 1 : count - 1;
            float fromX = xs[i];
            float fromY = ys[i];
            for (int step = 1; step <= CurveSteps; step++)
            {
                float t = (float)step / CurveSteps;
                float toX = CatmullRom(xs[before], xs[i], xs[i + 1], xs[after], t);
                float toY = CatmullRom(ys[before], ys[i], ys[i + 1], ys[after], t);
                Line(fromX, fromY, toX, toY, 1);
                (fromX, fromY) = (toX, toY);
            }
        }
    }

    private static float CatmullRom(float a, float b, float c, float d, float t)
        => 0.5f * ((2 * b) + (t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a)))))));

    // A short faint stroke somewhere, as of a neighbouring letter or a slip of the pen.
    private void DrawDistractor()
    {
        float x = Between(0, Side);
        float y = Between(0, Side);
        _halfWidth = Between(0.4f, 0.9f);
        Line(x, y, x + Between(-6, 6), y + Between(-6, 6), Between(0.3f, 0.75f));
    }

    // Ink by the pixel's distance to the line, fading over one pixel: anti-aliased, with round ends.
    private readonly void Line(float x0, float y0, float x1, float y1, float ink)
    {
        float reach = _halfWidth + 0.5f;
        int left = Math.Max(0, (int)MathF.Floor(MathF.Min(x0, x1) - reach));
        int right = Math.Min(Side - 1, (int)MathF.Ceiling(MathF.Max(x0, x1) + reach));
        int top = Math.Max(0, (int)MathF.Floor(MathF.Min(y0, y1) - reach));
        int bottom = Math.Min(Side - 1, (int)MathF.Ceiling(MathF.Max(y0, y1) + reach));
        float lengthX = x1 - x0;
        float lengthY = y1 - y0;
        float inverse = 1 / MathF.Max(1e-6f, (lengthX * lengthX) + (lengthY * lengthY));
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                float x = column + 0.5f - x0;
                float y = row + 0.5f - y0;
                float along = Math.Clamp(((x * lengthX) + (y * lengthY)) * inverse, 0, 1);
                x -= along * lengthX;
                y -= along * lengthY;
                float cover = Math.Clamp(reach - MathF.Sqrt((x * x) + (y * y)), 0, 1) * ink;
                ref float pixel = ref _ink[(row * Side) + column];
                pixel = MathF.Max(pixel, cover);
            }
        }
    }

    private void Expose(Span<byte> pixels)
    {
        float noise = Between(0, 0.12f);
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((255 * Math.Clamp(_ink[i] + (noise * Noise()), 0, 1)) + 0.5f);
        }
    }

    private float Between(float low, float high) => low + ((high - low) * (float)_random.NextUniform());

    // Nearly normal, with mean 0 and deviation 1: the sum of four uniform numbers; the same bits on every machine, and cheap.
    private float Noise()
    {
        ulong bits = _random.Next();
        int sum = (ushort)bits + (ushort)(bits >> 16) + (ushort)(bits >> 32) + (ushort)(bits >> 48);
        return (sum - (2 * 65535)) * (1.7320508f / 65536);
    }
}
