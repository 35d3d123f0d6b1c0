#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/review/actor.h"

namespace jaedan {

/// A person of a project.
struct User {
  UserId id;
  std::string name;  ///< in form C; the log has it
  Roles roles;
  bool disabled = false;      ///< may not act; what they did stays
  bool has_password = false;  ///< what it is stored as is nobody's business here (store/people/user_store.h)
  int failed_logins = 0;      ///< wrong passwords in a row, with those that are being tried now
  std::string failed_at;      ///< UTC: when the last of them was begun to be tried; empty: never
  std::string created_at;     ///< UTC

  bool is_manager() const { return roles.has(Role::kManager) && !disabled; }
};

/// After so many wrong passwords in a row nobody gets in …
inline constexpr int kMostFailedLogins = 10;
/// … for so long, or until a manager sets a new one.
inline constexpr std::int64_t kLockSeconds = std::int64_t{15} * 60;
/// Characters of the longest name of a person.
inline constexpr std::size_t kMostNameCharacters = 64;

/// `typed` as the name of a person: in Unicode's form C. kInvalidArgument, with the reason, for one that is empty or
/// longer than kMostNameCharacters, begins or ends with a blank, is no UTF-8, or has a character that nobody sees
/// (control characters, line breaks, zero width, turned writing), with which it could pass for another.
Result<std::string> user_name_from(std::string_view typed);

/// What two names of the same person have in common: "Mina", "mina" and "ＭＩＮＡ" give the same.
std::string user_key(std::string_view name);

}  // namespace jaedan
