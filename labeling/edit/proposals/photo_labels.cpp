#include "labeling/edit/proposals/photo_labels.h"

#include <algorithm>
#include <set>

namespace jaedan {
namespace {

bool somebody_said(const AttributeValues& labels, const std::string& attribute) {
  return std::any_of(labels.begin(), labels.end(), [&](const AttributeValue& value) {
    return value.attribute == attribute && !is_guess(value.provenance);
  });
}

/// Of style and sub-style the model's gives way where both cannot be.
void settle_styles(AttributeValues& labels) {
  const AttributeValue* style = find_value(labels, attribute::kStyle);
  const AttributeValue* sub_style = find_value(labels, attribute::kSubStyle);
  if (!sub_style) return;
  const bool fit = style && style->value != kNotSure && style->value != sub_style->value;
  if (fit) return;
  if (is_guess(sub_style->provenance)) {
    erase_values(labels, attribute::kSubStyle);
  } else if (style && is_guess(style->provenance)) {
    erase_values(labels, attribute::kStyle);
  }
}

}  // namespace

void take_photo_labels(const AttributeValues& said, const std::string& model_id, AttributeValues& labels) {
  if (said.empty()) return;
  std::set<std::string> taken;
  for (AttributeValue value : said) {
    if (somebody_said(labels, value.attribute)) continue;
    if (taken.insert(value.attribute).second) erase_values(labels, value.attribute);
    if (value.provenance.source != Source::kModel) {
      value.provenance = Provenance::model(model_id, value.provenance.score);
    }
    labels.push_back(std::move(value));
  }
  settle_styles(labels);
}

}  // namespace jaedan
