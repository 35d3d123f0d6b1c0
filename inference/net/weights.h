#pragma once

#include <map>
#include <string>

#include "inference/models/safetensors.h"
#include "inference/net/torch_headers.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Parameters and buffers of `module` by name, as they are (shared, not copied), without those of whole numbers.
std::map<std::string, torch::Tensor> state_of(const torch::nn::Module& module);

/// Copies into a file's form; names get `prefix`. Kernels and matrices are stored as `kernels`, while vectors
/// (statistics, biases), whose range is larger, stay F32, and short rows (depthwise kernels), which scales would not
/// make smaller, are F16 instead of I8.
void collect(TensorFile& file, const std::string& prefix, const std::map<std::string, torch::Tensor>& state,
             TensorType kernels);

/// Copies `prefix`NAME of the file into each tensor of `state`. kCorrupt, naming the tensor, when one is missing or
/// has another shape. With `known_only`, what the file lacks keeps its value, to go on from an older architecture; but
/// a file without any of them is corrupt.
Status restore(const TensorFile& file, const std::string& prefix, const std::map<std::string, torch::Tensor>& state,
               const std::string& where, bool known_only = false);

/// Reads the ImageNet weights of MobileNetV2 (a pickled dict of tensors, "features.I.block.K.conv.weight", …) into
/// the backbone of a segmenter. Only for files a person chose to trust: pickles are richer than data.
Status import_backbone(const std::string& path, const torch::nn::Module& segmenter);

}  // namespace jaedan::inference
