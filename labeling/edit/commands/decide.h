#pragma once

#include <optional>
#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// A decision about the photo as a whole. It moves the photo to the state that labeling/review says; whether a photo
/// may be approved is asked before (labeling/review/approval.h).
class Decide : public Command {
 public:
  /// What a model said and nobody has changed becomes the inspector's word.
  static Decide approve(std::string inspector) { return {Deed::kApprove, std::move(inspector)}; }
  /// Back to be worked on.
  static Decide give_back() { return {Deed::kReturn, std::nullopt}; }
  /// The stage is done.
  static Decide submit() { return {Deed::kSubmit, std::nullopt}; }

  std::string name() const override { return std::string(id_of(deed_)); }
  Changes changes() const override { return inspector_ ? Changes(Change::kLabels) : Changes(); }
  Deed deed() const override { return deed_; }
  Status apply(Annotation& annotation) const override;

 private:
  Decide(Deed deed, std::optional<std::string> inspector) : deed_(deed), inspector_(std::move(inspector)) {}

  Deed deed_;
  std::optional<std::string> inspector_;  ///< whose word model values become
};

}  // namespace jaedan
