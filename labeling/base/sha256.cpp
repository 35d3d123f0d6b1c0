#include "labeling/base/sha256.h"

#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace jaedan {
namespace {

constexpr std::size_t kPieceBytes = 1 << 20;

}  // namespace

struct Sha256::State {
  crypto_hash_sha256_state sodium;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->sodium); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(&state_->sodium, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

Sha256::Digest Sha256::finish() {
  Digest digest;
  static_assert(sizeof(digest) == crypto_hash_sha256_BYTES);
  crypto_hash_sha256_final(&state_->sodium, digest.data());
  return digest;
}

std::string hex_of(const Sha256::Digest& digest) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

Sha256::Digest sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

Result<Sha256::Digest> sha256_of_file(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    return Error{ErrorCode::kNotFound, "file.not_there", "{0}: no such file", {path}};
  }
  std::ifstream file(path, std::ios::binary);
  if (!std::filesystem::is_regular_file(path, failed) || !file) {
    return Error{ErrorCode::kIo, "file.cannot_open", "{0}: cannot be opened", {path}};
  }
  Sha256 hash;
  std::vector<char> piece(kPieceBytes);
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
    hash.add({piece.data(), static_cast<std::size_t>(file.gcount())});
  }
  if (file.bad()) return Error{ErrorCode::kIo, "file.cannot_read", "{0}: cannot be read", {path}};
  return hash.finish();
}

Result<std::string> sha256_hex_of_file(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const Sha256::Digest digest, sha256_of_file(path));
  return hex_of(digest);
}

}  // namespace jaedan
