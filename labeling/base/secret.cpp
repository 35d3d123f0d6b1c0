#include "labeling/base/secret.h"

#include <sodium.h>

#include <utility>

namespace jaedan {

void wipe(std::string& text) {
  text.resize(text.capacity());  // which moves nothing
  sodium_memzero(text.data(), text.size());
  text.clear();
}

Secret::Secret(std::string&& typed) : bytes_(typed.begin(), typed.end()) { wipe(typed); }

Secret& Secret::operator=(Secret&& other) noexcept {
  std::vector<char> taken = std::move(other.bytes_);
  sodium_memzero(bytes_.data(), bytes_.size());
  bytes_ = std::move(taken);
  return *this;
}

Secret::~Secret() { sodium_memzero(bytes_.data(), bytes_.size()); }

}  // namespace jaedan
