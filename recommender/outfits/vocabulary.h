#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recommender/outfits/outfit.h"

namespace jaedan::recommender::outfits {

/// The number of a word of the vocabulary: types first, then tokens.
using Word = std::uint32_t;

/// A word and how often it was met.
struct KnownWord {
  std::string text;
  std::string slot;  ///< of a type: where its first piece is worn; empty for a token
  std::int64_t count = 0;
};

/// The types and tokens of a set of outfits, by number. Immutable.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// The commonest `most_words` types, and as many tokens as still fit; each kind in the order of its text.
  static Vocabulary of(const std::vector<Outfit>& outfits, std::size_t most_words);
  /// From what `all` gave; texts must not repeat among the types or among the tokens.
  Vocabulary(std::vector<KnownWord> all, std::size_t types);

  std::size_t size() const { return all_.size(); }
  std::size_t types() const { return types_; }
  const std::vector<KnownWord>& all() const { return all_; }
  /// How many types and tokens did not fit.
  std::size_t left_out() const { return left_out_; }

  std::optional<Word> type(std::string_view text) const;
  std::optional<Word> token(std::string_view text) const;
  /// The type's number and those of its tokens, each once; what is not known is left out. Empty when the type is not
  /// known.
  std::vector<Word> words_of(const Piece& piece) const;

 private:
  std::vector<KnownWord> all_;
  std::size_t types_ = 0;
  std::size_t left_out_ = 0;
  std::map<std::string, Word, std::less<>> by_type_;
  std::map<std::string, Word, std::less<>> by_token_;
};

}  // namespace jaedan::recommender::outfits
