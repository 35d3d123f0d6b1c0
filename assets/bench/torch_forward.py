#!/usr/bin/python3
"""The program's network as a user of Python's PyTorch would write it, to be measured beside it.

usage: torch_forward.py MODEL_FOLDER [--threads N ...] [--passes N]
needs: python3-torch

MODEL_FOLDER holds model.json (architecture, input size) and the weights. Modules in eval() and inference_mode(), batch
normalisation as it is, in both memory layouts. Prints one JSON document: the version of PyTorch, milliseconds of each
forward pass of one photo, and the mean absolute logit of a fixed pattern, by which the caller sees that it is the same
network. What stands in the way is printed as {"error": "…"}.
"""
import argparse
import json
import os
import struct
import sys
import time


def stop(why):
    print(json.dumps({'error': why}))
    sys.exit(3)


try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError as missing:
    stop(f'{sys.executable} has no PyTorch ({missing}); package python3-torch brings it')

# The blocks that an architecture has besides the plain network.
ARCHITECTURES = {
    'mobilenet_v2_segmenter': set(),
    'mobilenet_v2_whole_view': {'view'},
    'mobilenet_v2_object_context': {'objects'},
    'mobilenet_v2_view_and_objects': {'view', 'objects'},
    'mobilenet_v2_with_reader': {'view', 'objects'},
}
# Of a model with a reader: the reader, a second network, and what the decoder is told with. Neither runs in one plain
# forward pass, and neither is measured.
NOT_MEASURED = ('reader.', 'told.')
PARTS, CLASSES, CATEGORIES, WIDE, NARROW = 4, 9, 21, 128, 64


class ConvBn(nn.Module):
    """Convolution, batch normalisation, ReLU6; padding as TensorFlow's 'SAME'."""

    def __init__(self, inputs, outputs, kernel=1, stride=1, groups=1, dilation=1, relu=True):
        super().__init__()
        self.pad = dilation * (kernel - 1) // 2
        # With stride 2 on even sides all the padding lies right and below.
        self.one_sided = stride == 2 and kernel > 1
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, 0 if self.one_sided else self.pad, dilation, groups,
                              bias=False)
        self.bn = nn.BatchNorm2d(outputs, eps=1e-3)
        self.act = nn.ReLU6(inplace=True) if relu else nn.Identity()

    def forward(self, x):
        if self.one_sided:
            left = self.pad * (x.shape[3] % 2)
            above = self.pad * (x.shape[2] % 2)
            x = F.pad(x, (left, self.pad, above, self.pad))
        return self.act(self.bn(self.conv(x)))


class InvertedResidual(nn.Module):
    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        wide = inputs * expansion
        steps = [ConvBn(inputs, wide)] if expansion != 1 else []
        steps += [ConvBn(wide, wide, 3, stride, wide), ConvBn(wide, outputs, relu=False)]
        self.block = nn.Sequential(*steps)
        self.shortcut = stride == 1 and inputs == outputs

    def forward(self, x):
        y = self.block(x)
        return y + x if self.shortcut else y


class Backbone(nn.Module):
    """MobileNetV2 without its classifier: features at 1/4, 1/8, 1/16 and 1/32."""

    def __init__(self):
        super().__init__()
        layers, inputs = [ConvBn(3, 32, 3, 2)], 32
        for expansion, outputs, repeats, stride in [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2),
                                                    (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]:
            for i in range(repeats):
                layers.append(InvertedResidual(inputs, outputs, stride if i == 0 else 1, expansion))
                inputs = outputs
        self.features = nn.ModuleList(layers)

    def forward(self, x):
        kept = []
        for i, layer in enumerate(self.features):
            x = layer(x)
            if i in (3, 6, 13):
                kept.append(x)
        return kept + [x]


