#include "labeling/review/user.h"

#include <initializer_list>
#include <vector>

#include "labeling/base/utf8.h"

namespace jaedan {
namespace {

Error unfit(const char* key, const char* english, std::initializer_list<Message> in_gaps = {}) {
  return {ErrorCode::kInvalidArgument, key, english, in_gaps};
}

}  // namespace

Result<std::string> user_name_from(std::string_view typed) {
  constexpr std::size_t kMostBytes = 16 * kMostNameCharacters;  // letters apart are more than one of the name
  if (typed.empty()) return unfit("user.name_empty", "the name of a person cannot be empty");
  const auto too_long = [] {
    return unfit("user.name_long", "the name of a person has at most {0} characters", {kMostNameCharacters});
  };
  if (typed.size() > kMostBytes) return too_long();
  if (!is_plain_text(typed)) return unfit("user.name_no_text", "the name of a person must be UTF-8 text");
  JAEDAN_ASSIGN_OR_RETURN(std::string name, utf8_nfc(typed));
  const std::vector<std::uint32_t> codes = utf8_codes(name);
  if (codes.size() > kMostNameCharacters) return too_long();
  for (const std::uint32_t code : codes) {
    if (!is_visible_or_blank(code)) {
      return unfit("user.name_unseen",
                   "the name of a person cannot have control characters or others that nobody sees");
    }
  }
  if (!is_visible(codes.front()) || !is_visible(codes.back())) {
    return unfit("user.name_blank", "the name of a person cannot begin or end with a blank");
  }
  return name;
}

std::string user_key(std::string_view name) { return utf8_caseless(name); }

}  // namespace jaedan
