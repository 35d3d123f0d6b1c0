#include "inference/net/weights.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace jaedan::inference {
namespace {

// "features.3.block.1.bn.running_var" of the file is "backbone.features.3.block.1.var" here.
std::string file_name_of(std::string name) {
  static const std::pair<std::string, std::string> kEndings[] = {{".weight", ".conv.weight"},
                                                                 {".gamma", ".bn.weight"},
                                                                 {".beta", ".bn.bias"},
                                                                 {".mean", ".bn.running_mean"},
                                                                 {".var", ".bn.running_var"}};
  for (const auto& [ours, theirs] : kEndings) {
    if (name.size() > ours.size() && name.compare(name.size() - ours.size(), ours.size(), ours) == 0) {
      return name.substr(0, name.size() - ours.size()) + theirs;
    }
  }
  return name;
}

constexpr int64_t kShortRow = 32;

TensorType storage_of(const torch::Tensor& tensor, TensorType kernels) {
  if (tensor.dim() < 2) return TensorType::kF32;
  const bool is_short = tensor.numel() < kShortRow * tensor.size(0);
  return kernels == TensorType::kI8 && is_short ? TensorType::kF16 : kernels;
}

}  // namespace

std::map<std::string, torch::Tensor> state_of(const torch::nn::Module& module) {
  std::map<std::string, torch::Tensor> state;
  for (const auto& item : module.named_parameters()) state[item.key()] = item.value();
  for (const auto& item : module.named_buffers()) {
    // Whole numbers count the batches that a normalisation has seen; nothing here rests on them.
    if (item.value().is_floating_point()) state[item.key()] = item.value();
  }
  return state;
}

void collect(TensorFile& file, const std::string& prefix, const std::map<std::string, torch::Tensor>& state,
             TensorType kernels) {
  for (const auto& [name, tensor] : state) {
    const torch::Tensor plain = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    TensorData data;
    data.shape = plain.sizes().vec();
    data.values.assign(plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel());
    data.stored_as = storage_of(plain, kernels);
    file.tensors[prefix + name] = std::move(data);
  }
}

Status restore(const TensorFile& file, const std::string& prefix, const std::map<std::string, torch::Tensor>& state,
               const std::string& where, bool known_only) {
  torch::NoGradGuard no_grad;
  const auto is_known = [&](const auto& item) { return file.tensors.count(prefix + item.first) > 0; };
  if (known_only && std::none_of(state.begin(), state.end(), is_known)) {
    return Error{ErrorCode::kCorrupt,
                 "net.none_of_its_tensors",
                 "{0}: has none of the network's tensors; it belongs to something else",
                 {where}};
  }
  for (const auto& [name, tensor] : state) {
    const auto found = file.tensors.find(prefix + name);
    if (found == file.tensors.end() && known_only) continue;
    if (found == file.tensors.end()) {
      return Error{ErrorCode::kCorrupt,
                   "net.tensor_missing",
                   "{0}: has no tensor '{1}'; it belongs to another architecture",
                   {where, prefix + name}};
    }
    const TensorData& data = found->second;
    if (tensor.sizes() != at::IntArrayRef(data.shape)) {
      return Error{ErrorCode::kCorrupt,
                   "net.tensor_shape",
                   "{0}: tensor '{1}' has another shape than the network",
                   {where, prefix + name}};
    }
    tensor.copy_(torch::from_blob(const_cast<float*>(data.values.data()), data.shape, at::kFloat));
  }
  return {};
}

Status import_backbone(const std::string& path, const torch::nn::Module& segmenter) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kNotFound, "file.cannot_open", "{0}: cannot be opened", {path}};
  const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  torch::NoGradGuard no_grad;
  c10::impl::GenericDict dict = torch::pickle_load(bytes).toGenericDict();
  const std::string prefix = "backbone.";
  for (const auto& [name, tensor] : state_of(segmenter)) {
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string key = file_name_of(name.substr(prefix.size()));
    if (!dict.contains(key))
      return Error{ErrorCode::kCorrupt, "net.backbone_tensor_missing", "{0}: has no tensor '{1}'", {path, key}};
    const torch::Tensor value = dict.at(key).toTensor();
    if (value.sizes() != tensor.sizes())
      return Error{ErrorCode::kCorrupt, "net.backbone_tensor_shape", "{0}: '{1}' has an unexpected shape", {path, key}};
    tensor.copy_(value);
  }
  return {};
}

}  // namespace jaedan::inference
