#include "inference/net/torch_interactive.h"

#include <utility>

#include "inference/clicks/click_change.h"
#include "inference/clicks/click_frame.h"
#include "inference/clicks/click_hints.h"
#include "inference/clicks/click_view.h"
#include "inference/clicks/script_pair.h"
#include "inference/garments/mask_bounds.h"
#include "inference/net/clicker.h"
#include "inference/net/guarded.h"
#include "inference/net/open_network.h"
#include "inference/net/tensors.h"
#include "inference/net/torch_script_pair.h"

namespace jaedan::inference {
namespace {

/// A part of the photo that the network has looked at.
struct SeenView {
  Rect place;      ///< in the frame
  InputSize size;  ///< of the network's picture
  ClickView features;
};

class TorchPhoto final : public EncodedPhoto {
 public:
  explicit TorchPhoto(Image frame) : EncodedPhoto(frame.width, frame.height), frame_(std::move(frame)) {}
  const Image& frame() const { return frame_; }
  Rect whole_place() const { return {0, 0, double(width()), double(height())}; }

  SeenView whole;
  std::optional<SeenView> close;  ///< around the object that was asked for last

 private:
  Image frame_;
};

class TorchInteractive final : public InteractiveSegmenter {
 public:
  TorchInteractive(ModelCard card, int threads, torch::Device device, Clicker network)
      : card_(std::move(card)), threads_(threads), device_(device), network_(std::move(network)) {}

  const std::string& id() const override { return card_.id; }

  Result<std::unique_ptr<EncodedPhoto>> encode(const ImageView& photo) override {
    if (photo.empty())
      return Error{ErrorCode::kInvalidArgument, "clicks.empty_photo", "an empty photo has nothing to click on"};
    return guarded<std::unique_ptr<EncodedPhoto>>(threads_, model_failed, [&] {
      auto encoded = std::make_unique<TorchPhoto>(scaled_to_frame(photo, click_frame_of(photo.width, photo.height)));
      encoded->whole = look_at(*encoded, encoded->whole_place());
      return std::unique_ptr<EncodedPhoto>(std::move(encoded));
    });
  }

  Result<Mask> answer(EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) override {
    JAEDAN_RETURN_IF_ERROR(check_question(photo, prompt, before));
    return guarded<Mask>(threads_, model_failed,
                         [&] { return answer_here(static_cast<TorchPhoto&>(photo), prompt, before); });
  }

 private:
  SeenView look_at(const TorchPhoto& photo, const Rect& place) {
    const auto side = [](double length) { return std::max(1, static_cast<int>(length)); };
    const InputSize size =
        input_size_for(side(place.width), side(place.height), {card_.input_width, card_.input_height});
    const NetworkInput input = prepare_view(photo.frame(), place, size);
    return {place, size, network_->encode(image_tensor(input.pixels, size.width, size.height, device_))};
  }

  // Where the object is, is seen in the whole photo; what its outline is, from near.
  Mask answer_here(TorchPhoto& photo, const ClickPrompt& prompt, const Mask& before) {
    const bool knows_place = !bounds_of(before).empty() || prompt.box;
    const Mask coarse = knows_place ? before : decode(photo, photo.whole, prompt, before);
    const Rect wanted = view_for(prompt, coarse, photo.width(), photo.height());
    Mask mask = wanted == photo.whole_place() ? (knows_place ? decode(photo, photo.whole, prompt, before) : coarse)
                                              : decode(photo, close_view(photo, wanted), prompt, before);
    obey_clicks(mask, prompt.clicks, kObeyRadius);
    return mask;
  }

  const SeenView& close_view(TorchPhoto& photo, const Rect& wanted) {
    if (!photo.close || !serves(photo.close->place, wanted)) photo.close = look_at(photo, wanted);
    return *photo.close;
  }

  Mask decode(const TorchPhoto& photo, const SeenView& view, const ClickPrompt& prompt, const Mask& before) {
    const int columns = view.size.width / kHintCell, rows = view.size.height / kHintCell;
    std::vector<float> planes =
        hint_planes(in_view(prompt, view.place, view.size), mask_cells(before, view.place, columns, rows),
                    !before.pixels.empty(), columns, rows);
    const torch::Tensor hints = torch::from_blob(planes.data(), {1, kHintPlanes, rows, columns}).to(device_);
    const torch::Tensor logits = network_->decode(view.features, hints);
    return answer_in_frame(values_of(logits), static_cast<int>(logits.size(3)), static_cast<int>(logits.size(2)),
                           view.place, before, {photo.width(), photo.height()});
  }

  const ModelCard card_;
  const int threads_;
  const torch::Device device_;
  Clicker network_;
};

}  // namespace

Result<std::unique_ptr<InteractiveSegmenter>> make_torch_interactive(const InteractiveOptions& options) {
  if (holds_script_pair(options.model_folder)) return make_torch_script_pair(options);
  JAEDAN_ASSIGN_OR_RETURN(const torch::Device device, choose_device(options.device));
  JAEDAN_ASSIGN_OR_RETURN(OpenedClicker opened, open_clicker(options.model_folder, device));
  return std::unique_ptr<InteractiveSegmenter>(
      std::make_unique<TorchInteractive>(std::move(opened.card), options.threads, device, std::move(opened.network)));
}

}  // namespace jaedan::inference
