namespace CnnCompiler.Benchmarks.Peers.OnnxRuntime;

/// <summary>Places of functions in the table <c>OrtApi</c> (onnxruntime_c_api.h), to which versions only append.</summary>
internal enum OrtFunction
{
    GetErrorMessage = 2,
    CreateEnv = 3,
    CreateSession = 7,
    Run = 9,
    CreateSessionOptions = 10,
    SetSessionGraphOptimizationLevel = 23,
    SetIntraOpNumThreads = 24,
    CreateTensorWithDataAsOrtValue = 49,
    CreateCpuMemoryInfo = 69,
    ReleaseEnv = 92,
    ReleaseStatus = 93,
    ReleaseMemoryInfo = 94,
    ReleaseSession = 95,
    ReleaseValue = 96,
    ReleaseSessionOptions = 100,
    AddFreeDimensionOverrideByName = 124,
}
