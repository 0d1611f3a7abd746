using CnnCompiler;

[Network(100)]
[Dense(6272), Relu, Reshape(128, 8, 8)]
[ConvTranspose(1, 4, Stride = 2), MeanSquaredErrorLoss]
public partial class ReshapeOfAnotherCount;
