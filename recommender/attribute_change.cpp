#include "recommender/attribute_change.h"

#include <algorithm>

namespace jaedan::recommender {
namespace {

/// Adds up vectors and gives their mean.
class Mean {
 public:
  explicit Mean(std::size_t dimension) : sums_(dimension) {}

  void add(const std::vector<float>& vector) {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += vector[i];
    ++count_;
  }
  bool empty() const { return count_ == 0; }
  double at(std::size_t i) const { return sums_[i] / static_cast<double>(count_); }

 private:
  std::vector<double> sums_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<float> vector_after_change(const Item& query, const std::vector<Item>& items, const std::string& attribute,
                                       const std::string& value) {
  std::vector<std::string> own = values_of(query.attributes, attribute);
  own.erase(std::remove(own.begin(), own.end(), std::string(kNotSure)), own.end());
  const auto is_like_query = [&](const Item& item) {
    return std::any_of(own.begin(), own.end(),
                       [&](const std::string& said) { return has_value(item, attribute, said); });
  };
  Mean before(query.vector.size());
  Mean after(query.vector.size());
  for (const Item& item : items) {
    if (item.part != query.part) continue;
    if (has_value(item, attribute, value)) {
      after.add(item.vector);
    } else if (is_like_query(item)) {
      before.add(item.vector);
    }
  }
  std::vector<float> moved = query.vector;
  if (before.empty() || after.empty() || has_value(query, attribute, value)) return moved;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    moved[i] = static_cast<float>(moved[i] + after.at(i) - before.at(i));
  }
  return moved;
}

}  // namespace jaedan::recommender
