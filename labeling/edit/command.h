#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/edit/changes.h"
#include "labeling/review/deed.h"

namespace jaedan {

/// One thing a person can do to an annotation. Holds ids and values, never pointers into an annotation.
/// To undo, nothing has to be written: the session keeps the difference that a command made (patch.h).
class Command {
 public:
  virtual ~Command() = default;

  /// Stable ASCII id for the history, e.g. "move_vertex"; people see its translation. Nobody decides by it.
  virtual std::string name() const = 0;
  /// What `apply` may change.
  virtual Changes changes() const = 0;
  /// What it is in the workflow: decides who may do it, and what state it leads to (labeling/review). As it follows
  /// from `changes` for most.
  virtual Deed deed() const { return deed_of(changes()); }
  /// Changes `annotation` but for its state, or returns an error and leaves it as it may be: the session works on a
  /// copy.
  virtual Status apply(Annotation& annotation) const = 0;

 protected:
  static constexpr Deed deed_of(Changes changes) {
    if (changes == Changes(Change::kFlags)) return Deed::kArrange;
    return changes == Changes(Change::kLabels) ? Deed::kLabel : Deed::kDraw;
  }
};

}  // namespace jaedan
