#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jaedan {

/// Writes zeros over all that `text` has room for, also where a longer one had stood, before its memory goes to
/// somebody else. Leaves it empty.
void wipe(std::string& text);

/// A password on its way from where it was typed to where it is compared: it can be handed on but not copied, and what
/// is left behind is zeros.
class Secret {
 public:
  Secret() = default;
  /// Takes the text over; zeros are left of it.
  explicit Secret(std::string&& typed);
  Secret(Secret&& other) noexcept = default;  // a vector hands its memory over and keeps nothing
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  bool empty() const { return bytes_.empty(); }
  /// What it is; as long as this lives and is not handed on.
  std::string_view text() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::vector<char> bytes_;
};

}  // namespace jaedan
