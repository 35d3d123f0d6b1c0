#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece; libsodium does the arithmetic.
class Sha256 {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  /// The hash of everything added. The object must not be used afterwards.
  Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// 64 small hexadecimal digits.
std::string hex_of(const Sha256::Digest& digest);
Sha256::Digest sha256_of(std::string_view bytes);
/// Hash of a file's content, read piece by piece. kNotFound, kIo.
Result<Sha256::Digest> sha256_of_file(const std::string& path);
/// The same as hexadecimal digits.
Result<std::string> sha256_hex_of_file(const std::string& path);

}  // namespace jaedan
