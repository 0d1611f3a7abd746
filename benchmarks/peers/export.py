"""Writes a network as an ONNX file: python3 export.py NETWORK WEIGHTS.safetensors FILE.onnx

The weights are those of a compiled network. Names differ from PyTorch's, so tensors go by their order, and every shape is checked.
"""

import json
import struct
import sys
import warnings

import numpy
import torch

from networks import NETWORKS


def read_safetensors(path):
    """Yields (name, tensor) of 32-bit floats in the order of the file."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        start = 8 + length
        for name, entry in header.items():
            if name == "__metadata__":
                continue
            begin, end = entry["data_offsets"]
            file.seek(start + begin)
            data = numpy.frombuffer(bytearray(file.read(end - begin)), dtype="<f4")
            yield name, torch.from_numpy(data.reshape(entry["shape"]))


def is_buffer(name):
    return name.endswith((".running_mean", ".running_var"))


def load(module, path):
    """Copies the tensors of the file, parameters and running statistics apart, each in order."""
    tensors = list(read_safetensors(path))
    copy([(n, t) for n, t in tensors if not is_buffer(n)], list(module.named_parameters()))
    copy([(n, t) for n, t in tensors if is_buffer(n)], [(n, t) for n, t in module.named_buffers() if is_buffer(n)])


def copy(sources, targets):
    if len(sources) != len(targets):
        sys.exit(f"export: the file has {len(sources)} tensors where the PyTorch module has {len(targets)}")
    with torch.no_grad():
        for (source_name, source), (target_name, target) in zip(sources, targets):
            if source.shape != target.shape:
                sys.exit(f"export: {source_name} {tuple(source.shape)} does not fit {target_name} {tuple(target.shape)}")
            target.copy_(source)


def main(network, weights, path):
    create, shape, _ = NETWORKS[network]
    module = create()
    load(module, weights)
    module.eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module, torch.zeros(1, *shape), path, input_names=["input"], output_names=["output"],
            dynamic_axes={"input": {0: "batch"}, "output": {0: "batch"}}, opset_version=13)


if __name__ == "__main__":
    main(*sys.argv[1:])
