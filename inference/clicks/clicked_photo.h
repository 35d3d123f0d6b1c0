#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "inference/clicks/click_session.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// ClickStart in the photo's own pixels.
struct ObjectStart {
  Region region;
  MaskOrigin by = MaskOrigin::kPerson;
  std::vector<Region> others;

  friend bool operator==(const ObjectStart& a, const ObjectStart& b) {
    return a.region == b.region && a.by == b.by && a.others == b.others;
  }
};

/// A photo that objects are clicked out of, one after the other, in the photo's own pixels. What the command line and
/// the studio use. Belongs to one thread; the segmenter must outlive it.
class ClickedPhoto {
 public:
  /// Looks at the photo, which is the slow part. Errors: those of InteractiveSegmenter::encode.
  static Result<std::unique_ptr<ClickedPhoto>> look_at(InteractiveSegmenter& segmenter, const ImageView& photo);

  /// Begins an object; what was said of the one before is forgotten.
  void begin(const ObjectStart& start);
  void begin(const Mask& start, MaskOrigin by);

  /// Says one thing more of the object. kInvalidArgument, and nothing was said, for a place outside the photo; else
  /// those of InteractiveSegmenter::answer.
  Status click(const Click& click);
  Status box(const Rect& box);
  /// Takes the last click or box back; false when nothing was said.
  bool take_back() { return session_->take_back(); }

  /// The object so far. A mask that was begun with and not corrected comes back outlined anew.
  Region region() const { return outlined(session_->mask()); }
  /// What the object would be after one click more; nothing is said by it.
  Result<Region> region_after(const Click& click);

  int width() const { return width_; }    ///< of the photo
  int height() const { return height_; }  ///< of the photo

 private:
  ClickedPhoto(InteractiveSegmenter& segmenter, std::unique_ptr<EncodedPhoto> encoded, int width, int height);
  Result<Click> in_frame(const Click& click) const;
  Region outlined(const Mask& mask) const;
  Mask framed(const Region& region) const;

  InteractiveSegmenter& segmenter_;
  std::unique_ptr<EncodedPhoto> encoded_;
  int width_;
  int height_;
  double scale_x_;  ///< frame pixels a photo pixel
  double scale_y_;
  std::optional<ClickSession> session_;
};

}  // namespace jaedan::inference
