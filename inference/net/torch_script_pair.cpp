#include "inference/net/torch_script_pair.h"

#include <torch/script.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <sstream>
#include <utility>

#include "inference/clicks/click_change.h"
#include "inference/clicks/click_frame.h"
#include "inference/clicks/script_pair.h"
#include "inference/net/guarded.h"
#include "inference/net/tensors.h"

namespace jaedan::inference {
namespace {

constexpr int kPicture = 1024;   // pixels a side, as SAM was trained
constexpr int kMaskCells = 256;  // a side of the mask it takes
constexpr float kSurely = 8;     // logits of a mask that somebody made
constexpr float kMean[3] = {123.675F, 116.28F, 103.53F};
constexpr float kDeviation[3] = {58.395F, 57.12F, 57.375F};

enum PointLabel { kNoPoint = -1, kRemoves = 0, kAdds = 1, kBoxStart = 2, kBoxEnd = 3 };

class ScriptedPhoto final : public EncodedPhoto {
 public:
  ScriptedPhoto(InputSize frame, InputSize in_picture, torch::jit::IValue seen)
      : EncodedPhoto(frame.width, frame.height), picture(in_picture), embedding(std::move(seen)) {}

  const InputSize picture;  ///< the part of the square that the photo fills
  const torch::jit::IValue embedding;
};

InputSize size_in_picture(InputSize frame) {
  const double scale = double(kPicture) / std::max(frame.width, frame.height);
  const auto side = [&](int length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
  return {side(frame.width), side(frame.height)};
}

torch::Tensor picture_of(const Image& frame, InputSize size) {
  const NetworkInput scaled = prepare_view(frame, {0, 0, double(frame.width), double(frame.height)}, size);
  torch::Tensor rgb = image_tensor(scaled.pixels, size.width, size.height, torch::kCPU).contiguous();
  const auto channel = [](const float* values) {
    return torch::tensor(at::ArrayRef<float>(values, 3)).view({1, 3, 1, 1});
  };
  rgb = ((rgb + 1) * 127.5F - channel(kMean)) / channel(kDeviation);
  return at::constant_pad_nd(rgb, {0, kPicture - size.width, 0, kPicture - size.height});
}

class ScriptPair final : public InteractiveSegmenter {
 public:
  ScriptPair(std::string id, int threads, torch::Device device, torch::jit::Module encoder, torch::jit::Module decoder)
      : id_(std::move(id)),
        threads_(threads),
        device_(device),
        encoder_(std::move(encoder)),
        decoder_(std::move(decoder)) {}

  const std::string& id() const override { return id_; }

  Result<std::unique_ptr<EncodedPhoto>> encode(const ImageView& photo) override {
    if (photo.empty())
      return Error{ErrorCode::kInvalidArgument, "clicks.empty_photo", "an empty photo has nothing to click on"};
    return guarded<std::unique_ptr<EncodedPhoto>>(threads_, failed(), [&] {
      const InputSize size = click_frame_of(photo.width, photo.height);
      const InputSize picture = size_in_picture(size);
      const torch::Tensor input = picture_of(scaled_to_frame(photo, size), picture).to(device_);
      return std::unique_ptr<EncodedPhoto>(std::make_unique<ScriptedPhoto>(size, picture, encoder_.forward({input})));
    });
  }

  Result<Mask> answer(EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) override {
    JAEDAN_RETURN_IF_ERROR(check_question(photo, prompt, before));
    return guarded<Mask>(threads_, failed(),
                         [&] { return answer_here(static_cast<ScriptedPhoto&>(photo), prompt, before); });
  }

 private:
  std::function<Message(const char*)> failed() const {
    return [this](const char* why) { return Message{"net.script_failed", "{0} failed: {1}", {id_, why}}; };
  }

  std::vector<torch::jit::IValue> question_of(const ScriptedPhoto& photo, const ClickPrompt& prompt,
                                              const Mask& before) const {
    const Rect whole{0, 0, double(photo.width()), double(photo.height())};
    const ClickPrompt seen = in_view(prompt, whole, photo.picture);
    std::vector<float> points, labels;
    const auto say = [&](Point at, PointLabel label) {
      points.push_back(static_cast<float>(at.x)), points.push_back(static_cast<float>(at.y));
      labels.push_back(static_cast<float>(label));
    };
    for (const Click& click : seen.clicks) say(click.at, click.adds ? kAdds : kRemoves);
    if (seen.box) {
      say({seen.box->x, seen.box->y}, kBoxStart), say({seen.box->right(), seen.box->bottom()}, kBoxEnd);
    } else {
      say({0, 0}, kNoPoint);
    }
    const auto count = static_cast<int64_t>(labels.size());
    return {photo.embedding, torch::tensor(points).view({1, count, 2}).to(device_),
            torch::tensor(labels).view({1, count}).to(device_), mask_of(photo, before),
            torch::tensor({before.pixels.empty() ? 0.0F : 1.0F}).to(device_)};
  }

  torch::Tensor mask_of(const ScriptedPhoto& photo, const Mask& before) const {
    torch::Tensor mask = torch::full({1, 1, kMaskCells, kMaskCells}, before.pixels.empty() ? 0.0F : -kSurely);
    if (before.pixels.empty()) return mask.to(device_);
    const auto cells = [](int side) { return std::max(1, side * kMaskCells / kPicture); };
    const int columns = cells(photo.picture.width), rows = cells(photo.picture.height);
    const Rect whole{0, 0, double(photo.width()), double(photo.height())};
    const torch::Tensor shares = torch::tensor(mask_cells(before, whole, columns, rows)).view({1, 1, rows, columns});
    mask.slice(2, 0, rows).slice(3, 0, columns).copy_((shares * 2 - 1) * kSurely);
    return mask.to(device_);
  }

  Mask answer_here(const ScriptedPhoto& photo, const ClickPrompt& prompt, const Mask& before) {
    const auto said = decoder_.forward(question_of(photo, prompt, before)).toTuple();
    const torch::Tensor masks = said->elements().at(0).toTensor(), scores = said->elements().at(1).toTensor();
    TORCH_CHECK(masks.dim() == 4 && masks.size(0) == 1 && masks.size(1) == scores.numel(),
                "the decoder gives no masks 1×K×h×w with K scores");
    const torch::Tensor best = masks.select(1, scores.argmax().item<int64_t>()).unsqueeze(1).to(at::kFloat);
    const torch::Tensor fine = at::upsample_bilinear2d(best, {kPicture, kPicture}, false)
                                   .slice(2, 0, photo.picture.height)
                                   .slice(3, 0, photo.picture.width);
    const Rect whole{0, 0, double(photo.width()), double(photo.height())};
    Mask mask = answer_in_frame(values_of(fine), photo.picture.width, photo.picture.height, whole, before,
                                {photo.width(), photo.height()});
    obey_clicks(mask, prompt.clicks, kObeyRadius);
    return mask;
  }

  const std::string id_;
  const int threads_;
  const torch::Device device_;
  torch::jit::Module encoder_, decoder_;
};

Result<torch::jit::Module> load(const std::string& path, const std::vector<std::string>& trusted,
                                torch::Device device) {
  JAEDAN_ASSIGN_OR_RETURN(std::string bytes, read_trusted(path, trusted));
  try {
    std::istringstream in(std::move(bytes));
    torch::jit::Module module = torch::jit::load(in, device);
    module.eval();
    return module;
  } catch (const std::exception& e) {
    return Error{
        ErrorCode::kCorrupt, "net.no_torch_script", "{0}: is no TorchScript that can be loaded: {1}", {path, e.what()}};
  }
}

}  // namespace

Result<std::unique_ptr<InteractiveSegmenter>> make_torch_script_pair(const InteractiveOptions& options) {
  const std::filesystem::path folder(options.model_folder);
  JAEDAN_ASSIGN_OR_RETURN(const torch::Device device, choose_device(options.device));
  JAEDAN_ASSIGN_OR_RETURN(auto encoder, load((folder / kScriptEncoder).string(), options.trusted, device));
  JAEDAN_ASSIGN_OR_RETURN(auto decoder, load((folder / kScriptDecoder).string(), options.trusted, device));
  const std::filesystem::path named = folder.has_filename() ? folder : folder.parent_path();
  return std::unique_ptr<InteractiveSegmenter>(std::make_unique<ScriptPair>(
      named.filename().string(), options.threads, device, std::move(encoder), std::move(decoder)));
}

}  // namespace jaedan::inference