class WholeView(nn.Module):
    """One transformer layer over the cells at 1/32."""

    def __init__(self, channels, heads):
        super().__init__()
        self.heads = heads
        self.before_look, self.before_think = nn.LayerNorm(channels), nn.LayerNorm(channels)
        self.look, self.tell = nn.Linear(channels, 3 * channels), nn.Linear(channels, channels)
        self.widen, self.narrow = nn.Linear(channels, 2 * channels), nn.Linear(2 * channels, channels)

    def forward(self, x):
        n, c, h, w = x.shape
        tokens = x.flatten(2).transpose(1, 2)
        parts = self.look(self.before_look(tokens)).view(n, h * w, 3, self.heads, c // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        attention = torch.softmax(query @ key.transpose(2, 3) / (c // self.heads) ** 0.5, -1)
        tokens = tokens + self.tell((attention @ value).transpose(1, 2).reshape(n, h * w, c))
        tokens = tokens + self.narrow(F.gelu(self.widen(self.before_think(tokens))))
        return tokens.transpose(1, 2).reshape(n, c, h, w)


class ObjectContext(nn.Module):
    """Each pixel takes in a vector of the objects it resembles."""

    def __init__(self, channels):
        super().__init__()
        self.guess, self.query = nn.Conv2d(channels, CLASSES, 1), nn.Conv2d(channels, channels // 2, 1)
        self.key, self.value = nn.Linear(channels, channels // 2), nn.Linear(channels, channels)
        self.merge = nn.Conv2d(channels, channels, 1)

    def forward(self, x):
        share = torch.softmax(self.guess(x).flatten(2), 2)
        objects = share @ x.flatten(2).transpose(1, 2)
        query = self.query(x).flatten(2).transpose(1, 2)
        attention = torch.softmax(query @ self.key(objects).transpose(1, 2) / query.shape[2] ** 0.5, 2)
        context = (attention @ self.value(objects)).transpose(1, 2).reshape(x.shape)
        return x + F.relu(self.merge(context))


class Segmenter(nn.Module):
    def __init__(self, blocks):
        super().__init__()
        self.backbone = Backbone()
        self.reduce = ConvBn(320, WIDE)
        self.near, self.middle, self.far = (ConvBn(WIDE, WIDE, 3, 1, WIDE, dilation) for dilation in (1, 2, 4))
        self.join = ConvBn(4 * WIDE, WIDE, relu=False)
        # 'global' is a word of Python's.
        self.add_module('global', nn.Linear(320, WIDE))
        self.global_to_context, self.presence = nn.Linear(WIDE, WIDE), nn.Linear(WIDE, PARTS)
        for scale, skip, channels in ((16, 96, WIDE), (8, 32, WIDE), (4, 24, NARROW)):
            self.add_module(f'lateral{scale}', ConvBn(skip, channels, relu=False))
            self.add_module(f'filter{scale}', ConvBn(channels, channels, 3, 1, channels))
            self.add_module(f'mix{scale}', ConvBn(channels, channels))
        self.narrow = ConvBn(WIDE, NARROW, relu=False)
        self.filter4b = ConvBn(NARROW, NARROW, 3, 1, NARROW)
        self.classify_pixels = nn.Conv2d(NARROW, CLASSES, 1)
        self.category = nn.Linear(2 * WIDE, CATEGORIES)  # of regions, after the forward pass
        if 'view' in blocks:
            self.whole_view = WholeView(WIDE, 4)
        if 'objects' in blocks:
            self.object_context = ObjectContext(WIDE)

    def up(self, x, skip, scale):
        side = getattr(self, f'lateral{scale}')(skip)
        x = F.relu(F.interpolate(x, size=side.shape[2:], mode='bilinear', align_corners=False) + side)
        return getattr(self, f'mix{scale}')(getattr(self, f'filter{scale}')(x))

    def forward(self, image):
        at4, at8, at16, at32 = self.backbone(image)
        whole = F.relu(getattr(self, 'global')(at32.mean((2, 3))))
        x = self.reduce(at32)
        x = self.join(torch.cat([x, self.near(x), self.middle(x), self.far(x)], 1))
        x = F.relu(x + self.global_to_context(whole)[:, :, None, None])
        if hasattr(self, 'whole_view'):
            x = self.whole_view(x)
        x = self.up(self.up(x, at16, 16), at8, 8)
        if hasattr(self, 'object_context'):
            x = self.object_context(x)
        x = self.up(self.narrow(x), at4, 4)
        return self.classify_pixels(self.filter4b(x)), self.presence(whole)


def read_safetensors(path):
    """Name → float32 tensor."""
    data = open(path, 'rb').read()
    length = struct.unpack('<Q', data[:8])[0]
    types = {'F16': torch.float16, 'F32': torch.float32}
    tensors = {}
    for name, entry in json.loads(data[8:8 + length]).items():
        if name == '__metadata__':
            continue
        first, last = (8 + length + offset for offset in entry['data_offsets'])
        tensor = torch.frombuffer(bytearray(data[first:last]), dtype=types[entry['dtype']])
        tensors[name] = tensor.reshape(entry['shape']).float()
    return tensors


def names_of_modules(tensors):
    """The file's names of a convolution with normalisation, as PyTorch's modules call them."""
    endings = {'weight': 'conv.weight', 'gamma': 'bn.weight', 'beta': 'bn.bias', 'mean': 'bn.running_mean',
               'var': 'bn.running_var'}
    state = {}
    for name, tensor in tensors.items():
        layer, _, ending = name.rpartition('.')
        normalised = layer + '.gamma' in tensors
        state[f'{layer}.{endings[ending]}' if normalised else name] = tensor
    return state


def load(folder):
    card = json.load(open(os.path.join(folder, 'model.json'), encoding='utf-8'))
    if card['architecture'] not in ARCHITECTURES:
        stop(f"torch_forward.py does not know the architecture '{card['architecture']}'")
    network = Segmenter(ARCHITECTURES[card['architecture']])
    state = names_of_modules(read_safetensors(os.path.join(folder, card['weights']['file'])))
    wrong = network.load_state_dict({n: t for n, t in state.items() if not n.startswith(NOT_MEASURED)}, strict=False)
    differing = [n for n in wrong.missing_keys if not n.endswith('num_batches_tracked')] + wrong.unexpected_keys
    if differing:
        stop(f'torch_forward.py builds another network than the weights are of: {differing[0]}')
    return network.eval(), card['input']['width'], card['input']['height']


def passes_ms(network, image, passes):
    for _ in range(3):
        network(image)
    times = []
    for _ in range(passes):
        start = time.perf_counter()
        network(image)
        times.append(1000 * (time.perf_counter() - start))
    return times


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('model_folder')
    arguments.add_argument('--threads', type=int, nargs='+', default=[1])
    arguments.add_argument('--passes', type=int, default=20)
    arguments = arguments.parse_args()
    network, width, height = load(arguments.model_folder)
    pattern = (torch.arange(3 * width * height) * 37 % 256).float() / 127.5 - 1
    image = pattern.view(1, height, width, 3).permute(0, 3, 1, 2)
    layouts = {'channels_first': torch.contiguous_format, 'channels_last': torch.channels_last}
    runs = []
    with torch.inference_mode():
        for layout, memory_format in layouts.items():
            network = network.to(memory_format=memory_format)
            photo = image.contiguous(memory_format=memory_format)
            for threads in arguments.threads:
                torch.set_num_threads(threads)
                runs.append({'threads': threads, 'layout': layout, 'ms': passes_ms(network, photo, arguments.passes)})
        mean_logit = network(photo)[0].abs().mean().item()
    print(json.dumps({'torch': torch.__version__, 'mean_logit': mean_logit, 'runs': runs}))


if __name__ == '__main__':
    try:
        main()
    except Exception as reason:  # whatever it is, the caller goes on without these figures
        stop(f'torch_forward.py: {reason}')
