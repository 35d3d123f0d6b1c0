#include "labeling/synth/weighted_words.h"

#include <cstdlib>
#include <vector>

namespace jaedan::labeling::synth {

std::string draw_word(std::string_view list, Random& random) {
  std::vector<std::string_view> words;
  std::vector<double> weights;
  while (!list.empty()) {
    const std::size_t end = list.find(' ');
    std::string_view item = list.substr(0, end);
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    if (item.empty()) continue;
    const std::size_t colon = item.find(':');
    words.push_back(item.substr(0, colon));
    weights.push_back(colon == std::string_view::npos ? 1.0 : std::atof(std::string(item.substr(colon + 1)).c_str()));
  }
  if (words.empty()) return "";
  const std::string_view word = words[random.weighted(weights)];
  return word == "-" ? "" : std::string(word);
}

}  // namespace jaedan::labeling::synth
