#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace jaedan::inference {

/// A kind and the word for it in files and on the command line. Each enum has one table of these, beside the functions
/// that read and write it; nothing else compares words.
template <typename Kind>
struct KindWord {
  Kind kind;
  std::string_view word;
};

/// The word of a kind, which is in the table.
template <typename Kind, std::size_t count>
std::string_view word_in(const std::array<KindWord<Kind>, count>& table, Kind kind) {
  for (const KindWord<Kind>& entry : table) {
    if (entry.kind == kind) return entry.word;
  }
  return {};
}

template <typename Kind, std::size_t count>
std::optional<Kind> kind_in(const std::array<KindWord<Kind>, count>& table, std::string_view word) {
  for (const KindWord<Kind>& entry : table) {
    if (entry.word == word) return entry.kind;
  }
  return std::nullopt;
}

/// "auto, cpu, cuda": what an error says is allowed.
template <typename Kind, std::size_t count>
std::string words_in(const std::array<KindWord<Kind>, count>& table) {
  std::string words;
  for (const KindWord<Kind>& entry : table) words += (words.empty() ? "" : ", ") + std::string(entry.word);
  return words;
}

}  // namespace jaedan::inference
