#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inference/models/device.h"
#include "labeling/base/result.h"
#include "labeling/domain/geometry.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

/// A place that belongs to the object, or one that does not. In pixels of the photo or of a mask, as said where used.
struct Click {
  Point at;
  bool adds = true;

  friend bool operator==(const Click& a, const Click& b) { return a.at == b.at && a.adds == b.adds; }
};

/// What a person has said of one object, in the pixels of EncodedPhoto's frame.
struct ClickPrompt {
  std::vector<Click> clicks;  ///< in the order they were made
  std::optional<Rect> box;    ///< around the object, roughly
};

/// A photo that was looked at once and may be clicked in many times. Masks of its objects are in its frame: the whole
/// photo, scaled down where it is large.
class EncodedPhoto {
 public:
  EncodedPhoto(int width, int height) : width_(width), height_(height) {}
  virtual ~EncodedPhoto() = default;
  int width() const { return width_; }    ///< of the frame
  int height() const { return height_; }  ///< of the frame

 private:
  int width_;
  int height_;
};

/// Cuts out what a person clicks on. One object serves one thread at a time, and so does an EncodedPhoto, which must
/// not outlive the object that made it; click_session.h keeps what happened between two clicks.
class InteractiveSegmenter {
 public:
  virtual ~InteractiveSegmenter() = default;

  /// The slow part, done before anybody clicks. kInvalidArgument for an empty photo; kInternal with the backend's
  /// own words.
  virtual Result<std::unique_ptr<EncodedPhoto>> encode(const ImageView& photo) = 0;
  /// The object's mask (0, 255) in the photo's frame. `before` is what is taken for the object so far, in the same
  /// frame; an empty Mask: nothing is. kInvalidArgument without a click or box, for one outside the frame, or when
  /// `before` has another size.
  virtual Result<Mask> answer(EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before) = 0;
  /// What a garment's provenance names.
  virtual const std::string& id() const = 0;
};

/// For open_interactive (torch/open_model.h).
struct InteractiveOptions {
  std::string model_folder;
  int threads = 0;  ///< of one operation; 0 = all cores
  Device device = Device::kCpu;
  std::vector<std::string> trusted;  ///< SHA-256 of the files with code that a person has trusted (script_pair.h)
};

/// The frame of a photo's masks: the photo's size, scaled down to this area.
inline constexpr double kClickFrameArea = 2e6;

/// Whether `answer` can be asked this; the error says what is wrong.
Status check_question(const EncodedPhoto& photo, const ClickPrompt& prompt, const Mask& before);

}  // namespace jaedan::inference
