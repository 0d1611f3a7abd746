using CnnCompiler;

[Network(3, 32, 32)]
[Conv(16, 3, Padding = 1), Save("features")]
[Conv(16, 3, Padding = 1), Relu, Add("featuers")]
[GlobalAvgPool, Dense(10)]
public partial class MisspeltName;
