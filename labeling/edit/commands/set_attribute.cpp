#include "labeling/edit/commands/set_attribute.h"

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

  edit_values(values, attribute_, value_, user_, edit_);
  return {};
}

}  // namespace jaedan
