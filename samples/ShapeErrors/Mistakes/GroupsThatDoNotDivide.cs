using CnnCompiler;

[Network(3, 32, 32)]
[Conv(48, 3), Relu]
[Conv(64, 3, Groups = 5), Relu]
[GlobalAvgPool, Dense(10)]
public partial class GroupsThatDoNotDivide;
