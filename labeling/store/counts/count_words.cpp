#include "labeling/store/counts/count_words.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "labeling/review/deed.h"

namespace jaedan::labeling {
namespace {

/// Adds one label for each of the photo's styles as well.
void add_label(int part, const RecordFacts::Word& word, const std::vector<std::string>& styles, int times,
               Counts& counts) {
  CountKey key;
  key.kind = CountKind::kLabel;
  key.part = part;
  key.attribute = word.attribute;
  key.word = word.value;
  const CountValue value{times, word.is_guess ? times : 0, 0, 0};
  counts[key] += value;
  for (const std::string& style : styles) {
    key.style = style;
    counts[key] += value;
  }
}

void add_labels(const RecordFacts& facts, int times, Counts& counts) {
  const std::vector<std::string> styles = facts.styles();
  for (const RecordFacts::Word& word : facts.words) add_label(0, word, styles, times, counts);
  for (const RecordFacts::OnePart& garment : facts.garments) {
    for (const RecordFacts::Word& word : garment.words) add_label(garment.part, word, styles, times, counts);
  }
}

/// Something that a model said: of which garment (0: of the photo), of which part, who, attribute, value.
using Said = std::tuple<std::int64_t, int, std::string, std::string, std::string>;

void say(std::int64_t garment, int part, const std::vector<RecordFacts::Word>& words, std::set<Said>& said) {
  for (const RecordFacts::Word& word : words) {
    if (!word.model.empty()) said.emplace(garment, part, word.model, word.attribute, word.value);
  }
}

std::set<Said> said_by_models(const RecordFacts& facts) {
  std::set<Said> said;
  say(0, 0, facts.words, said);
  for (const RecordFacts::OnePart& garment : facts.garments) {
    if (!garment.outline_model.empty()) {
      said.emplace(garment.garment, garment.part, garment.outline_model, kOutlineCount, "");
    }
    say(garment.garment, garment.part, garment.words, said);
  }
  return said;
}

/// Whether a person says the same of the same thing.
bool is_said(const RecordFacts& facts, const Said& said) {
  const auto& [garment_id, part, model, attribute, value] = said;
  const auto holds = [&, &attribute = attribute, &value = value](const std::vector<RecordFacts::Word>& words) {
    return std::any_of(words.begin(), words.end(), [&](const RecordFacts::Word& word) {
      return word.attribute == attribute && word.value == value;
    });
  };
  if (garment_id == 0) return holds(facts.words);
  return std::any_of(
      facts.garments.begin(), facts.garments.end(),
      [&, &id = garment_id](const RecordFacts::OnePart& one) { return one.garment == id && holds(one.words); });
}

}  // namespace

void count_words(const RecordFacts& before, const RecordFacts& after, const std::string& action, const std::string& day,
                 Counts& counts) {
  add_labels(before, -1, counts);
  add_labels(after, 1, counts);

  const std::string_view deed = deed_behind(action);
  const bool is_no_word_of_theirs = deed == id_of(Deed::kAccept) || deed == id_of(Deed::kImport);
  const bool undoes_persons = is_undo(action) && !is_no_word_of_theirs;
  const bool is_no_correction = is_undo(action) || is_no_word_of_theirs;
  const std::set<Said> old_words = said_by_models(before);
  const std::set<Said> new_words = said_by_models(after);
  const auto add = [&](const Said& said, const CountValue& value) {
    CountKey key;
    key.kind = CountKind::kModelWord;
    key.day = day;
    key.part = std::get<1>(said);
    key.who = std::get<2>(said);
    key.attribute = std::get<3>(said);
    counts[key] += value;
    for (const std::string& style : after.styles()) {
      key.style = style;
      counts[key] += value;
    }
  };
  for (const Said& said : new_words) {
    if (old_words.count(said) > 0) continue;
    if (!undoes_persons) {
      add(said, {1, 0, 0, 0});
    } else if (!is_said(before, said)) {
      add(said, {0, -1, 0, 0});
    }
  }
  for (const Said& said : old_words) {
    if (new_words.count(said) > 0) continue;
    if (is_no_correction) {
      add(said, {-1, 0, 0, 0});
    } else if (!is_said(after, said)) {
      add(said, {0, 1, 0, 0});
    }
  }
}

}  // namespace jaedan::labeling
