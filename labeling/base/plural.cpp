#include "labeling/base/plural.h"

namespace jaedan {

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return counted(std::to_string(count), one, many);
}

std::string counted(std::string_view number, std::string_view one, std::string_view many) {
  std::string text(number);
  text += ' ';
  if (number == "1" || many.empty()) text += one;
  if (number == "1") return text;
  return many.empty() ? text + "s" : text.append(many);
}

}  // namespace jaedan
