#include "recommender/item_filter.h"

#include <algorithm>

namespace jaedan::recommender {

std::vector<std::vector<LabelValue>> any_of_each(const std::vector<LabelValue>& values) {
  std::vector<std::vector<LabelValue>> lists;
  for (const LabelValue& value : values) {
    const auto known = std::find_if(lists.begin(), lists.end(), [&](const std::vector<LabelValue>& list) {
      return list.front().attribute == value.attribute;
    });
    if (known != lists.end()) {
      known->push_back(value);
    } else {
      lists.push_back({value});
    }
  }
  return lists;
}

PhotoGate::PhotoGate(const ItemFilter& filter, PhotoId closed) : open_(filter.wardrobe), closed_(filter.without) {
  closed_.push_back(closed);
  std::sort(closed_.begin(), closed_.end());
  if (open_) std::sort(open_->begin(), open_->end());
}

bool PhotoGate::passes(PhotoId photo) const {
  if (open_ && !std::binary_search(open_->begin(), open_->end(), photo)) return false;
  return !std::binary_search(closed_.begin(), closed_.end(), photo);
}

}  // namespace jaedan::recommender
