namespace CnnCompiler.Zoo;

/// <summary>The classifier on the side of Inception-v3.</summary>
[AvgPool(5, Stride = 3), Use<BatchNormConv>(128), Use<BatchNormConv>(768, 5)]
[GlobalAvgPool, Dense(1000)]
internal abstract class InceptionHead;
