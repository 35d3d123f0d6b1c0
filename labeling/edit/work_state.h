#pragma once

#include <memory>

#include "labeling/domain/annotation.h"
#include "labeling/edit/command.h"

namespace jaedan {

/// `command` together with what work does to the photo's state, as one undo entry: a new photo is drawn then, and one
/// that was approved needs another look (returned), so that nobody trains from what no inspector saw. Hiding and
/// locking are no work, nor is what changes nothing: then it is `command` itself.
std::shared_ptr<const Command> with_state_of_work(const Annotation& annotation,
                                                  const std::shared_ptr<const Command>& command);

}  // namespace jaedan
