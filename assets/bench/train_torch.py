#!/usr/bin/python3
"""Training steps of the program's network as a user of Python's PyTorch would write them, to be measured beside it.

usage: train_torch.py --architecture NAME --width N --height N --batch N --threads N --steps N [--lovasz WEIGHT]
needs: python3-torch, torch_forward.py beside it (the network)

The photos are random numbers that lie in memory already: reading them is not measured. The same losses and AdamW; the
backbone's normalisation keeps its statistics; both memory layouts. Prints one JSON document: {"torch", "runs": [{"layout",
"photos_per_second"}]}. What stands in the way is printed as {"error": "…"}.
"""
import argparse
import json
import time

from torch_forward import ARCHITECTURES, CLASSES, PARTS, F, Segmenter, stop, torch


def losses(logits, presence, labels, present, lovasz):
    loss = F.cross_entropy(logits, labels, label_smoothing=0.05)
    p = torch.softmax(logits, 1)[:, 1:PARTS + 1]
    truth = torch.stack([labels == part for part in range(1, PARTS + 1)], 1).float()
    both, sizes = (p * truth).sum((0, 2, 3)), p.sum((0, 2, 3)) + truth.sum((0, 2, 3))
    loss = loss + (1 - (2 * both + 1) / (sizes + 1)).mean()
    loss = loss + 0.2 * F.binary_cross_entropy_with_logits(presence, present)
    if lovasz > 0:
        sum_of_parts = 0
        for part in range(PARTS):
            here = truth[:, part].flatten()
            errors, order = (here - p[:, part].flatten()).abs().sort(descending=True)
            hits = here[order]
            jaccard = 1 - (hits.sum() - hits.cumsum(0)) / (hits.sum() + (1 - hits).cumsum(0))
            sum_of_parts = sum_of_parts + errors @ torch.cat([jaccard[:1], jaccard[1:] - jaccard[:-1]])
        loss = loss + lovasz * sum_of_parts / PARTS
    return loss


def photos_per_second(arguments, memory_format):
    torch.manual_seed(1)
    network = Segmenter(ARCHITECTURES[arguments.architecture]).to(memory_format=memory_format)
    network.train()
    for module in network.backbone.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eval()
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-4, weight_decay=0.02)
    shape = (arguments.batch, 3, arguments.height, arguments.width)
    photos = (torch.rand(shape) * 2 - 1).contiguous(memory_format=memory_format)
    # Large areas, as in photos: what sorts and gathers is not slowed down by noise.
    labels = (torch.arange(arguments.height // 2)[:, None] * 2 * CLASSES // arguments.height).expand(
        arguments.batch, -1, arguments.width // 2).contiguous()
    present = torch.ones(arguments.batch, PARTS)

    def step():
        logits, presence = network(photos)
        logits = F.interpolate(logits, size=labels.shape[1:], mode='bilinear', align_corners=False)
        loss = losses(logits, presence, labels, present, arguments.lovasz)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return loss.item()

    for _ in range(2):
        step()
    start = time.perf_counter()
    for _ in range(arguments.steps):
        step()
    return arguments.batch * arguments.steps / (time.perf_counter() - start)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--architecture', required=True)
    for name in ('width', 'height', 'batch', 'threads', 'steps'):
        arguments.add_argument('--' + name, type=int, required=True)
    arguments.add_argument('--lovasz', type=float, default=0)
    arguments = arguments.parse_args()
    if arguments.architecture not in ARCHITECTURES:
        stop(f"torch_forward.py does not know the architecture '{arguments.architecture}'")
    torch.set_num_threads(arguments.threads)
    layouts = {'channels_first': torch.contiguous_format, 'channels_last': torch.channels_last}
    print(json.dumps({'torch': torch.__version__,
                      'runs': [{'layout': layout, 'photos_per_second': photos_per_second(arguments, memory_format)}
                               for layout, memory_format in layouts.items()]}))


if __name__ == '__main__':
    try:
        main()
    except Exception as reason:  # whatever it is, the caller goes on without these figures
        stop(f'train_torch.py: {reason}')
