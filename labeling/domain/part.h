#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "labeling/base/message.h"

namespace jaedan {

/// The part of the body a garment dresses (부위). The numbers are those of mask files and of the
/// consortium's tool.
enum class Part : std::uint8_t { kOuter = 1, kTop = 2, kBottom = 3, kDress = 4 };

inline constexpr std::array<Part, 4> kAllParts = {Part::kOuter, Part::kTop, Part::kBottom, Part::kDress};

/// Where `part` stands in kAllParts, and in what is counted in its order.
constexpr std::size_t place_in_parts(Part part) { return static_cast<std::size_t>(part) - 1; }
static_assert(kAllParts[place_in_parts(Part::kDress)] == Part::kDress);

/// Value of `part` in a label mask; 0 is background.
constexpr std::uint8_t mask_value(Part part) { return static_cast<std::uint8_t>(part); }

/// ASCII id: outer, top, bottom, dress.
std::string_view id_of(Part part);
/// Korean name, the key in K-Fashion files: 아우터, 상의, 하의, 원피스.
std::string_view korean_name_of(Part part);
/// The part's name as an argument of a sentence, said in the window's language.
Message message_of(Part part);
std::optional<Part> part_from_id(std::string_view id);
std::optional<Part> part_from_korean(std::string_view name);

}  // namespace jaedan
