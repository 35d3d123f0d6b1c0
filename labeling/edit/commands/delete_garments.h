#pragma once

#include <string>
#include <vector>

#include "labeling/edit/command.h"

namespace jaedan {

/// Removes garments with everything said of them. All or none: kNotFound, kInvalidArgument (one is locked).
class DeleteGarments : public Command {
 public:
  explicit DeleteGarments(std::vector<GarmentId> garments);

  std::string name() const override { return "delete_garments"; }
  Changes changes() const override { return Change::kRemoves; }
  Status apply(Annotation& annotation) const override;

 private:
  std::vector<GarmentId> garments_;
};

}  // namespace jaedan
