#pragma once

#include <string>

#include "labeling/edit/command.h"
#include "labeling/edit/edit_values.h"

namespace jaedan {

/// A person says something of a garment (edit_values.h); also of a locked one. Does not know the taxonomy: the window
/// offers only its words. kNotFound; kInvalidArgument for an empty attribute or value, and for style and sub-style,
/// which belong to the photo.
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
