#include "recommender/words/sentence_parts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "labeling/domain/attribute.h"

namespace jaedan::recommender {
namespace {

bool has_content(const KnownWord& word) {
  return word.role == WordRole::kLabel || word.role == WordRole::kPart || word.role == WordRole::kAttribute;
}
bool is_noun(const KnownWord& word) {
  return word.part || (word.role == WordRole::kLabel && is_category(word.labels.front().front()));
}
bool has_reading(const KnownWord& word, std::string_view attribute) {
  return word.role == WordRole::kLabel && std::any_of(word.labels.front().begin(), word.labels.front().end(),
                                                      [&](const Label& label) { return label.attribute == attribute; });
}
bool is_or(WordRole role) { return role == WordRole::kOr || role == WordRole::kOrParticle; }
bool coordinates(WordRole role) {
  return is_or(role) || role == WordRole::kJoining || role == WordRole::kJoiningParticle;
}
/// What a thing is made or shaped like, so that "without black jeans" speaks of jeans; "without print" does not go on.
bool describes(const KnownWord& word) {
  return word.role == WordRole::kLabel && !has_reading(word, attribute::kDetail) &&
         !has_reading(word, attribute::kPrint);
}

/// The words with what is found out about each.
class Sentence {
 public:
  explicit Sentence(std::vector<SentenceWord> words) {
    bool separated = false;
    for (SentenceWord& word : words) {
      separated = separated || word.after_separator;
      if (word.word.role == WordRole::kFiller || word.word.role == WordRole::kParticle) continue;
      word.after_separator = std::exchange(separated, false);
      words_.push_back({std::move(word), false, false});
    }
  }

  std::vector<SentencePart> parts() {
    answer_named_questions();
    for (std::size_t i = 0; i < words_.size(); ++i) negate_from(i);
    std::vector<SentencePart> parts;
    for (std::size_t i = 0; i < words_.size(); ++i) append(i, parts);
    return parts;
  }

 private:
  struct Word : SentenceWord {
    bool negated = false;
    bool left_out = false;
    Word(SentenceWord said, bool is_negated, bool is_left_out)
        : SentenceWord(std::move(said)), negated(is_negated), left_out(is_left_out) {}
  };

  WordRole role(std::size_t i) const { return words_[i].word.role; }
  bool content(std::size_t i) const { return i < words_.size() && has_content(words_[i].word) && !words_[i].left_out; }
  /// Content that follows what is before it without a comma.
  bool goes_on(std::size_t i) const { return content(i) && !words_[i].after_separator; }

  /// "꽃 무늬", "sleeves long": the question beside its own answer says nothing more than which answer is meant.
  void answer_named_questions() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (role(i) != WordRole::kAttribute) continue;
      const std::string& asked = words_[i].word.attribute.attribute;
      const auto answers = [&](std::size_t j) {
        return content(j) && has_reading(words_[j].word, asked) && !is_noun(words_[j].word);
      };
      std::size_t answer = words_.size();
      if (i > 0 && !words_[i].after_separator && answers(i - 1)) answer = i - 1;
      if (answer == words_.size() && goes_on(i + 1) && answers(i + 1)) answer = i + 1;
      if (answer == words_.size()) continue;
      words_[i].left_out = true;
      narrow(words_[answer].word.labels.front(), asked);
      if (words_[i].after_separator) words_[answer].after_separator = true;
    }
    words_.erase(std::remove_if(words_.begin(), words_.end(), [](const Word& w) { return w.left_out; }), words_.end());
  }

  /// Leaves what answers `asked`; a sub-colour answers as its colour does.
  static void narrow(Readings& readings, std::string_view asked) {
    const std::string_view second = asked == attribute::kColour ? attribute::kSubColour : asked;
    readings.erase(std::remove_if(readings.begin(), readings.end(),
                                  [&](const Label& l) { return l.attribute != asked && l.attribute != second; }),
                   readings.end());
  }

  void negate_from(std::size_t i) {
    if (role(i) == WordRole::kNotAfter) negate_before(i);
    if (role(i) == WordRole::kNotBefore) negate_next(i);
    if (role(i) == WordRole::kWithoutBefore) negate_phrase(i);
  }

  bool same_kind(std::size_t i, std::size_t j) const { return is_noun(words_[i].word) == is_noun(words_[j].word); }

  /// "블랙은 빼고", "블랙이랑 레드 빼고".
  void negate_before(std::size_t i) {
    if (i > 0 && role(i - 1) == WordRole::kTopicParticle) words_[--i].left_out = true;
    while (i > 0 && content(i - 1)) {
      words_[--i].negated = true;
      const bool chained =
          i > 1 && coordinates(role(i - 1)) && content(i - 2) && same_kind(i, i - 2) && !words_[i].after_separator;
      if (!chained) return;
      --i;
    }
  }

