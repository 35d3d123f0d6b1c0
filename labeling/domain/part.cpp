#include "labeling/domain/part.h"

namespace jaedan {
namespace {

struct PartNames {
  Part part;
  std::string_view id;
  std::string_view korean;
};

constexpr std::array<PartNames, 4> kNames = {{
    {Part::kOuter, "outer", "아우터"},
    {Part::kTop, "top", "상의"},
    {Part::kBottom, "bottom", "하의"},
    {Part::kDress, "dress", "원피스"},
}};

const PartNames& names_of(Part part) { return kNames[static_cast<std::size_t>(part) - 1]; }

}  // namespace

std::string_view id_of(Part part) { return names_of(part).id; }

std::string_view korean_name_of(Part part) { return names_of(part).korean; }

Message message_of(Part part) {
  switch (part) {
    case Part::kOuter: return {"part.outer", "outer"};
    case Part::kTop: return {"part.top", "top"};
    case Part::kBottom: return {"part.bottom", "bottom"};
    case Part::kDress: return {"part.dress", "dress"};
  }
  return {};
}

std::optional<Part> part_from_id(std::string_view id) {
  for (const PartNames& names : kNames) {
    if (names.id == id) return names.part;
  }
  return std::nullopt;
}

std::optional<Part> part_from_korean(std::string_view name) {
  for (const PartNames& names : kNames) {
    if (names.korean == name) return names.part;
  }
  return std::nullopt;
}

}  // namespace jaedan
