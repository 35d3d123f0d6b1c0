#include "labeling/edit/commands/set_image_attribute.h"

#include <utility>

namespace jaedan {

SetImageAttribute::SetImageAttribute(std::string attribute, std::string value, std::string user, AttributeEdit edit)
    : attribute_(std::move(attribute)), value_(std::move(value)), user_(std::move(user)), edit_(edit) {}

Status SetImageAttribute::check_style(const AttributeValues& values) const {
  const bool is_sub_style = attribute_ == attribute::kSubStyle;
  if (!is_sub_style && attribute_ != attribute::kStyle) return {};
  const AttributeValue* other = find_value(values, is_sub_style ? attribute::kStyle : attribute::kSubStyle);
  if (is_sub_style && (!other || other->value == kNotSure)) {
    return Error{ErrorCode::kInvalidArgument, "label.style_missing",
                 "a sub-style needs a style; choose the style first"};
  }
  if (other && other->value == value_ && value_ != kNotSure) {
    return Error{ErrorCode::kInvalidArgument,
                 "label.styles_alike",
                 "style and sub-style cannot both be '{0}'; change the other one first",
                 {value_}};
  }
  return {};
}

Status SetImageAttribute::apply(Annotation& annotation) const {
  if (attribute_.empty() || value_.empty()) {
    return Error{ErrorCode::kInvalidArgument, "label.incomplete",
                 "a label needs an attribute and a value; to remove one, clear it"};
  }
  AttributeValues& values = annotation.image_attributes;
  if (edit_ != AttributeEdit::kRemove) JAEDAN_RETURN_IF_ERROR(check_style(values));
  if (attribute_ == attribute::kStyle && value_ == kNotSure) erase_values(values, attribute::kSubStyle);
  edit_values(values, attribute_, value_, user_, edit_);
  return {};
}

}  // namespace jaedan