  /// "not black", "not black or red".
  void negate_next(std::size_t i) {
    ++i;
    if (i < words_.size() && role(i) == WordRole::kBelonging) words_[i++].left_out = true;
    if (!content(i)) return;
    words_[i].negated = true;
    negate_chained(i, true);
  }

  /// "without print", "without black jeans".
  void negate_phrase(std::size_t i) {
    const std::size_t first = i + 1;
    if (!content(first)) return;
    std::size_t end = first + 1;
    while (goes_on(end)) ++end;
    std::size_t noun = first;
    while (noun < end && !is_noun(words_[noun].word)) ++noun;
    const bool one_garment = noun < end && std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                                                       words_.begin() + static_cast<std::ptrdiff_t>(noun),
                                                       [](const Word& w) { return describes(w.word); });
    if (one_garment) {
      words_[noun].negated = true;
      negate_chained(noun, true);
    } else if (noun < end) {
      words_[first].negated = true;
    } else {
      for (std::size_t j = first; j < end; ++j) words_[j].negated = true;
      negate_chained(end - 1, false);
    }
  }

  /// What is joined to the negated word `i` is negated with it, unless it begins another garment: "without print and
  /// buttons", but not "without print and white shirt".
  void negate_chained(std::size_t i, bool only_or) {
    while (i + 2 < words_.size() && (only_or ? is_or(role(i + 1)) : coordinates(role(i + 1))) && goes_on(i + 2)) {
      i += 2;
      if (!same_kind(i, i - 2) || (!only_or && goes_on(i + 1))) return;
      words_[i].negated = true;
    }
  }

  void append(std::size_t i, std::vector<SentencePart>& parts) const {
    const Word& word = words_[i];
    if (word.left_out) return;
    SentencePart part;
    part.place = word.place;
    part.after_separator = word.after_separator;
    part.excluded = word.negated;
    switch (word.word.role) {
      case WordRole::kLabel:
      case WordRole::kPart:
        part.labels = word.word.labels;
        part.part = word.word.part;
        return append_joined(std::move(part), parts);
      case WordRole::kAttribute:
        if (!answer_question(word.word.attribute, part)) return;
        return append_joined(std::move(part), parts);
      case WordRole::kBelonging: part.kind = SentencePart::Kind::kBelonging; break;
      case WordRole::kTopicParticle: part.kind = SentencePart::Kind::kTopic; break;
      case WordRole::kOr:
      case WordRole::kOrParticle: part.kind = SentencePart::Kind::kOr; break;
      case WordRole::kJoining:
      case WordRole::kJoiningParticle:
      case WordRole::kAddingParticle: part.kind = SentencePart::Kind::kJoining; break;
      default: return;
    }
    parts.push_back(std::move(part));
  }

  /// "무늬 없는" asks for the answer that says so, "무늬 있는" for any other; a question without such an answer asks
  /// for none at all, or for nothing.
  static bool answer_question(const Label& question, SentencePart& part) {
    if (question.value.empty() && !part.excluded) return false;
    if (!question.value.empty()) part.excluded = !part.excluded;
    part.labels = {{question}};
    return true;
  }

  /// One label of what "or" joins, as far as both are of a kind.
  static void append_joined(SentencePart part, std::vector<SentencePart>& parts) {
    if (parts.size() > 1 && parts.back().kind == SentencePart::Kind::kOr) {
      SentencePart& first = parts[parts.size() - 2];
      const bool alike = first.kind == SentencePart::Kind::kLabel && first.labels.size() == 1 &&
                         part.labels.size() == 1 && first.excluded == part.excluded && !part.after_separator &&
                         names_garment(first) == names_garment(part);
      if (alike) {
        Readings& readings = first.labels.front();
        readings.insert(readings.end(), part.labels.front().begin(), part.labels.front().end());
        first.place.length = part.place.at + part.place.length - first.place.at;
        parts.pop_back();
        return;
      }
    }
    parts.push_back(std::move(part));
  }

  std::vector<Word> words_;
};

}  // namespace

bool is_category(const Label& label) { return label.attribute == attribute::kCategory; }

bool names_garment(const SentencePart& part) {
  return part.part || (!part.labels.empty() && is_category(part.labels.front().front()));
}

bool may_name_garment(const SentencePart& part) {
  return names_garment(part) ||
         (!part.labels.empty() && std::any_of(part.labels.front().begin(), part.labels.front().end(), is_category));
}

std::vector<SentencePart> sentence_parts(std::vector<SentenceWord> words) { return Sentence(std::move(words)).parts(); }

}  // namespace jaedan::recommender
