#include "recommender/words/name_spellings.h"

namespace jaedan::recommender {
namespace {

/// Without blanks around it, and with one between words.
std::string tidied(std::string_view text) {
  std::string tidy;
  for (const char c : text) {
    if (c == ' ' && (tidy.empty() || tidy.back() == ' ')) continue;
    tidy += c;
  }
  while (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

void append_beside_slashes(std::string_view name, std::vector<std::string>& spellings) {
  if (name.find('/') != std::string_view::npos) spellings.push_back(tidied(name));
  while (!name.empty()) {
    const std::size_t slash = name.find('/');
    spellings.push_back(tidied(name.substr(0, slash)));
    if (slash == std::string_view::npos) return;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace

std::vector<std::string> name_spellings(std::string_view name) {
  std::vector<std::string> spellings;
  const std::size_t open = name.find('('), close = name.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    append_beside_slashes(name, spellings);
    return spellings;
  }
  const std::string before(name.substr(0, open)), inside(name.substr(open + 1, close - open - 1)),
      after(name.substr(close + 1));
  append_beside_slashes(before + after, spellings);
  append_beside_slashes(inside + after, spellings);
  return spellings;
}

}  // namespace jaedan::recommender
