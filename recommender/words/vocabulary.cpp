#include "recommender/words/vocabulary.h"

#include <algorithm>
#include <utility>

#include "labeling/base/korean_search.h"
#include "labeling/base/utf8.h"
#include "labeling/domain/attribute.h"
#include "recommender/words/letters.h"
#include "recommender/words/name_spellings.h"
#include "recommender/words/near_words.h"

namespace jaedan::recommender {
namespace {

constexpr std::size_t kShortestId = 3;  // "u" and "v" are no words
constexpr std::size_t kShortestMistyped = 5;
constexpr std::size_t kShortestMeant = 4;   // a shorter one is a mistake away from too much
constexpr std::size_t kMostMistakes = 4;    // between a word and what it is compared to, to be told as near
constexpr std::string_view kNone = "none";  // a value that is no word: people say "without"

bool is_particle(WordRole role) {
  return role == WordRole::kParticle || role == WordRole::kTopicParticle || role == WordRole::kJoiningParticle ||
         role == WordRole::kAddingParticle || role == WordRole::kOrParticle;
}
bool has_meaning(WordRole role) {
  return role == WordRole::kLabel || role == WordRole::kPart || role == WordRole::kAttribute;
}
bool mean_the_same(const KnownWord& a, const KnownWord& b) {
  return a.role == b.role && a.labels == b.labels && a.part == b.part && a.attribute == b.attribute;
}

void append_unique(Readings& readings, const Label& label) {
  if (std::find(readings.begin(), readings.end(), label) == readings.end()) readings.push_back(label);
}

std::string utf8_of(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) append_utf8(bytes, c);
  return bytes;
}

/// The attribute whose values are those of another one again, asked for a second time.
std::string_view second_of(std::string_view attribute_id) {
  if (attribute_id == attribute::kColour) return attribute::kSubColour;
  if (attribute_id == attribute::kStyle) return attribute::kSubStyle;
  return {};
}

/// In the order in which their values are thought of: what a garment is, then the rest.
std::vector<const TaxonomyAttribute*> category_first(const Taxonomy& taxonomy) {
  std::vector<const TaxonomyAttribute*> attributes;
  for (const TaxonomyAttribute& a : taxonomy.attributes()) attributes.push_back(&a);
  std::stable_partition(attributes.begin(), attributes.end(),
                        [](const TaxonomyAttribute* a) { return a->id == attribute::kCategory; });
  return attributes;
}

}  // namespace

Vocabulary::Vocabulary(Taxonomy taxonomy, const WordTable& table) : taxonomy_(std::move(taxonomy)) {
  add_table(table);
  for (const TaxonomyAttribute* a : category_first(taxonomy_)) add_values(*a);
  add_groups();
  add_attribute_names();
  add_spellings();
}

void Vocabulary::place(const std::string& spelling, KnownWord word, Places& places) {
  const std::u32string key = folded(spelling);
  if (key.empty()) return;
  word.name = spelling;
  if (places.insert({key, words_.size()}).second) words_.push_back(std::move(word));
  longest_ = std::max(longest_, key.size());
}

void Vocabulary::add_table(const WordTable& table) {
  for (const WordTable::Row& row : table.rows) add_row(row);
  from_table_ = places_;
}

void Vocabulary::add_row(const WordTable::Row& row) {
  KnownWord word{row.role, {}, {}, row.part, row.attribute};
  for (const Readings& readings : row.means) {
    if (Readings known = known_readings(readings); !known.empty()) word.labels.push_back(std::move(known));
  }
  if (row.role == WordRole::kLabel && word.labels.empty()) return;
  if (row.role == WordRole::kAttribute && !taxonomy_.attribute(row.attribute.attribute)) return;
  if (!word.attribute.value.empty() && !has(word.attribute)) word.attribute.value.clear();
  for (const std::string& spelling : row.words) place(spelling, word, is_particle(row.role) ? particles_ : places_);
}

bool Vocabulary::has(const Label& label) const {
  const TaxonomyAttribute* a = taxonomy_.attribute(label.attribute);
  return a && a->value(label.value);
}

Readings Vocabulary::known_readings(const Readings& readings) const {
  Readings known;
  for (const Label& label : readings) {
    if (has(label)) append_unique(known, label);
  }
  for (const Label& label : readings) {
    const Label second{std::string(second_of(label.attribute)), label.value};
    if (has(second)) append_unique(known, second);
  }
  return known;
}

void Vocabulary::add_values(const TaxonomyAttribute& attribute) {
  for (const TaxonomyValue& value : attribute.values) {
    if (value.id == kNone) continue;
    const Label label{attribute.id, value.id};
    std::vector<std::string> names = {value.korean, value.english};
    names.insert(names.end(), value.variants.begin(), value.variants.end());
    for (const std::string& name : names) {
      for (const std::string& spelling : name_spellings(name)) add_value_word(spelling, label);
    }
    if (value.id.size() >= kShortestId) add_value_word(value.id, label);
  }
}

