#pragma once

#include <string>
#include <vector>

#include "labeling/edit/command.h"

namespace jaedan {

/// Garments copied from this or another photo, and where they go.
struct Pasted {
  std::vector<Garment> garments;  ///< their ids do not matter: they get new ones here
  Point offset;                   ///< added to every point, in image pixels
  int photo_width = 0;            ///< of the photo pasted into; what lies outside is cut off
  int photo_height = 0;
  Point scale{1, 1};  ///< along x and y, before the offset: photos of two sizes
};

/// Adds copies on top, unlocked and shown, with fresh ids. The outlines are the person's; labels that a model
/// said stay the model's until somebody confirms them. A garment wholly outside the photo is left out;
/// kInvalidArgument when that leaves none.
class PasteGarments : public Command {
 public:
  PasteGarments(Pasted pasted, std::string user);

  std::string name() const override { return "paste_garments"; }
  Changes changes() const override { return Change::kAdds; }
  Status apply(Annotation& annotation) const override;

 private:
  Pasted pasted_;
  std::string user_;
};

}  // namespace jaedan
