#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "labeling/base/result.h"

namespace jaedan::workflow {

/// Days as the figures name them: "2026-01-31".

/// Days since 1970-01-01; none for text that is no day of the calendar.
std::optional<std::int64_t> day_number(const std::string& day);
std::string day_of(std::int64_t number);
/// kInvalidArgument, naming `which` ("from"), for text that is neither empty nor a day of the calendar.
Status check_day(const char* which, const std::string& day);

}  // namespace jaedan::workflow
