#include "labeling/review/deed.h"

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllDeeds.size()> kDeedIds = {"draw",    "label",  "arrange", "accept", "submit",
                                                                     "approve", "return", "import",  "manage"};
constexpr std::string_view kUndo = "undo_";

}  // namespace

std::string_view id_of(Deed deed) { return kDeedIds[static_cast<std::size_t>(deed)]; }

std::string undo_of(std::string_view action) { return std::string(kUndo).append(action); }
std::string undo_of(Deed deed) { return undo_of(id_of(deed)); }

bool is_undo(std::string_view action) { return action.substr(0, kUndo.size()) == kUndo; }

std::string_view deed_behind(std::string_view action) { return is_undo(action) ? action.substr(kUndo.size()) : action; }

Message message_of(Deed deed) {
  switch (deed) {
    case Deed::kDraw: return {"deed.draw", "draw"};
    case Deed::kLabel: return {"deed.label", "label"};
    case Deed::kArrange: return {"deed.arrange", "arrange"};
    case Deed::kAccept: return {"deed.accept", "accept"};
    case Deed::kSubmit: return {"deed.submit", "submit"};
    case Deed::kApprove: return {"deed.approve", "approve"};
    case Deed::kReturn: return {"deed.return", "return"};
    case Deed::kImport: return {"deed.import", "import"};
    case Deed::kManage: return {"deed.manage", "managing the project"};
  }
  return {};
}

}  // namespace jaedan