void Vocabulary::add_value_word(const std::string& spelling, const Label& label) {
  const std::u32string key = folded(spelling);
  if (from_table_.count(key) > 0) return;
  const auto known = places_.find(key);
  if (known != places_.end()) return append_unique(words_[known->second].labels.front(), label);
  place(spelling, {WordRole::kLabel, {}, {{label}}, {}, {}}, places_);
}

void Vocabulary::add_groups() {
  for (const TaxonomyGroup& group : taxonomy_.groups()) {
    Readings readings;
    for (const TaxonomyAttribute& a : taxonomy_.attributes()) {
      for (const TaxonomyValue& value : a.values) {
        if (value.group == group.id) readings.push_back({a.id, value.id});
      }
    }
    if (readings.empty()) continue;
    for (const std::string& name : {group.korean, group.english}) {
      place(name, {WordRole::kLabel, {}, {readings}, {}, {}}, places_);
    }
  }
}

void Vocabulary::add_attribute_names() {
  for (const TaxonomyAttribute& a : taxonomy_.attributes()) {
    Label absent{a.id, {}};
    for (const KnownWord& word : words_) {
      if (word.attribute.attribute == a.id) absent = word.attribute;
    }
    for (const std::string& name : {a.korean, a.english})
      place(name, {WordRole::kAttribute, {}, {}, {}, absent}, places_);
  }
}

void Vocabulary::add_spellings() {
  for (const auto& [key, at] : places_) {
    if (has_meaning(words_[at].role)) spellings_.push_back({typed_letters(key), at});
  }
}

const KnownWord* Vocabulary::find(std::u32string_view word) const {
  const auto found = places_.find(word);
  return found == places_.end() ? nullptr : &words_[found->second];
}

const KnownWord* Vocabulary::find_particle(std::u32string_view particle) const {
  const auto found = particles_.find(particle);
  return found == particles_.end() ? nullptr : &words_[found->second];
}

std::optional<KnownWord> Vocabulary::from_consonants(std::u32string_view consonants) const {
  const std::string typed = utf8_of(consonants);
  Readings exact, beginning;
  std::string name;
  for (const TaxonomyAttribute* a : category_first(taxonomy_)) {
    for (const TaxonomyValue& value : a->values) {
      std::vector<std::string> names = value.variants;
      names.insert(names.begin(), value.korean);
      for (const std::string& spelling : names) {
        const std::u32string letters = folded(spelling);
        if (letters.size() < consonants.size() || value.id == kNone) continue;
        if (!matches_typed(utf8_of(letters.substr(0, consonants.size())), typed)) continue;
        const bool is_all = letters.size() == consonants.size();
        if (is_all && exact.empty()) name.clear();
        if (name.empty()) name = value.korean;
        append_unique(is_all ? exact : beginning, {a->id, value.id});
      }
    }
  }
  Readings& readings = exact.empty() ? beginning : exact;
  if (readings.empty()) return std::nullopt;
  return KnownWord{WordRole::kLabel, std::move(name), {std::move(readings)}, {}, {}};
}

const KnownWord* Vocabulary::mistyped(std::u32string_view word) const {
  const std::u32string typed = typed_letters(word);
  if (typed.size() < kShortestMistyped) return nullptr;
  const KnownWord* meant = nullptr;
  for (const Spelling& spelling : spellings_) {
    if (spelling.typed.size() < kShortestMeant) continue;
    bool near = typing_mistakes(typed, spelling.typed, 1) <= 1;
    if (!near && word.back() == U's') near = typing_mistakes(typed.substr(0, typed.size() - 1), spelling.typed, 1) <= 1;
    if (!near) continue;
    if (meant && !mean_the_same(*meant, words_[spelling.word])) return nullptr;
    meant = &words_[spelling.word];
  }
  return meant;
}

std::vector<std::string> Vocabulary::nearest(std::u32string_view word, std::size_t count) const {
  const std::u32string typed = typed_letters(word);
  const std::size_t most = std::clamp<std::size_t>((typed.size() + 2) / 3, 1, kMostMistakes);
  std::vector<std::pair<std::size_t, const Spelling*>> near;
  for (const Spelling& spelling : spellings_) {
    const std::size_t mistakes = typing_mistakes(typed, spelling.typed, most);
    if (mistakes <= most && mistakes < spelling.typed.size()) near.push_back({mistakes, &spelling});
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  std::vector<const KnownWord*> told;
  for (const auto& [mistakes, spelling] : near) {
    const KnownWord& candidate = words_[spelling->word];
    if (names.size() == count) break;
    if (std::any_of(told.begin(), told.end(), [&](const KnownWord* w) { return mean_the_same(*w, candidate); }))
      continue;
    told.push_back(&candidate);
    names.push_back(candidate.name);
  }
  return names;
}

}  // namespace jaedan::recommender
