#include "recommender/outfits/vocabulary.h"

#include <algorithm>
#include <utility>

namespace jaedan::recommender::outfits {
namespace {

using Counted = std::map<std::string, KnownWord>;

void count(Counted& words, const std::string& text, const std::string& slot) {
  KnownWord& word = words[text];
  if (word.count == 0) {
    word.text = text;
    word.slot = slot;
  }
  ++word.count;
}

/// The commonest ones, in the order of their texts.
std::vector<KnownWord> commonest(const Counted& words, std::size_t most) {
  std::vector<KnownWord> kept;
  for (const auto& [text, word] : words) kept.push_back(word);
  std::stable_sort(kept.begin(), kept.end(), [](const KnownWord& a, const KnownWord& b) { return a.count > b.count; });
  kept.resize(std::min(kept.size(), most));
  std::sort(kept.begin(), kept.end(), [](const KnownWord& a, const KnownWord& b) { return a.text < b.text; });
  return kept;
}

std::optional<Word> find(const std::map<std::string, Word, std::less<>>& words, std::string_view text) {
  const auto found = words.find(text);
  return found == words.end() ? std::nullopt : std::optional<Word>(found->second);
}

}  // namespace

Vocabulary Vocabulary::of(const std::vector<Outfit>& outfits, std::size_t most_words) {
  Counted types;
  Counted tokens;
  for (const Outfit& outfit : outfits) {
    for (const Piece& piece : outfit.pieces) {
      count(types, piece.type, slot_of(piece));
      for (const std::string& token : piece.tokens) count(tokens, token, "");
    }
  }
  std::vector<KnownWord> all = commonest(types, most_words);
  const std::size_t kept_types = all.size();
  for (KnownWord& token : commonest(tokens, most_words - kept_types)) all.push_back(std::move(token));
  const std::size_t left_out = types.size() + tokens.size() - all.size();
  Vocabulary vocabulary(std::move(all), kept_types);
  vocabulary.left_out_ = left_out;
  return vocabulary;
}

Vocabulary::Vocabulary(std::vector<KnownWord> all, std::size_t types) : all_(std::move(all)), types_(types) {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    (i < types_ ? by_type_ : by_token_).emplace(all_[i].text, static_cast<Word>(i));
  }
}

std::optional<Word> Vocabulary::type(std::string_view text) const { return find(by_type_, text); }
std::optional<Word> Vocabulary::token(std::string_view text) const { return find(by_token_, text); }

std::vector<Word> Vocabulary::words_of(const Piece& piece) const {
  const std::optional<Word> own_type = type(piece.type);
  if (!own_type) return {};
  std::vector<Word> words = {*own_type};
  for (const std::string& text : piece.tokens) {
    const std::optional<Word> word = token(text);
    if (word && std::find(words.begin(), words.end(), *word) == words.end()) words.push_back(*word);
  }
  return words;
}

}  // namespace jaedan::recommender::outfits
