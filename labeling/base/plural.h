#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jaedan {

/// English: "1 photo", "0 photos", "3 photos"; `many` for words that take more than an s. The one owner of this rule:
/// sentences with a key write the gap {0|photo} or {0|person|people} (message.h), which ends up here.
std::string counted(std::int64_t count, std::string_view one, std::string_view many = {});

/// The same for a number that is text already.
std::string counted(std::string_view number, std::string_view one, std::string_view many = {});

}  // namespace jaedan
