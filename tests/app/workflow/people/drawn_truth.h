#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/rings/self_crossing.h"
#include "labeling/domain/rings/simplify.h"
#include "labeling/synth/synth.h"

namespace jaedan::testing {

/// Size of the drawn photos whose truth is asked for, in pixels.
inline constexpr int kTruthWidth = 120;
inline constexpr int kTruthHeight = 180;

/// The garment of this part, or null: a drawn photo shows one of each at most.
inline const Garment* of_part(const Annotation& annotation, Part part) {
  const auto& garments = annotation.garments;
  const auto found = std::find_if(garments.begin(), garments.end(), [&](const Garment& g) { return g.part == part; });
  return found == garments.end() ? nullptr : &*found;
}

/// As few points as somebody would click; the traced outline where that would cross itself.
inline Region clicked_outline(const Region& traced) {
  const Region clicked = simplify(traced, {1.0, 0.0});
  const bool crosses = std::any_of(clicked.rings.begin(), clicked.rings.end(), crosses_itself);
  return clicked.empty() || crosses ? traced : clicked;
}

/// Whether the garment is more than a rim or a strip, on which a pixel's difference would weigh as much as a fault.
inline bool shows_well(const Region& outline) {
  const Rect bounds = bounds_of(outline);
  const double area = area_px(outline);
  return area >= 0.03 * kTruthWidth * kTruthHeight && area >= 0.35 * bounds.width * bounds.height;
}

/// What is true of `count` drawn photos that show a garment well; nobody looks at their pixels. Each question has one
/// answer: details, of which a garment may have several, are left out.
inline std::vector<Annotation> drawn_truths(std::uint64_t seed, std::size_t count) {
  labeling::SynthOptions options;
  options.width = kTruthWidth;
  options.height = kTruthHeight;
  options.camera_strength = 0;
  std::vector<Annotation> truths;
  for (int index = 0; truths.size() < count; ++index) {
    Result<labeling::DrawnPhoto> photo = labeling::draw_photo(seed, index, options);
    if (!photo.ok()) {
      ADD_FAILURE() << photo.error().text();
      break;
    }
    Annotation truth = std::move(photo->annotation);
    auto& garments = truth.garments;
    const auto hardly_shows = [](const Garment& garment) { return !shows_well(garment.region); };
    garments.erase(std::remove_if(garments.begin(), garments.end(), hardly_shows), garments.end());
    if (garments.empty()) continue;
    for (Garment& garment : garments) {
      garment.region = clicked_outline(garment.region);
      erase_values(garment.attributes, attribute::kDetail);
    }
    truths.push_back(std::move(truth));
  }
  return truths;
}

}  // namespace jaedan::testing
