#include "app/gui/project/click_question.h"

namespace jaedan::gui {

bool operator==(const ClickQuestion& a, const ClickQuestion& b) {
  return a.photo == b.photo && a.said == b.said && a.maybe == b.maybe && a.start == b.start;
}

}  // namespace jaedan::gui
