#include "app/workflow/photo/compare_annotations.h"

#include <algorithm>
#include <set>

#include "labeling/shape/region_algebra.h"

namespace jaedan::workflow {
namespace {

bool is_confirmed_now(const std::string& attribute, const AttributeValues& before, const AttributeValues& after) {
  const AttributeValue* const was = find_value(before, attribute);
  const AttributeValue* const is = find_value(after, attribute);
  return was && is && is_guess(was->provenance) && !is_guess(is->provenance);
}

void compare_outlines(const Region& before, const Region& after, GarmentDifference& difference) {
  if (before == after) {
    difference.same = after;
    return;
  }
  difference.same = labeling::shared(before, after);
  difference.added = labeling::subtracted(after, before);
  difference.removed = labeling::subtracted(before, after);
  const double same = area_px(difference.same);
  const double all = same + area_px(difference.added) + area_px(difference.removed);
  difference.iou = all > 0 ? same / all : 1;
}

bool has_other_values(const std::vector<LabelDifference>& labels) {
  return std::any_of(labels.begin(), labels.end(), [](const LabelDifference& label) { return label.other_values(); });
}

GarmentDifference compare_garments(const Garment& before, const Garment& after) {
  GarmentDifference difference;
  difference.id = after.id;
  difference.part = after.part;
  difference.part_before = before.part;
  compare_outlines(before.region, after.region, difference);
  difference.labels = label_differences(before.attributes, after.attributes);
  const bool other = difference.other_outline() || before.part != after.part || has_other_values(difference.labels);
  difference.became = other ? Became::kChanged : Became::kSame;
  return difference;
}

/// A garment that is in one version only.
GarmentDifference in_one_only(const Garment& garment, Became became) {
  GarmentDifference difference;
  difference.id = garment.id;
  difference.became = became;
  difference.part = difference.part_before = garment.part;
  const bool added = became == Became::kAdded;
  (added ? difference.added : difference.removed) = garment.region;
  difference.iou = area_px(garment.region) > 0 ? 0 : 1;
  difference.labels = added ? label_differences({}, garment.attributes) : label_differences(garment.attributes, {});
  return difference;
}

std::size_t other_values(const std::vector<LabelDifference>& labels) {
  return static_cast<std::size_t>(
      std::count_if(labels.begin(), labels.end(), [](const LabelDifference& label) { return label.other_values(); }));
}

}  // namespace

std::vector<LabelDifference> label_differences(const AttributeValues& before, const AttributeValues& after) {
  std::set<std::string> attributes;
  for (const AttributeValues* values : {&before, &after}) {
    for (const AttributeValue& value : *values) attributes.insert(value.attribute);
  }
  std::vector<LabelDifference> differences;
  for (const std::string& attribute : attributes) {
    LabelDifference one{attribute, values_of(before, attribute), values_of(after, attribute), false};
    one.confirmed = !one.other_values() && is_confirmed_now(attribute, before, after);
    if (one.other_values() || one.confirmed) differences.push_back(std::move(one));
  }
  return differences;
}

PhotoDifference compare_annotations(const Annotation& before, const Annotation& after) {
  PhotoDifference difference;
  for (const Garment& garment : after.garments) {
    const Garment* const was = find_garment(before, garment.id);
    difference.garments.push_back(was ? compare_garments(*was, garment) : in_one_only(garment, Became::kAdded));
  }
  for (const Garment& garment : before.garments) {
    if (!find_garment(after, garment.id)) difference.garments.push_back(in_one_only(garment, Became::kRemoved));
  }
  difference.labels = label_differences(before.image_attributes, after.image_attributes);
  return difference;
}

bool PhotoDifference::nothing_changed() const { return outlines_changed() == 0 && labels_changed() == 0; }

std::size_t PhotoDifference::outlines_changed() const {
  const auto other = [](const GarmentDifference& garment) {
    return garment.became == Became::kAdded || garment.became == Became::kRemoved || garment.other_outline() ||
           garment.part != garment.part_before;
  };
  return static_cast<std::size_t>(std::count_if(garments.begin(), garments.end(), other));
}

std::size_t PhotoDifference::labels_changed() const {
  std::size_t count = other_values(labels);
  for (const GarmentDifference& garment : garments) count += other_values(garment.labels);
  return count;
}

}  // namespace jaedan::workflow
