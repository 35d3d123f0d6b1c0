#pragma once

#include <string>

#include "labeling/formats/taxonomy_json.h"
#include "recommender/words/query_words.h"
#include "tests/support/test_paths.h"

namespace jaedan::recommender::testing {

/// The words that the program knows.
inline const Vocabulary& vocabulary() {
  static const Vocabulary words(labeling::load_default_taxonomy().value(),
                                load_word_table(jaedan::testing::source_dir() + "/assets/search/words.json").value());
  return words;
}

/// "colour.red|colour.blue"; a sub-colour and a sub-style, which go with every colour and style, are left out.
inline std::string text_of(const Readings& readings) {
  std::string text;
  for (const Label& label : readings) {
    if (label.attribute.rfind("sub_", 0) == 0) continue;
    text += (text.empty() ? "" : "|") + label.attribute + "." + label.value;
  }
  return text;
}

/// "bottom +length.mini +category.skirt -colour.black".
inline std::string text_of(const QueryGarment& garment) {
  std::string text = garment.part ? std::string(id_of(*garment.part)) : "any";
  for (const QueryLabel& label : garment.wanted) text += " +" + text_of(label.readings);
  for (const QueryLabel& label : garment.excluded) text += " -" + text_of(label.readings);
  return text;
}

/// Garments between slashes; "not (…)" is not worn; labels of the photo; ?word is unknown, word=name was understood so.
inline std::string text_of(const WordQuery& query) {
  std::string text;
  const auto add = [&](const std::string& more) { text += (text.empty() ? "" : " / ") + more; };
  for (const QueryGarment& garment : query.garments) add(text_of(garment));
  for (const QueryGarment& garment : query.unwanted) add("not (" + text_of(garment) + ")");
  for (const QueryLabel& label : query.photo_wanted) add("photo +" + text_of(label.readings));
  for (const QueryLabel& label : query.photo_excluded) add("photo -" + text_of(label.readings));
  for (const UnknownWord& word : query.unknown) add("?" + word.word);
  for (const UnderstoodWord& word : query.understood) add(word.word + "=" + word.as);
  return text;
}

/// What `sentence` is understood as, or its error.
inline std::string understood(const std::string& sentence) {
  const Result<WordQuery> query = parse_words(vocabulary(), sentence);
  return query.ok() ? text_of(*query) : query.error().text();
}

}  // namespace jaedan::recommender::testing
