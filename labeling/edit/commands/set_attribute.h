#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// How a value meets the values that its attribute has already.
enum class AttributeEdit {
  kReplace,  ///< the value alone (single-valued attributes: colour, fit, …)
  kAdd,      ///< one more, at the end (detail, material, print)
  kRemove,   ///< this one goes, the others stay
};

/// A person says something of a garment; also of a locked one. Where a model said the same
/// before, that is confirmed. "not_sure" stands alone: it drives out other values, and any other
/// value drives it out. Saying what is there already, or removing what is not, changes nothing. Does not know
/// the taxonomy: the window offers only its words. kNotFound; kInvalidArgument for an empty attribute or
/// value, and for style and sub-style, which belong to the photo.
class SetAttribute : public Command {
 public:
  SetAttribute(GarmentId garment, std::string attribute, std::string value, std::string user,
               AttributeEdit edit = AttributeEdit::kReplace);

  std::string name() const override { return "set_attribute"; }
  Changes changes() const override { return Change::kLabels; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  std::string attribute_;
  std::string value_;
  std::string user_;
  AttributeEdit edit_;
};

}  // namespace jaedan
