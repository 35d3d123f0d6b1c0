#include "labeling/edit/edit_values.h"

#include <algorithm>

namespace jaedan {

void edit_values(AttributeValues& values, const std::string& attribute, const std::string& value,
                 const std::string& user, AttributeEdit edit) {
  const bool stands_alone = edit == AttributeEdit::kReplace || value == kNotSure;
  const auto gives_way = [&](const AttributeValue& v) {
    if (v.attribute != attribute) return false;
    if (edit == AttributeEdit::kRemove) return v.value == value;
    return v.value != value && (stands_alone || v.value == kNotSure);
  };
  values.erase(std::remove_if(values.begin(), values.end(), gives_way), values.end());
  if (edit == AttributeEdit::kRemove) return;
  const auto same = std::find_if(values.begin(), values.end(),
                                 [&](const AttributeValue& v) { return v.attribute == attribute && v.value == value; });
  if (same == values.end()) {
    values.push_back({attribute, value, "", Provenance::human(user)});
  } else {
    confirm(same->provenance, user);
  }
}

}  // namespace jaedan
