#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace jaedan::workflow {

/// Days as the figures name them: "2026-01-31".

/// Days since 1970-01-01; none for text that is no day of the calendar.
std::optional<std::int64_t> day_number(const std::string& day);
std::string day_of(std::int64_t number);

}  // namespace jaedan::workflow
