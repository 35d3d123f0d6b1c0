#include "recommender/words/query_words.h"

#include <algorithm>
#include <utility>

#include "labeling/base/utf8.h"
#include "recommender/words/letters.h"
#include "recommender/words/query_grammar.h"
#include "recommender/words/split_words.h"

namespace jaedan::recommender {
namespace {

/// Longer texts are not looked at: many times what the letters that are allowed can take.
constexpr std::size_t kMostBytes = 64 * kMostQueryLetters;
constexpr std::size_t kNearestTold = 3;
/// Looking for what is near takes longer than everything else; nobody reads more.
constexpr std::size_t kMostWithNearest = 20;

/// The sentence while it is taken apart.
class Reader {
 public:
  Reader(const Vocabulary& vocabulary, WordQuery& query)
      : vocabulary_(vocabulary), query_(query), letters_(letters_of(query.text)) {}

  std::size_t letter_count() const { return letters_.size(); }

  std::vector<SentenceWord> read() {
    for (const WordPiece& piece : split_words(letters_, vocabulary_)) {
      if (letters_[piece.first].minus_before) {
        say(minus(), {letters_[piece.first].at, 0}, letters_[piece.first].before == Gap::kSeparator);
      }
      if (piece.word) {
        say(*piece.word, place_of(piece), separated(piece));
      } else {
        guess(piece);
      }
    }
    return std::move(words_);
  }

 private:
  static KnownWord minus() { return {WordRole::kNotBefore, "-", {}, {}, {}}; }

  /// Where there is a minus, the separator stands before that.
  bool separated(const WordPiece& piece) const {
    const Letter& first = letters_[piece.first];
    return first.before == Gap::kSeparator && !first.minus_before;
  }

  TextPlace place_of(const WordPiece& piece) const {
    const std::size_t at = letters_[piece.first].at;
    return {at, letters_[piece.end - 1].end - at};
  }
  std::string text_at(const TextPlace& place) const { return query_.text.substr(place.at, place.length); }
  std::u32string letters_of_piece(const WordPiece& piece) const {
    std::u32string word;
    for (std::size_t i = piece.first; i < piece.end; ++i) word += letters_[i].code;
    return word;
  }

  void say(KnownWord word, const TextPlace& place, bool after_separator) {
    words_.push_back({std::move(word), place, after_separator});
  }

  void understand(const WordPiece& piece, const KnownWord& word) {
    const TextPlace place = place_of(piece);
    query_.understood.push_back({text_at(place), place, word.name});
    say(word, place, separated(piece));
  }

  /// What an unknown piece may have been meant to be.
  void guess(const WordPiece& piece) {
    const std::u32string word = letters_of_piece(piece);
    if (script_of(word.front()) == Script::kConsonant) {
      if (word.size() > 1) {
        if (const auto meant = vocabulary_.from_consonants(word)) return understand(piece, *meant);
      }
    } else if (const KnownWord* meant = vocabulary_.mistyped(word)) {
      return understand(piece, *meant);
    } else if (guess_before_particle(piece, word)) {
      return;
    }
    const TextPlace place = place_of(piece);
    UnknownWord unknown{text_at(place), place, {}};
    if (query_.unknown.size() < kMostWithNearest) unknown.nearest = vocabulary_.nearest(word, kNearestTold);
    query_.unknown.push_back(std::move(unknown));
    say({WordRole::kUnknown, {}, {}, {}, {}}, place, separated(piece));
  }

  bool guess_before_particle(const WordPiece& piece, const std::u32string& word) {
    for (std::size_t length = 1; length < word.size(); ++length) {
      const KnownWord* particle = vocabulary_.find_particle(word.substr(length));
      const KnownWord* meant = particle ? vocabulary_.mistyped(word.substr(0, length)) : nullptr;
      if (!meant) continue;
      const std::size_t middle = piece.first + length;
      understand({piece.first, middle, nullptr}, *meant);
      say(*particle, place_of({middle, piece.end, nullptr}), false);
      return true;
    }
    return false;
  }

  const Vocabulary& vocabulary_;
  WordQuery& query_;
  const std::vector<Letter> letters_;
  std::vector<SentenceWord> words_;
};

Error too_long(std::size_t letters) {
  return {ErrorCode::kTooLarge,
          "words.too_long",
          "{0} letters are too many to search with; {1} at most",
          {letters, kMostQueryLetters}};
}

}  // namespace

Result<WordQuery> parse_words(const Vocabulary& vocabulary, std::string_view text) {
  if (text.size() > kMostBytes) return too_long(text.size());
  WordQuery query;
  query.text = utf8_composed(valid_utf8(text));
  Reader reader(vocabulary, query);
  if (reader.letter_count() > kMostQueryLetters) return too_long(reader.letter_count());
  bind_words(vocabulary.taxonomy(), reader.read(), query);
  if (query.garments.size() > kMostQueryGarments || query.unwanted.size() > kMostQueryGarments) {
    return Error{ErrorCode::kTooLarge,
                 "words.many_garments",
                 "{0} garments are too many to search for at once; {1} at most",
                 {std::max(query.garments.size(), query.unwanted.size()), kMostQueryGarments}};
  }
  return query;
}

}  // namespace jaedan::recommender
