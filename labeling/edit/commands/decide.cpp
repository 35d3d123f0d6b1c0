#include "labeling/edit/commands/decide.h"

#include "labeling/edit/commands/confirm.h"

namespace jaedan {

Status Decide::apply(Annotation& annotation) const {
  if (inspector_) return Confirm::everything(*inspector_).apply(annotation);
  return {};
}

}  // namespace jaedan
