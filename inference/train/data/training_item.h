#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/garments/body.h"
#include "inference/garments/segmentation_classes.h"
#include "inference/models/head_spec.h"
#include "labeling/dataset/split.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"

namespace jaedan::inference {

using labeling::Split;

/// An object in a photo that can be clicked on.
struct Piece {
  std::string name;                  ///< a part's id, or a data set's own word
  std::vector<std::uint8_t> values;  ///< of `labels` that are its pixels
  int part = -1;                     ///< mask value − 1 when it is all there is of a part
};

/// What is known of a garment besides its outline: value ids by attribute id. An attribute that is not here is
/// unlabelled; that somebody was not sure of it says no more.
using KnownLabels = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Adds a value; an empty one and kNotSure say nothing.
void add_label(KnownLabels& labels, std::string_view attribute, std::string_view value);
/// Places of the known values among the head's; those that it does not know are left out. Empty: unlabelled.
std::vector<int> answers_to(const HeadSpec& head, const KnownLabels& labels);

/// Who drew a garment of the truth.
struct TrueOutline {
  std::string model;    ///< whose own outline it is; empty: a person's or a file's
  bool unseen = false;  ///< nobody looked at it
};

/// Score of a key point of which nothing is known, though it may be in view: one with 0 is not to be seen.
inline constexpr double kUnknownPoint = 0.01;

/// One photo to learn from, already scaled down to about the size the network sees, so that a whole data set
/// stays in memory.
struct TrainingItem {
  std::string name;
  Split split = Split::kTrain;
  Image photo;
  Mask labels;                                ///< same size; PixelClass, kNoGarmentPixel or kIgnoredPixel
  std::array<KnownLabels, kPartCount> known;  ///< by part
  KnownLabels of_photo;                       ///< style, gender, season
  std::array<float, kPartCount> present = {-1, -1, -1, -1};  ///< 1 in the photo, 0 not, −1 unknown
  /// Parts that are worn, but of which no pixels are known: `labels` calls them something else.
  std::array<bool, kPartCount> without_mask{};
  /// Cut out of a photo: which parts are worn cannot be told from the pixels, `present` holds for every view.
  bool is_crop = false;
  Mask body;                            ///< values of BodyPart, of the photo's proportions; empty: unknown
  std::optional<KeyPoints> key_points;  ///< of one figure, in a crowd of two; none: unknown
  std::vector<TrueOutline> outlines;    ///< of its garments, when asked for and where it is known
  std::vector<Piece> pieces;            ///< for learning clicks only
  Mask proposals;                     ///< the same: what a model takes for each part (mask_value); empty: nobody looked
  std::vector<Mask> other_proposals;  ///< the same of the model's further readings
};

/// Photos of one origin. `share` is their part of an epoch relative to the first source; see sampler.h.
struct TrainingSource {
  std::string name;
  double share = 1.0;
  std::vector<TrainingItem> items;
};

/// `width`, `height` such that the sides keep their proportion and the area is about `area_px`; never enlarges.
void fit_area(int& width, int& height, double area_px);

/// Fills `present` from `labels`: below `least_share` of the photo a part counts as unknown, none at all as absent.
void set_presence(TrainingItem& item, double least_share = 0.002);

}  // namespace jaedan::inference
