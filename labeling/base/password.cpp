#include "labeling/base/password.h"

#include <sodium.h>

#include <array>

#include "labeling/base/secret.h"
#include "labeling/base/utf8.h"

namespace jaedan {
namespace {

/// May be called again, by any thread; libsodium asks for it before its first use.
bool sodium_is_ready() { return sodium_init() >= 0; }

}  // namespace

PasswordCost PasswordCost::usual() {
  return {crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE, crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE};
}

PasswordCost PasswordCost::least() {
  return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

Result<std::string> hash_password(std::string_view password, const PasswordCost& cost) {
  if (password.empty()) return Error{ErrorCode::kInvalidArgument, "password.empty", "a password cannot be empty"};
  if (password.size() > kMostPasswordBytes) {
    return Error{
        ErrorCode::kInvalidArgument, "password.long", "a password has at most {0} bytes", {kMostPasswordBytes}};
  }
  if (password.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) {
    return Error{ErrorCode::kInvalidArgument, "password.lines", "a password is one line"};
  }
  std::string composed = utf8_composed(password);
  std::array<char, crypto_pwhash_argon2id_STRBYTES> hash{};
  const bool made = sodium_is_ready() && crypto_pwhash_argon2id_str(hash.data(), composed.data(), composed.size(),
                                                                    cost.passes, cost.bytes) == 0;
  wipe(composed);
  if (!made) {
    return Error{ErrorCode::kUnavailable,
                 "password.no_memory",
                 "the password could not be stored: that takes {0} MiB of memory",
                 {cost.bytes >> 20}};
  }
  return std::string(hash.data());
}

bool is_password(std::string_view password, const std::string& hash) {
  if (password.size() > kMostPasswordBytes || hash.size() >= crypto_pwhash_argon2id_STRBYTES) return false;
  std::string composed = utf8_composed(password);
  const bool right =
      sodium_is_ready() && crypto_pwhash_argon2id_str_verify(hash.c_str(), composed.data(), composed.size()) == 0;
  wipe(composed);
  return right;
}

}  // namespace jaedan
