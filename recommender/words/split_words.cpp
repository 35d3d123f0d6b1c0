#include "recommender/words/split_words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace jaedan::recommender {
namespace {

/// What stands right before a place, as far as it limits what may follow: a single syllable (면, a particle) is no word
/// where what is left of its run is unknown (장면).
enum State : std::size_t { kFree, kAfterSyllable, kAfterUnknown, kStates };

// What a sentence costs; the cheapest reading wins. A word more costs more than a blank inside one.
constexpr double kWord = 1.0, kOneSyllable = 1.5, kBlankInside = 0.05, kPlural = 0.01;
constexpr double kParticleAtEnd = 0.1, kParticleInside = 0.6, kParticleAlone = 1.2;
constexpr double kFirstUnknown = 10.0, kNextUnknown = 2.0;
/// Of words of equal number the one that is long goes first.
constexpr double kPerLetterSquared = -0.001;
/// A shorter Latin word is none where no blank ends it.
constexpr std::size_t kShortestInCompound = 3;

struct Step {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t from = 0;
  State state_before = kFree;
  const KnownWord* word = nullptr;
};

class Splitter {
 public:
  Splitter(const std::vector<Letter>& letters, const Vocabulary& vocabulary)
      : letters_(letters), vocabulary_(vocabulary), table_(letters.size() + 1) {
    table_[0][kFree].cost = 0;
  }

  std::vector<WordPiece> split() {
    for (std::size_t at = 0; at < letters_.size(); ++at) {
      for (const State state : {kFree, kAfterSyllable, kAfterUnknown}) {
        if (table_[at][state].cost == std::numeric_limits<double>::infinity()) continue;
        take_words(at, state);
        take_particles(at, state);
        take_unknown(at, state);
      }
    }
    return way_back();
  }

 private:
  Script script_at(std::size_t at) const { return script_of(letters_[at].code); }
  bool attached(std::size_t at) const { return at > 0 && at < letters_.size() && letters_[at].before == Gap::kNone; }
  /// Whether a word may begin or end here whatever stands on the other side.
  bool is_border(std::size_t at) const { return !attached(at) || script_at(at) != script_at(at - 1); }

  void offer(std::size_t at, State state, std::size_t to, State after, double cost, const KnownWord* word) {
    if (is_border(to)) after = kFree;
    Step& best = table_[to][after];
    const double sum = table_[at][state].cost + cost;
    if (sum < best.cost) best = {sum, at, state, word};
  }

  void take_words(std::size_t at, State state) {
    const bool border = is_border(at);
    std::u32string word;
    double blanks = 0;
    for (std::size_t end = at; end < letters_.size() && word.size() < vocabulary_.longest(); ++end) {
      const Gap gap = end == at ? Gap::kNone : letters_[end].before;
      if (gap == Gap::kSeparator || (gap == Gap::kBlank && (!border || letters_[end].minus_before))) return;
      if (gap == Gap::kBlank) blanks += kBlankInside;
      word += letters_[end].code;
      const KnownWord* known = vocabulary_.find(word);
      if (!known) continue;
      const bool latin = script_at(end) == Script::kLatin;
      if (latin && (!border || !is_border(end + 1)) && word.size() < kShortestInCompound) continue;
      const bool syllable = word.size() == 1 && script_at(at) == Script::kHangul;
      if (syllable && state == kAfterUnknown) continue;
      const auto length = static_cast<double>(word.size());
      const double cost = (syllable ? kOneSyllable : kWord) + blanks + kPerLetterSquared * length * length;
      offer(at, state, end + 1, syllable ? kAfterSyllable : kFree, cost, known);
      if (latin) take_plural(at, state, end + 1, cost + kPlural, known);
    }
  }

  /// Of a word that ends before `end`: with -s, or -es where English has it.
  void take_plural(std::size_t at, State state, std::size_t end, double cost, const KnownWord* word) {
    const auto is = [&](std::size_t i, char32_t c) { return attached(i) && letters_[i].code == c; };
    if (is(end, U's') && is_border(end + 1)) offer(at, state, end + 1, kFree, cost, word);
    if (is(end, U'e') && is(end + 1, U's') && is_border(end + 2)) offer(at, state, end + 2, kFree, cost, word);
  }

  void take_particles(std::size_t at, State state) {
    if (state == kAfterUnknown) return;
    const bool hangs = attached(at);
    std::u32string word;
    for (std::size_t end = at; end < letters_.size() && (end == at || attached(end)); ++end) {
      word += letters_[end].code;
      if (word.size() > vocabulary_.longest()) return;
      const KnownWord* particle = vocabulary_.find_particle(word);
      if (!particle) continue;
      const bool ends = is_border(end + 1);
      if (!hangs && !ends) continue;
      offer(at, state, end + 1, kAfterSyllable,
            !hangs ? kParticleAlone
            : ends ? kParticleAtEnd
                   : kParticleInside,
            particle);
    }
  }

  /// Latin words are unknown as a whole; of others what is left between known words.
  void take_unknown(std::size_t at, State state) {
    const bool border = is_border(at);
    if (!border && state != kAfterUnknown && (state == kAfterSyllable || script_at(at) == Script::kLatin)) return;
    std::size_t end = at + 1;
    if (script_at(at) == Script::kLatin || script_at(at) == Script::kConsonant) {
      if (!border) return;
      while (!is_border(end)) ++end;
    }
    const double letters = static_cast<double>(end - at);
    const bool goes_on = !border && state == kAfterUnknown;
    offer(at, state, end, kAfterUnknown, (goes_on ? 0 : kFirstUnknown) + kNextUnknown * letters, nullptr);
  }

  std::vector<WordPiece> way_back() const {
    std::vector<WordPiece> pieces;
    State state = kFree;
    for (std::size_t at = letters_.size(); at > 0;) {
      const Step& step = table_[at][state];
      const bool joins =
          !pieces.empty() && !step.word && !pieces.back().word && pieces.back().first == at && !is_border(at);
      if (joins) {
        pieces.back().first = step.from;
      } else {
        pieces.push_back({step.from, at, step.word});
      }
      at = step.from;
      state = step.state_before;
    }
    std::reverse(pieces.begin(), pieces.end());
    return pieces;
  }

  const std::vector<Letter>& letters_;
  const Vocabulary& vocabulary_;
  std::vector<std::array<Step, kStates>> table_;
};

}  // namespace

std::vector<WordPiece> split_words(const std::vector<Letter>& letters, const Vocabulary& vocabulary) {
  return Splitter(letters, vocabulary).split();
}

}  // namespace jaedan::recommender
