using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Zoo;

/// <summary>
/// Every network of the Zoo, for programs that choose one by its name. A program that knows its network uses the class itself, so that trimming removes the others.
/// </summary>
public static class ZooCatalog
{
    /// <summary>All networks, by family.</summary>
    public static IReadOnlyList<ZooNetwork> All { get; } =
    [
        new(nameof(LinearRegression), LinearRegression.ParameterCount, LinearRegression.Macs, () => LinearRegression.Summary, o => new LinearRegression(o)),
        new(nameof(Perceptron), Perceptron.ParameterCount, Perceptron.Macs, () => Perceptron.Summary, o => new Perceptron(o)),
        new(nameof(XorNetwork), XorNetwork.ParameterCount, XorNetwork.Macs, () => XorNetwork.Summary, o => new XorNetwork(o)),
        new(nameof(LinearClassifierCifar), LinearClassifierCifar.ParameterCount, LinearClassifierCifar.Macs, () => LinearClassifierCifar.Summary, o => new LinearClassifierCifar(o)),
        new(nameof(LinearClassifierMnist), LinearClassifierMnist.ParameterCount, LinearClassifierMnist.Macs, () => LinearClassifierMnist.Summary, o => new LinearClassifierMnist(o)),
        new(nameof(MlpFigure), MlpFigure.ParameterCount, MlpFigure.Macs, () => MlpFigure.Summary, o => new MlpFigure(o)),
        new(nameof(Nielsen30), Nielsen30.ParameterCount, Nielsen30.Macs, () => Nielsen30.Summary, o => new Nielsen30(o)),
        new(nameof(Nielsen100), Nielsen100.ParameterCount, Nielsen100.Macs, () => Nielsen100.Summary, o => new Nielsen100(o)),
        new(nameof(Mlp96), Mlp96.ParameterCount, Mlp96.Macs, () => Mlp96.Summary, o => new Mlp96(o)),
        new(nameof(Mlp96Color), Mlp96Color.ParameterCount, Mlp96Color.Macs, () => Mlp96Color.Summary, o => new Mlp96Color(o)),

        new(nameof(PatternTwoLayer), PatternTwoLayer.ParameterCount, PatternTwoLayer.Macs, () => PatternTwoLayer.Summary, o => new PatternTwoLayer(o)),
        new(nameof(PatternConv), PatternConv.ParameterCount, PatternConv.Macs, () => PatternConv.Summary, o => new PatternConv(o)),
        new(nameof(PatternConvPool), PatternConvPool.ParameterCount, PatternConvPool.Macs, () => PatternConvPool.Summary, o => new PatternConvPool(o)),
        new(nameof(PatternDeep), PatternDeep.ParameterCount, PatternDeep.Macs, () => PatternDeep.Summary, o => new PatternDeep(o)),
        new(nameof(ConvNetJsCifar), ConvNetJsCifar.ParameterCount, ConvNetJsCifar.Macs, () => ConvNetJsCifar.Summary, o => new ConvNetJsCifar(o)),

        new(nameof(LeNet5), LeNet5.ParameterCount, LeNet5.Macs, () => LeNet5.Summary, o => new LeNet5(o)),
        new(nameof(DigitCnn), DigitCnn.ParameterCount, DigitCnn.Macs, () => DigitCnn.Summary, o => new DigitCnn(o)),
        // Without the frozen vectors of its last layer.
        new(nameof(LeNet5Of1998), LeNet5Of1998.ParameterCount - 840, LeNet5Of1998.Macs, () => LeNet5Of1998.Summary, o => new LeNet5Of1998(o)),
        new(nameof(LeNet1), LeNet1.ParameterCount, LeNet1.Macs, () => LeNet1.Summary, o => new LeNet1(o)),
        new(nameof(LeNet1Of1989), LeNet1Of1989.ParameterCount, LeNet1Of1989.Macs, () => LeNet1Of1989.Summary, o => new LeNet1Of1989(o)),
        new(nameof(LeCun1989), LeCun1989.ParameterCount, LeCun1989.Macs, () => LeCun1989.Summary, o => new LeCun1989(o)),

        new(nameof(AlexNet), AlexNet.ParameterCount, AlexNet.Macs, () => AlexNet.Summary, o => new AlexNet(o)),
        new(nameof(AlexNetSingleTower), AlexNetSingleTower.ParameterCount, AlexNetSingleTower.Macs, () => AlexNetSingleTower.Summary, o => new AlexNetSingleTower(o)),
        new(nameof(CaffeNet), CaffeNet.ParameterCount, CaffeNet.Macs, () => CaffeNet.Summary, o => new CaffeNet(o)),
        new(nameof(AlexNetTorchvision), AlexNetTorchvision.ParameterCount, AlexNetTorchvision.Macs, () => AlexNetTorchvision.Summary, o => new AlexNetTorchvision(o)),
        new(nameof(ZFNet), ZFNet.ParameterCount, ZFNet.Macs, () => ZFNet.Summary, o => new ZFNet(o)),
        new(nameof(ZFNetWide), ZFNetWide.ParameterCount, ZFNetWide.Macs, () => ZFNetWide.Summary, o => new ZFNetWide(o)),

        new(nameof(VggA), VggA.ParameterCount, VggA.Macs, () => VggA.Summary, o => new VggA(o)),
        new(nameof(VggALrn), VggALrn.ParameterCount, VggALrn.Macs, () => VggALrn.Summary, o => new VggALrn(o)),
        new(nameof(VggB), VggB.ParameterCount, VggB.Macs, () => VggB.Summary, o => new VggB(o)),
        new(nameof(VggC), VggC.ParameterCount, VggC.Macs, () => VggC.Summary, o => new VggC(o)),
        new(nameof(VggD), VggD.ParameterCount, VggD.Macs, () => VggD.Summary, o => new VggD(o)),
        new(nameof(VggE), VggE.ParameterCount, VggE.Macs, () => VggE.Summary, o => new VggE(o)),

        new(nameof(GoogLeNet), GoogLeNet.ParameterCount, GoogLeNet.Macs, () => GoogLeNet.Summary, o => new GoogLeNet(o)),
        new(nameof(GoogLeNetWithoutHeads), GoogLeNetWithoutHeads.ParameterCount, GoogLeNetWithoutHeads.Macs, () => GoogLeNetWithoutHeads.Summary, o => new GoogLeNetWithoutHeads(o)),
        new(nameof(GoogLeNetBatchNorm), GoogLeNetBatchNorm.ParameterCount, GoogLeNetBatchNorm.Macs, () => GoogLeNetBatchNorm.Summary, o => new GoogLeNetBatchNorm(o)),
        new(nameof(GoogLeNetBatchNormWithHeads), GoogLeNetBatchNormWithHeads.ParameterCount, GoogLeNetBatchNormWithHeads.Macs, () => GoogLeNetBatchNormWithHeads.Summary, o => new GoogLeNetBatchNormWithHeads(o)),
        new(nameof(GoogLeNetTorchvision), GoogLeNetTorchvision.ParameterCount, GoogLeNetTorchvision.Macs, () => GoogLeNetTorchvision.Summary, o => new GoogLeNetTorchvision(o)),
        new(nameof(GoogLeNetTorchvisionWithHeads), GoogLeNetTorchvisionWithHeads.ParameterCount, GoogLeNetTorchvisionWithHeads.Macs, () => GoogLeNetTorchvisionWithHeads.Summary, o => new GoogLeNetTorchvisionWithHeads(o)),
        new(nameof(InceptionV3), InceptionV3.ParameterCount, InceptionV3.Macs, () => InceptionV3.Summary, o => new InceptionV3(o)),
        new(nameof(InceptionV3WithHead), InceptionV3WithHead.ParameterCount, InceptionV3WithHead.Macs, () => InceptionV3WithHead.Summary, o => new InceptionV3WithHead(o)),

        new(nameof(ResNet18), ResNet18.ParameterCount, ResNet18.Macs, () => ResNet18.Summary, o => new ResNet18(o)),
        new(nameof(ResNet34), ResNet34.ParameterCount, ResNet34.Macs, () => ResNet34.Summary, o => new ResNet34(o)),
        new(nameof(ResNet50), ResNet50.ParameterCount, ResNet50.Macs, () => ResNet50.Summary, o => new ResNet50(o)),
        new(nameof(ResNet101), ResNet101.ParameterCount, ResNet101.Macs, () => ResNet101.Summary, o => new ResNet101(o)),
        new(nameof(ResNet152), ResNet152.ParameterCount, ResNet152.Macs, () => ResNet152.Summary, o => new ResNet152(o)),
        new(nameof(ResNet50Of2015), ResNet50Of2015.ParameterCount, ResNet50Of2015.Macs, () => ResNet50Of2015.Summary, o => new ResNet50Of2015(o)),
        new(nameof(ResNet101Of2015), ResNet101Of2015.ParameterCount, ResNet101Of2015.Macs, () => ResNet101Of2015.Summary, o => new ResNet101Of2015(o)),
        new(nameof(ResNet152Of2015), ResNet152Of2015.ParameterCount, ResNet152Of2015.Macs, () => ResNet152Of2015.Summary, o => new ResNet152Of2015(o)),
        new(nameof(PlainNet18), PlainNet18.ParameterCount, PlainNet18.Macs, () => PlainNet18.Summary, o => new PlainNet18(o)),
        new(nameof(PlainNet34), PlainNet34.ParameterCount, PlainNet34.Macs, () => PlainNet34.Summary, o => new PlainNet34(o)),

        new(nameof(ResNet20), ResNet20.ParameterCount, ResNet20.Macs, () => ResNet20.Summary, o => new ResNet20(o)),
        new(nameof(ResNet20A), ResNet20A.ParameterCount, ResNet20A.Macs, () => ResNet20A.Summary, o => new ResNet20A(o)),
        new(nameof(PlainNet20), PlainNet20.ParameterCount, PlainNet20.Macs, () => PlainNet20.Summary, o => new PlainNet20(o)),
        new(nameof(ResNet32), ResNet32.ParameterCount, ResNet32.Macs, () => ResNet32.Summary, o => new ResNet32(o)),
        new(nameof(ResNet32A), ResNet32A.ParameterCount, ResNet32A.Macs, () => ResNet32A.Summary, o => new ResNet32A(o)),
        new(nameof(PlainNet32), PlainNet32.ParameterCount, PlainNet32.Macs, () => PlainNet32.Summary, o => new PlainNet32(o)),
        new(nameof(ResNet44), ResNet44.ParameterCount, ResNet44.Macs, () => ResNet44.Summary, o => new ResNet44(o)),
        new(nameof(ResNet44A), ResNet44A.ParameterCount, ResNet44A.Macs, () => ResNet44A.Summary, o => new ResNet44A(o)),
        new(nameof(PlainNet44), PlainNet44.ParameterCount, PlainNet44.Macs, () => PlainNet44.Summary, o => new PlainNet44(o)),
        new(nameof(ResNet56), ResNet56.ParameterCount, ResNet56.Macs, () => ResNet56.Summary, o => new ResNet56(o)),
        new(nameof(ResNet56A), ResNet56A.ParameterCount, ResNet56A.Macs, () => ResNet56A.Summary, o => new ResNet56A(o)),
        new(nameof(PlainNet56), PlainNet56.ParameterCount, PlainNet56.Macs, () => PlainNet56.Summary, o => new PlainNet56(o)),
        new(nameof(ResNet110), ResNet110.ParameterCount, ResNet110.Macs, () => ResNet110.Summary, o => new ResNet110(o)),
        new(nameof(ResNet110A), ResNet110A.ParameterCount, ResNet110A.Macs, () => ResNet110A.Summary, o => new ResNet110A(o)),
        new(nameof(PlainNet110), PlainNet110.ParameterCount, PlainNet110.Macs, () => PlainNet110.Summary, o => new PlainNet110(o)),

        new(nameof(BaseCnnA), BaseCnnA.ParameterCount, BaseCnnA.Macs, () => BaseCnnA.Summary, o => new BaseCnnA(o)),
        new(nameof(StridedCnnA), StridedCnnA.ParameterCount, StridedCnnA.Macs, () => StridedCnnA.Summary, o => new StridedCnnA(o)),
        new(nameof(AllCnnA), AllCnnA.ParameterCount, AllCnnA.Macs, () => AllCnnA.Summary, o => new AllCnnA(o)),
        new(nameof(ConvPoolCnnA), ConvPoolCnnA.ParameterCount, ConvPoolCnnA.Macs, () => ConvPoolCnnA.Summary, o => new ConvPoolCnnA(o)),
        new(nameof(BaseCnnB), BaseCnnB.ParameterCount, BaseCnnB.Macs, () => BaseCnnB.Summary, o => new BaseCnnB(o)),
        new(nameof(StridedCnnB), StridedCnnB.ParameterCount, StridedCnnB.Macs, () => StridedCnnB.Summary, o => new StridedCnnB(o)),
        new(nameof(AllCnnB), AllCnnB.ParameterCount, AllCnnB.Macs, () => AllCnnB.Summary, o => new AllCnnB(o)),
        new(nameof(ConvPoolCnnB), ConvPoolCnnB.ParameterCount, ConvPoolCnnB.Macs, () => ConvPoolCnnB.Summary, o => new ConvPoolCnnB(o)),
        new(nameof(BaseCnnC), BaseCnnC.ParameterCount, BaseCnnC.Macs, () => BaseCnnC.Summary, o => new BaseCnnC(o)),
        new(nameof(StridedCnnC), StridedCnnC.ParameterCount, StridedCnnC.Macs, () => StridedCnnC.Summary, o => new StridedCnnC(o)),
        new(nameof(AllCnnC), AllCnnC.ParameterCount, AllCnnC.Macs, () => AllCnnC.Summary, o => new AllCnnC(o)),
        new(nameof(ConvPoolCnnC), ConvPoolCnnC.ParameterCount, ConvPoolCnnC.Macs, () => ConvPoolCnnC.Summary, o => new ConvPoolCnnC(o)),
        new(nameof(AllCnnImageNet), AllCnnImageNet.ParameterCount, AllCnnImageNet.Macs, () => AllCnnImageNet.Summary, o => new AllCnnImageNet(o)),

        new(nameof(SeluNetwork), SeluNetwork.ParameterCount, SeluNetwork.Macs, () => SeluNetwork.Summary, o => new SeluNetwork(o)),
        new(nameof(Tdnn), Tdnn.ParameterCount, Tdnn.Macs, () => Tdnn.Summary, o => new Tdnn(o)),
        new(nameof(CausalStack), CausalStack.ParameterCount, CausalStack.Macs, () => CausalStack.Summary, o => new CausalStack(o)),
        new(nameof(WaveNet), WaveNet.ParameterCount, WaveNet.Macs, () => WaveNet.Summary, o => new WaveNet(o)),

        new(nameof(DilatedStack), DilatedStack.ParameterCount, DilatedStack.Macs, () => DilatedStack.Summary, o => new DilatedStack(o)),
        new(nameof(ContextNetBasic), ContextNetBasic.ParameterCount, ContextNetBasic.Macs, () => ContextNetBasic.Summary, o => new ContextNetBasic(o)),
        new(nameof(ContextNetLarge), ContextNetLarge.ParameterCount, ContextNetLarge.Macs, () => ContextNetLarge.Summary, o => new ContextNetLarge(o)),
    ];

    /// <summary>A network by its name.</summary>
    /// <param name="name">The name of its class; upper and lower case are the same.</param>
    /// <returns>The network, or <see langword="null"/> where there is none of that name.</returns>
    public static ZooNetwork? Find(string name) => All.FirstOrDefault(network => string.Equals(network.Name, name, StringComparison.OrdinalIgnoreCase));
}
