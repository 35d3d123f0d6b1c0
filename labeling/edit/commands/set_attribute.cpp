#include "labeling/edit/commands/set_attribute.h"

#include <algorithm>
#include <utility>

#include "labeling/edit/garment_access.h"

namespace jaedan {
namespace {

/// A sub-colour is another colour. A guess gives way to what is said of the colour.
Status check_colours(const std::string& attribute, const std::string& value, AttributeValues& values) {
  const bool is_sub = attribute == attribute::kSubColour;
  if ((!is_sub && attribute != attribute::kColour) || value == kNotSure) return {};
  const AttributeValue* other = find_value(values, is_sub ? attribute::kColour : attribute::kSubColour);
  if (!other || other->value != value) return {};
  if (!is_sub && is_guess(other->provenance)) {
    erase_values(values, attribute::kSubColour);
    return {};
  }
  return Error{ErrorCode::kInvalidArgument,
               "label.colours_alike",
               "colour and sub-colour cannot both be '{0}'; change the other one first",
               {value}};
}

}  // namespace

SetAttribute::SetAttribute(GarmentId garment, std::string attribute, std::string value, std::string user,
                           AttributeEdit edit)
    : garment_(garment),
      attribute_(std::move(attribute)),
      value_(std::move(value)),
      user_(std::move(user)),
      edit_(edit) {}

Status SetAttribute::apply(Annotation& annotation) const {
  if (attribute_.empty() || value_.empty()) {
    return Error{ErrorCode::kInvalidArgument, "label.incomplete",
                 "a label needs an attribute and a value; to remove one, clear it"};
  }
  if (attribute_ == attribute::kStyle || attribute_ == attribute::kSubStyle) {
    return Error{ErrorCode::kInvalidArgument,
                 "label.of_the_photo",
                 "'{0}' is said of the whole photo, not of a garment",
                 {attribute_}};
  }
  JAEDAN_ASSIGN_OR_RETURN(Garment * garment, garment_to_label(annotation, garment_));
  AttributeValues& values = garment->attributes;
  if (edit_ != AttributeEdit::kRemove) JAEDAN_RETURN_IF_ERROR(check_colours(attribute_, value_, values));

  const bool stands_alone = edit_ == AttributeEdit::kReplace || value_ == kNotSure;
  const auto gives_way = [&](const AttributeValue& v) {
    if (v.attribute != attribute_) return false;
    if (edit_ == AttributeEdit::kRemove) return v.value == value_;
    return v.value != value_ && (stands_alone || v.value == kNotSure);
  };
  values.erase(std::remove_if(values.begin(), values.end(), gives_way), values.end());
  if (edit_ == AttributeEdit::kRemove) return {};

  const auto same = std::find_if(values.begin(), values.end(), [&](const AttributeValue& v) {
    return v.attribute == attribute_ && v.value == value_;
  });
  if (same == values.end()) {
    values.push_back({attribute_, value_, "", Provenance::human(user_)});
  } else {
    confirm(same->provenance, user_);
  }
  return {};
}

}  // namespace jaedan
