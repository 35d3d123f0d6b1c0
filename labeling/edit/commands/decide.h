#pragma once

#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// A decision about the photo as a whole. It moves the photo to the state that labeling/review says; whether a photo
/// may be approved is asked before (labeling/review/approval.h).
class Decide : public Command {
 public:
  /// What a model said stays its word; who approved it stands beside it (domain/handling.h).
  static Decide approve() { return Decide(Deed::kApprove); }
  /// Back to be worked on.
  static Decide give_back() { return Decide(Deed::kReturn); }
  /// The stage is done.
  static Decide submit() { return Decide(Deed::kSubmit); }

  std::string name() const override { return std::string(id_of(deed_)); }
  Changes changes() const override { return {}; }
  Deed deed() const override { return deed_; }
  Status apply(Annotation&) const override { return {}; }

 private:
  explicit Decide(Deed deed) : deed_(deed) {}

  Deed deed_;
};

}  // namespace jaedan
