#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan {

/// What it costs to try one password: time grows with `passes`, memory is `bytes`.
struct PasswordCost {
  unsigned long long passes;
  std::size_t bytes;

  /// What this program stores: about a tenth of a second and 64 MiB (libsodium's limits for a person who waits).
  static PasswordCost usual();
  /// The least that argon2id takes; for tests.
  static PasswordCost least();
};

/// Bytes of the longest password.
inline constexpr std::size_t kMostPasswordBytes = 1024;

/// `password` as it may be stored: argon2id with a salt of its own and its cost in it, one line of ASCII. Letters apart
/// and together are the same password. kInvalidArgument for one that is empty, longer than kMostPasswordBytes or more
/// than one line; kUnavailable when there is not memory enough. Takes as long as its cost says.
Result<std::string> hash_password(std::string_view password, const PasswordCost& cost = PasswordCost::usual());
/// Whether `hash` was made of `password`; takes as long as making it. False for what is no hash.
bool is_password(std::string_view password, const std::string& hash);

}  // namespace jaedan
