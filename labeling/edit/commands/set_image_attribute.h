#pragma once

#include <string>

#include "labeling/edit/command.h"
#include "labeling/edit/edit_values.h"

namespace jaedan {

/// A person says something of the whole photo (edit_values.h): style, sub-style, … K-Fashion knows a sub-style only
/// beside a style, and never the same one twice, so kInvalidArgument for a sub-style without a style and for the value
/// that the other of the two has. A style of "not_sure" takes the sub-style with it.
class SetImageAttribute : public Command {
 public:
  SetImageAttribute(std::string attribute, std::string value, std::string user,
                    AttributeEdit edit = AttributeEdit::kReplace);

  std::string name() const override { return "set_image_attribute"; }
  Changes changes() const override { return Change::kLabels; }
  Status apply(Annotation& annotation) const override;

 private:
  Status check_style(const AttributeValues& values) const;

  std::string attribute_;
  std::string value_;
  std::string user_;
  AttributeEdit edit_;
};

}  // namespace jaedan
