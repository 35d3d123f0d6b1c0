#include "labeling/review/deed.h"

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllDeeds.size()> kIds = {"draw",   "label",   "arrange", "accept",
                                                                 "submit", "approve", "return",  "import"};

}  // namespace

std::string_view id_of(Deed deed) { return kIds[static_cast<std::size_t>(deed)]; }

}  // namespace jaedan
