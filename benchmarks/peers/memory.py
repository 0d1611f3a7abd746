"""Bytes that PyTorch holds for a network at batch 1, without its own working memory: python3 memory.py NETWORK

Writes a line of JSON. predict: parameters, buffers, and the largest input and output of a module that are alive together. gradient: parameters, buffers, gradients,
and what autograd keeps between forward and backward.
"""

import json
import sys

import torch
from torch import nn

from networks import NETWORKS


def size(tensors):
    """Bytes of different memory."""
    return sum({t.storage().data_ptr(): t.storage().nbytes() for t in tensors}.values())


def predict(module, images):
    alive = []
    hooks = [
        child.register_forward_hook(lambda _, inputs, output: alive.append(size([*inputs, output])))
        for child in module.modules() if not list(child.children())
    ]
    with torch.no_grad():
        module.eval()(images)
    for hook in hooks:
        hook.remove()
    return max(alive)


def saved(module, images):
    kept = {}
    mine = {p.storage().data_ptr() for p in module.parameters()} | {b.storage().data_ptr() for b in module.buffers()}

    def pack(tensor):
        if tensor.storage().data_ptr() not in mine:
            kept[tensor.storage().data_ptr()] = tensor.storage().nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        loss = nn.CrossEntropyLoss()(module.train()(images), torch.zeros(1, dtype=torch.long))
    total = sum(kept.values())
    loss.backward()
    return total


def main(network):
    create, shape, _ = NETWORKS[network]
    module, images = create(), torch.rand(1, *shape)
    weights = size([*module.parameters(), *module.buffers()])
    # A batch of one has no batch statistics where a map is one pixel large: none of these networks has such a norm.
    print(json.dumps({
        "version": torch.__version__, "predict": weights + predict(module, images),
        "gradient": weights + size(module.parameters()) + saved(module, images)}))


if __name__ == "__main__":
    main(sys.argv[1])
