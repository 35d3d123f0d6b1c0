#include "labeling/review/deed.h"

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllDeeds.size()> kDeedIds = {"draw",    "label",  "arrange", "accept", "submit",
                                                                     "approve", "return", "import",  "manage"};

}  // namespace

std::string_view id_of(Deed deed) { return kDeedIds[static_cast<std::size_t>(deed)]; }

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
