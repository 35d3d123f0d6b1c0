#pragma once

#include "labeling/edit/command.h"

namespace jaedan {

/// Which version stays when two people changed one photo at the same time.
enum class Kept {
  kTheirs,
  kMine,
  kBoth,  ///< what only one of them changed is as they left it; what both changed is there twice
};

/// Run on their version: brings mine in. The state is not touched: who approves looks at the photo as it is now.
class KeepVersion : public Command {
 public:
  /// `base`: what both began with.
  KeepVersion(Annotation mine, Annotation base, Kept kept);

  std::string name() const override { return "keep_version"; }
  Changes changes() const override;
  Status apply(Annotation& theirs) const override;

 private:
  Annotation mine_;
  Annotation base_;
  Kept kept_;
};

}  // namespace jaedan
