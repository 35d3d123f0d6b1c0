#include "recommender/words/word_table.h"

#include <gtest/gtest.h>

#include <set>

#include "recommender/words/name_spellings.h"
#include "recommender/words/near_words.h"
#include "tests/recommender/words/words_in_tests.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

const std::string kFormat = R"("format": "jaedan-search-words", "version": 1)";

std::string table(const std::string& labels, const std::string& parts, const std::string& roles) {
  return "{" + kFormat + R"(, "labels": [)" + labels + R"(], "parts": [)" + parts +
         R"(], "attributes": [], "roles": {)" + roles + "}}";
}

TEST(WordTable, ReadsLabelsWithTheirMeanings) {
  ASSERT_OK_AND_ASSIGN(
      const WordTable words,
      parse_word_table(table(R"({"words": ["cream"], "means": ["colour.white|colour.beige", "fit.wide"]})", "",
                             R"("filler": ["the"])"),
                       "a.json"));
  ASSERT_EQ(words.rows.size(), 2u);
  ASSERT_EQ(words.rows[0].means.size(), 2u);
  EXPECT_EQ(words.rows[0].means[0], (Readings{{"colour", "white"}, {"colour", "beige"}}));
  EXPECT_EQ(words.rows[1].role, WordRole::kFiller);
}

TEST(WordTable, BrokenFilesAreNamed) {
  for (const std::string& json :
       {std::string("{"), std::string("[]"), std::string("null"), std::string(R"({"format": "other"})"),
        "{" + kFormat + "}", table(R"({"words": ["a"], "means": ["colour"]})", "", ""),
        table(R"({"words": ["a"], "means": ["colour.white|"]})", "", ""),
        table(R"({"words": ["a"], "means": []})", "", ""), table("", R"({"words": ["a"], "part": "hat"})", ""),
        table("", "", R"("verb": ["go"])"), table(R"({"words": [1], "means": ["colour.white"]})", "", "")}) {
    const auto words = parse_word_table(json, "a.json");
    ASSERT_FALSE(words.ok()) << json;
    EXPECT_EQ(words.error().code, ErrorCode::kCorrupt);
    EXPECT_NE(words.error().text().find("a.json"), std::string::npos) << words.error().text();
  }
  EXPECT_ERROR(load_word_table("/nowhere/words.json"), ErrorCode::kNotFound);
}

TEST(WordTable, TheOneOfTheProgramSaysOnlyWhatTheTaxonomyHas) {
  ASSERT_OK_AND_ASSIGN(const WordTable words,
                       load_word_table(jaedan::testing::source_dir() + "/assets/search/words.json"));
  const Taxonomy& taxonomy = testing::vocabulary().taxonomy();
  std::set<std::string> seen;
  for (const WordTable::Row& row : words.rows) {
    for (const Readings& readings : row.means) {
      for (const Label& label : readings) {
        const TaxonomyAttribute* attribute = taxonomy.attribute(label.attribute);
        EXPECT_TRUE(attribute && attribute->value(label.value)) << label.attribute << "." << label.value;
      }
    }
    for (const std::string& word : row.words) {
      const bool may_repeat = row.role != WordRole::kLabel && row.role != WordRole::kFiller;
      EXPECT_TRUE(seen.insert(word).second || may_repeat) << word << " stands twice";
    }
  }
  EXPECT_GT(seen.size(), 200u);
}

TEST(NameSpellings, WhatStandsBesideASlashOrInBracketsIsAWord) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(name_spellings("wool/cashmere"), (Words{"wool/cashmere", "wool", "cashmere"}));
  EXPECT_EQ(name_spellings("belt (sash)"), (Words{"belt", "sash"}));
  EXPECT_EQ(name_spellings("Chinese (mandarin) collar"), (Words{"Chinese collar", "mandarin collar"}));
  EXPECT_EQ(name_spellings("black"), (Words{"black"}));
  EXPECT_EQ(name_spellings(")("), (Words{")("}));
  EXPECT_TRUE(name_spellings("").empty());
}

TEST(TypingMistakes, AreCountedUpToAMost) {
  EXPECT_EQ(typing_mistakes(U"skirt", U"skirt", 2), 0u);
  EXPECT_EQ(typing_mistakes(U"skrit", U"skirt", 2), 1u) << "two exchanged";
  EXPECT_EQ(typing_mistakes(U"jaket", U"jacket", 2), 1u);
  EXPECT_EQ(typing_mistakes(U"skirts", U"shirt", 2), 2u);
  EXPECT_EQ(typing_mistakes(U"", U"coat", 2), 3u);
  EXPECT_EQ(typing_mistakes(U"", U"", 0), 0u);
}

}  // namespace
}  // namespace jaedan::recommender
