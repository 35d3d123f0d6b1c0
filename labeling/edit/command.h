#pragma once

#include <string>

#include "labeling/domain/annotation.h"
#include "labeling/base/result.h"

namespace jaedan {

/// One thing a person can do to an annotation. Holds ids and values, never pointers into an annotation.
/// To undo, nothing has to be written: the session keeps the difference that a command made (patch.h).
class Command {
 public:
  virtual ~Command() = default;

  /// Stable ASCII id for logs and history, e.g. "move_vertex"; people see its translation.
  virtual std::string name() const = 0;
  /// Changes `annotation`, or returns an error and leaves it in any state: the session works on a copy.
  virtual Status apply(Annotation& annotation) const = 0;
};

}  // namespace jaedan
