#include "app/workflow/recommend/search_garments.h"

#include <gtest/gtest.h>

#include "app/workflow/recommend/search_sentences.h"
#include "labeling/formats/taxonomy_json.h"
#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::workflow {
namespace {

using recommender::testing::item;

class SearchGarments : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(taxonomy_, labeling::load_default_taxonomy());
    items_ = {item(1, 1, Part::kBottom, {}, {{"category", "skirt"}, {"colour", "black"}}),
              item(2, 1, Part::kTop, {}, {{"category", "shirt"}})};
  }

  FoundByWords find(const std::string& text) const {
    const Result<FoundByWords> found = search_by_words(taxonomy_, items_, text, 10);
    EXPECT_TRUE(found.ok()) << found.error().text();
    return found.ok() ? *found : FoundByWords{};
  }
  /// The keys of the notes.
  std::string notes(const std::string& text) const {
    std::string keys;
    for (const Message& note : find(text).notes) keys += note.key + " ";
    return keys;
  }

  Taxonomy taxonomy_;
  std::vector<recommender::Item> items_;
};

TEST_F(SearchGarments, NotesTellWhatAPersonShouldKnow) {
  EXPECT_EQ(notes("black skirt"), "");
  EXPECT_EQ(notes(""), "search.nothing_asked ");
  EXPECT_EQ(notes("cot"), "search.only_unknown ");
  EXPECT_EQ(notes("umbrella blakc skirt"), "search.not_understood search.understood_as ");
  EXPECT_EQ(notes("coat"), "search.nothing_found ");
  EXPECT_EQ(notes("skirt and shirt"), "search.not_together ");
  EXPECT_NE(find("cot").notes.front().text().find("'cot' (known and near: coat"), std::string::npos)
      << find("cot").notes.front().text();
}

TEST_F(SearchGarments, WithoutGarmentsTheNoteSaysSo) {
  items_.clear();
  EXPECT_EQ(notes("skirt"), "search.no_approved ");
}

TEST_F(SearchGarments, AReasonNamesWhatHoldsWhatDoesNotAndWhatIsNotKnown) {
  const FoundByWords found = find("red mini skirt not white");
  ASSERT_EQ(found.photos.size(), 1u);
  EXPECT_EQ(reason_of(found.photos[0].garments.at(0).labels, taxonomy_).text(),
            "has skirt; without white; lacks red; not known: mini");
}

TEST_F(SearchGarments, AGarmentOfTheQueryHasAName) {
  const recommender::WordQuery query = find("black skirt without any detail + dress").query;
  ASSERT_EQ(query.garments.size(), 2u);
  EXPECT_EQ(name_of(query.garments[0], taxonomy_).text(), "bottom: black, skirt; without detail");
  EXPECT_EQ(name_of(find("하의").query.garments.at(0), taxonomy_).text(), "bottom");
}

}  // namespace
}  // namespace jaedan::workflow
