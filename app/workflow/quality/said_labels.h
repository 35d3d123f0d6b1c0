#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "labeling/agreement/consensus.h"

namespace jaedan::workflow {

/// Where `part` stands in kAllParts, and in what is counted in its order.
constexpr std::size_t place_in_parts(Part part) { return static_cast<std::size_t>(part) - 1; }
static_assert(kAllParts[place_in_parts(Part::kDress)] == Part::kDress);

/// What several people said of one attribute of one garment that two or more of them drew, or of the photo.
struct SaidLabel {
  std::string attribute;
  std::optional<Part> part;                 ///< none: of the photo
  std::map<std::size_t, std::string> said;  ///< by person; several values as "a+b"
};

/// Who named nothing where somebody else named something.
inline constexpr const char* kNamedNone = "-";

/// Everything that can be compared of what `people` persons said, garment by garment as they were put together.
std::vector<SaidLabel> said_labels(const labeling::Consensus& consensus, std::size_t people);

}  // namespace jaedan::workflow
