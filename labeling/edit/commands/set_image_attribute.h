#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// A person says something of the whole photo: style, sub-style, … K-Fashion knows a sub-style only beside a
/// style, and never the same one twice, so kInvalidArgument for a sub-style without a style
/// and for the value that the other of the two has. A style of "not_sure" takes the sub-style with it.
class SetImageAttribute : public Command {
 public:
  SetImageAttribute(std::string attribute, std::string value, std::string user);

  std::string name() const override { return "set_image_attribute"; }
  Changes changes() const override { return Change::kLabels; }
  Status apply(Annotation& annotation) const override;

 private:
  Status check_style(const AttributeValues& values) const;

  std::string attribute_;
  std::string value_;
  std::string user_;
};

}  // namespace jaedan
