#include "labeling/formats/taxonomy_json.h"
#include "labeling/io/assets.h"
#include "recommender/words/word_search.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::recommender;

namespace {

/// The words of the program; `data` may also be a table of words.
const Vocabulary& vocabulary() {
  static const Vocabulary words(labeling::load_default_taxonomy().value(),
                                load_word_table(labeling::assets_dir().value() + "/search/words.json").value());
  return words;
}

bool is_in(const TextPlace& place, const WordQuery& query) {
  return place.at <= query.text.size() && place.length <= query.text.size() - place.at;
}

void check_labels(const std::vector<QueryLabel>& labels, const WordQuery& query) {
  for (const QueryLabel& label : labels) {
    fuzz::require(!label.readings.empty(), "a label has a meaning");
    fuzz::require(is_in(label.place, query), "a label stands in the text");
  }
}

void check_query(const WordQuery& query) {
  for (const auto* garments : {&query.garments, &query.unwanted}) {
    fuzz::require(garments->size() <= kMostQueryGarments, "garments are limited");
    for (const QueryGarment& garment : *garments) {
      fuzz::require(!garment.empty(), "a garment asks for something");
      check_labels(garment.wanted, query);
      check_labels(garment.excluded, query);
    }
  }
  check_labels(query.photo_wanted, query);
  check_labels(query.photo_excluded, query);
  for (const UnknownWord& word : query.unknown) {
    fuzz::require(is_in(word.place, query), "an unknown word stands in the text");
    fuzz::require(query.text.substr(word.place.at, word.place.length) == word.word, "it stands where it is said to");
  }
}

const std::vector<Item>& items() {
  static const std::vector<Item> some = {
      {PhotoId{1}, GarmentId{1}, Part::kBottom, {{"category", "skirt", "", {}}, {"length", "mini", "", {}}}, {}},
      {PhotoId{1}, GarmentId{2}, Part::kTop, {{"category", "shirt", "", {}}, {"colour", "white", "", {}}}, {}},
      {PhotoId{2}, GarmentId{1}, Part::kDress, {{"print", "solid", "", {}}}, {}}};
  return some;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto table = parse_word_table(text, "fuzz"); table.ok()) {
    const Vocabulary of_table(vocabulary().taxonomy(), *table);
    for (const WordTable::Row& row : table->rows) {
      for (const std::string& word : row.words) (void)parse_words(of_table, word).ok();
    }
  }
  const Result<WordQuery> query = parse_words(vocabulary(), text);
  if (!query.ok()) return 0;
  check_query(*query);
  for (const PhotoAnswer& photo : search_by_words(*query, items(), {}, 10)) {
    fuzz::require(photo.score >= 0 && photo.score <= 1, "scores are shares");
    fuzz::require(photo.garments.size() <= query->garments.size(), "no garment answers twice");
  }
  return 0;
}
