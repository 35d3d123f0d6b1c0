#pragma once

#include <string>

#include "labeling/domain/attribute.h"

namespace jaedan {

/// How a value meets the values that its attribute has already.
enum class AttributeEdit {
  kReplace,  ///< the value alone (single-valued attributes: colour, fit, …)
  kAdd,      ///< one more, at the end (detail, material, print, season)
  kRemove,   ///< this one goes, the others stay
};

/// A person's answer among those of a garment or a photo. Where a model said the same before, that is confirmed.
/// "not_sure" stands alone: it drives out other values, and any other value drives it out. Saying what is there
/// already, or removing what is not, changes nothing.
void edit_values(AttributeValues& values, const std::string& attribute, const std::string& value,
                 const std::string& user, AttributeEdit edit);

}  // namespace jaedan
