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
        new(nameof(LinearRegression), () => LinearRegression.Summary, o => new LinearRegression(o)),
        new(nameof(Perceptron), () => Perceptron.Summary, o => new Perceptron(o)),
        new(nameof(XorNetwork), () => XorNetwork.Summary, o => new XorNetwork(o)),
        new(nameof(LinearClassifierCifar), () => LinearClassifierCifar.Summary, o => new LinearClassifierCifar(o)),
        new(nameof(LinearClassifierMnist), () => LinearClassifierMnist.Summary, o => new LinearClassifierMnist(o)),
        new(nameof(MlpFigure), () => MlpFigure.Summary, o => new MlpFigure(o)),
        new(nameof(Nielsen30), () => Nielsen30.Summary, o => new Nielsen30(o)),
        new(nameof(Nielsen100), () => Nielsen100.Summary, o => new Nielsen100(o)),
        new(nameof(Mlp96), () => Mlp96.Summary, o => new Mlp96(o)),
        new(nameof(Mlp96Color), () => Mlp96Color.Summary, o => new Mlp96Color(o)),

        new(nameof(PatternTwoLayer), () => PatternTwoLayer.Summary, o => new PatternTwoLayer(o)),
        new(nameof(PatternConv), () => PatternConv.Summary, o => new PatternConv(o)),
        new(nameof(PatternConvPool), () => PatternConvPool.Summary, o => new PatternConvPool(o)),
        new(nameof(PatternDeep), () => PatternDeep.Summary, o => new PatternDeep(o)),
        new(nameof(ConvNetJsCifar), () => ConvNetJsCifar.Summary, o => new ConvNetJsCifar(o)),

        new(nameof(LeNet5), () => LeNet5.Summary, o => new LeNet5(o)),
        new(nameof(DigitCnn), () => DigitCnn.Summary, o => new DigitCnn(o)),
        new(nameof(LeNet5Of1998), () => LeNet5Of1998.Summary, o => new LeNet5Of1998(o)),
        new(nameof(LeNet1), () => LeNet1.Summary, o => new LeNet1(o)),
        new(nameof(LeNet1Of1989), () => LeNet1Of1989.Summary, o => new LeNet1Of1989(o)),
        new(nameof(LeCun1989), () => LeCun1989.Summary, o => new LeCun1989(o)),

        new(nameof(AlexNet), () => AlexNet.Summary, o => new AlexNet(o)),
        new(nameof(AlexNetSingleTower), () => AlexNetSingleTower.Summary, o => new AlexNetSingleTower(o)),
        new(nameof(CaffeNet), () => CaffeNet.Summary, o => new CaffeNet(o)),
        new(nameof(AlexNetTorchvision), () => AlexNetTorchvision.Summary, o => new AlexNetTorchvision(o)),
        new(nameof(ZFNet), () => ZFNet.Summary, o => new ZFNet(o)),
        new(nameof(ZFNetWide), () => ZFNetWide.Summary, o => new ZFNetWide(o)),

        new(nameof(VggA), () => VggA.Summary, o => new VggA(o)),
        new(nameof(VggALrn), () => VggALrn.Summary, o => new VggALrn(o)),
        new(nameof(VggB), () => VggB.Summary, o => new VggB(o)),
        new(nameof(VggC), () => VggC.Summary, o => new VggC(o)),
        new(nameof(VggD), () => VggD.Summary, o => new VggD(o)),
        new(nameof(VggE), () => VggE.Summary, o => new VggE(o)),

        new(nameof(GoogLeNet), () => GoogLeNet.Summary, o => new GoogLeNet(o)),
        new(nameof(GoogLeNetWithoutHeads), () => GoogLeNetWithoutHeads.Summary, o => new GoogLeNetWithoutHeads(o)),
        new(nameof(GoogLeNetBatchNorm), () => GoogLeNetBatchNorm.Summary, o => new GoogLeNetBatchNorm(o)),
        new(nameof(GoogLeNetBatchNormWithHeads), () => GoogLeNetBatchNormWithHeads.Summary, o => new GoogLeNetBatchNormWithHeads(o)),
        new(nameof(GoogLeNetTorchvision), () => GoogLeNetTorchvision.Summary, o => new GoogLeNetTorchvision(o)),
        new(nameof(GoogLeNetTorchvisionWithHeads), () => GoogLeNetTorchvisionWithHeads.Summary, o => new GoogLeNetTorchvisionWithHeads(o)),
        new(nameof(InceptionV3), () => InceptionV3.Summary, o => new InceptionV3(o)),
        new(nameof(InceptionV3WithHead), () => InceptionV3WithHead.Summary, o => new InceptionV3WithHead(o)),

        new(nameof(ResNet18), () => ResNet18.Summary, o => new ResNet18(o)),
        new(nameof(ResNet34), () => ResNet34.Summary, o => new ResNet34(o)),
        new(nameof(ResNet50), () => ResNet50.Summary, o => new ResNet50(o)),
        new(nameof(ResNet101), () => ResNet101.Summary, o => new ResNet101(o)),
        new(nameof(ResNet152), () => ResNet152.Summary, o => new ResNet152(o)),
        new(nameof(ResNet50Of2015), () => ResNet50Of2015.Summary, o => new ResNet50Of2015(o)),
        new(nameof(ResNet101Of2015), () => ResNet101Of2015.Summary, o => new ResNet101Of2015(o)),
        new(nameof(ResNet152Of2015), () => ResNet152Of2015.Summary, o => new ResNet152Of2015(o)),
        new(nameof(PlainNet18), () => PlainNet18.Summary, o => new PlainNet18(o)),
        new(nameof(PlainNet34), () => PlainNet34.Summary, o => new PlainNet34(o)),

        new(nameof(ResNet20), () => ResNet20.Summary, o => new ResNet20(o)),
        new(nameof(ResNet20A), () => ResNet20A.Summary, o => new ResNet20A(o)),
        new(nameof(PlainNet20), () => PlainNet20.Summary, o => new PlainNet20(o)),
        new(nameof(ResNet32), () => ResNet32.Summary, o => new ResNet32(o)),
        new(nameof(ResNet32A), () => ResNet32A.Summary, o => new ResNet32A(o)),
        new(nameof(PlainNet32), () => PlainNet32.Summary, o => new PlainNet32(o)),
        new(nameof(ResNet44), () => ResNet44.Summary, o => new ResNet44(o)),
        new(nameof(ResNet44A), () => ResNet44A.Summary, o => new ResNet44A(o)),
        new(nameof(PlainNet44), () => PlainNet44.Summary, o => new PlainNet44(o)),
        new(nameof(ResNet56), () => ResNet56.Summary, o => new ResNet56(o)),
        new(nameof(ResNet56A), () => ResNet56A.Summary, o => new ResNet56A(o)),
        new(nameof(PlainNet56), () => PlainNet56.Summary, o => new PlainNet56(o)),
        new(nameof(ResNet110), () => ResNet110.Summary, o => new ResNet110(o)),
        new(nameof(ResNet110A), () => ResNet110A.Summary, o => new ResNet110A(o)),
        new(nameof(PlainNet110), () => PlainNet110.Summary, o => new PlainNet110(o)),

        new(nameof(BaseCnnA), () => BaseCnnA.Summary, o => new BaseCnnA(o)),
        new(nameof(StridedCnnA), () => StridedCnnA.Summary, o => new StridedCnnA(o)),
        new(nameof(AllCnnA), () => AllCnnA.Summary, o => new AllCnnA(o)),
        new(nameof(ConvPoolCnnA), () => ConvPoolCnnA.Summary, o => new ConvPoolCnnA(o)),
        new(nameof(BaseCnnB), () => BaseCnnB.Summary, o => new BaseCnnB(o)),
        new(nameof(StridedCnnB), () => StridedCnnB.Summary, o => new StridedCnnB(o)),
        new(nameof(AllCnnB), () => AllCnnB.Summary, o => new AllCnnB(o)),
        new(nameof(ConvPoolCnnB), () => ConvPoolCnnB.Summary, o => new ConvPoolCnnB(o)),
        new(nameof(BaseCnnC), () => BaseCnnC.Summary, o => new BaseCnnC(o)),
        new(nameof(StridedCnnC), () => StridedCnnC.Summary, o => new StridedCnnC(o)),
        new(nameof(AllCnnC), () => AllCnnC.Summary, o => new AllCnnC(o)),
        new(nameof(ConvPoolCnnC), () => ConvPoolCnnC.Summary, o => new ConvPoolCnnC(o)),
        new(nameof(AllCnnImageNet), () => AllCnnImageNet.Summary, o => new AllCnnImageNet(o)),

        new(nameof(SeluNetwork), () => SeluNetwork.Summary, o => new SeluNetwork(o)),
        new(nameof(Tdnn), () => Tdnn.Summary, o => new Tdnn(o)),
        new(nameof(CausalStack), () => CausalStack.Summary, o => new CausalStack(o)),
        new(nameof(WaveNet), () => WaveNet.Summary, o => new WaveNet(o)),

        new(nameof(DilatedStack), () => DilatedStack.Summary, o => new DilatedStack(o)),
        new(nameof(ContextNetBasic), () => ContextNetBasic.Summary, o => new ContextNetBasic(o)),
        new(nameof(ContextNetLarge), () => ContextNetLarge.Summary, o => new ContextNetLarge(o)),
    ];

    /// <summary>A network by its name.</summary>
    /// <param name="name">The name of its class; upper and lower case are the same.</param>
    /// <returns>The network, or <see langword="null"/> where there is none of that name.</returns>
    public static ZooNetwork? Find(string name) => All.FirstOrDefault(network => string.Equals(network.Name, name, StringComparison.OrdinalIgnoreCase));
}
