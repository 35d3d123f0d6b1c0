#include "app/workflow/outfits/suggest_outfits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/app/workflow/outfits/made_outfits.h"

namespace jaedan::workflow {
namespace {

using testing::MadeOutfits;

bool says(const std::vector<Message>& said, const std::string& key) {
  return std::any_of(said.begin(), said.end(), [&](const Message& one) { return one.without_context().key == key; });
}

std::string category_of(MadeOutfits& made, const RecommendedItem& item) {
  const Annotation annotation = made.store().annotation(item.photo.id).value();
  return find_value(find_garment(annotation, item.garment)->attributes, "category")->value;
}

OutfitQuery beside(PhotoId photo, std::optional<Part> part) {
  OutfitQuery query;
  query.with = {{photo, {}, part}};
  query.k = 5;
  return query;
}

OutfitQuery asking(OutfitQuestion question, const std::string& photos_named = {}) {
  OutfitQuery query;
  query.question = question;
  query.k = 5;
  if (!photos_named.empty()) {
    query.wardrobe.emplace();
    query.wardrobe->text = photos_named;
  }
  return query;
}

OutfitQuery of_photos(OutfitQuestion question, std::vector<PhotoId> photos) {
  OutfitQuery query = asking(question);
  query.wardrobe.emplace();
  query.wardrobe->only = std::move(photos);
  return query;
}

TEST(SuggestOutfits, WhatGoesWithAGarmentIsWhatPeopleWearWithIt) {
  for (const bool with_vectors : {false, true}) {
    MadeOutfits made(60, with_vectors);
    ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), beside(made.photo(0), Part::kTop)));
    EXPECT_EQ(found.learnt_from, 60u);
    EXPECT_EQ(found.with.at(0).part, Part::kTop);
    ASSERT_EQ(found.beside.size(), 2u) << "outer and bottom; no dress is worn with a top";
    EXPECT_EQ(found.beside[0].part, Part::kOuter);
    EXPECT_TRUE(found.beside[0].garments.empty());
    EXPECT_TRUE(says(found.partial, "outfits.none_of_part"));
    EXPECT_EQ(found.beside[1].part, Part::kBottom);
    ASSERT_EQ(found.beside[1].garments.size(), 5u);
    for (const SuggestedGarment& garment : found.beside[1].garments) {
      EXPECT_EQ(category_of(made, garment.item), "pants");
      EXPECT_NE(garment.item.photo.id, made.photo(0)) << "its own photo's is known";
      EXPECT_EQ(garment.item.box, (Rect{10, 50, 80, 40}));
      EXPECT_TRUE(says(garment.reasons, "outfits.speaks_for"));
      EXPECT_NE(garment.item.reason.find("shirt"), std::string::npos) << garment.item.reason;
      EXPECT_NEAR(garment.item.score, garment.terms.compatibility + 0.5 * garment.terms.harmony.value(), 1e-9);
    }
  }
}

TEST(SuggestOutfits, EqualQuestionsHaveEqualAnswersFromMemoryAndAnew) {
  MadeOutfits made(40, true);
  GarmentCatalogues catalogues;
  OutfitMemory memory;
  const OutfitQuery query = beside(made.photo(3), Part::kBottom);
  const auto ask = [&] {
    return suggest_outfits(made.project(), catalogues, memory, query, Patience::kWhole, {}).value();
  };
  const OutfitSuggestions first = ask(), again = ask();
  const OutfitSuggestions anew = suggest_outfits(made.project(), query).value();
  ASSERT_EQ(first.beside.size(), 2u);
  for (std::size_t i = 0; i < 5; ++i) {
    const SuggestedGarment& garment = first.beside[1].garments.at(i);
    EXPECT_EQ(garment.item.photo.id, again.beside[1].garments.at(i).item.photo.id);
    EXPECT_EQ(garment.item.photo.id, anew.beside[1].garments.at(i).item.photo.id);
    EXPECT_EQ(garment.item.score, anew.beside[1].garments.at(i).item.score);
  }
}

TEST(SuggestOutfits, AnIncompletePhotoGetsThePartsThatItLacks) {
  MadeOutfits made(40);
  const PhotoId half = made.add({MadeOutfits::garment(Part::kTop, "hoodie", "black", 1)}, WorkflowState::kNew);
  ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), beside(half, {})));
  ASSERT_EQ(found.beside.size(), 2u);
  EXPECT_EQ(category_of(made, found.beside[1].garments.at(0).item), "jogger_pants");
  const PhotoId dressed = made.add({MadeOutfits::garment(Part::kDress, "dress", "black", 1),
                                    MadeOutfits::garment(Part::kOuter, "coat", "black", 2)});
  ASSERT_OK_AND_ASSIGN(const auto whole, suggest_outfits(made.project(), beside(dressed, {})));
  EXPECT_TRUE(whole.beside.empty());
  EXPECT_TRUE(says(whole.partial, "outfits.nothing_lacks"));
}

TEST(SuggestOutfits, TheBestOutfitsOfAWardrobeGoTogether) {
  MadeOutfits made(40);
  ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), asking(OutfitQuestion::kBest)));
  ASSERT_EQ(found.outfits.size(), 5u);
  std::map<std::pair<std::int64_t, std::int64_t>, int> uses;
  for (const SuggestedOutfit& outfit : found.outfits) {
    ASSERT_EQ(outfit.pieces.size(), 2u);
    EXPECT_EQ(outfit.pieces[0].part, Part::kTop);
    EXPECT_EQ(category_of(made, outfit.pieces[0]) == "shirt", category_of(made, outfit.pieces[1]) == "pants");
    EXPECT_TRUE(says(outfit.reasons, "outfits.speaks_for"));
    for (const RecommendedItem& piece : outfit.pieces)
      EXPECT_LE(++uses[std::pair(piece.photo.id.value, piece.garment.value)], 2) << "various ones";
  }
  EXPECT_TRUE(says(found.partial, "outfits.empty_slot")) << "no dress";
}

TEST(SuggestOutfits, WhatIsPinnedIsInEveryOutfit) {
  MadeOutfits made(40);
  OutfitQuery query = of_photos(OutfitQuestion::kBest, {made.photo(0), made.photo(1), made.photo(2)});
  query.with = {{made.photo(5), {}, Part::kTop}};
  ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), query));
  ASSERT_EQ(found.outfits.size(), 3u) << "with each bottom of the wardrobe";
  for (const SuggestedOutfit& outfit : found.outfits) EXPECT_EQ(outfit.pieces[0].photo.id, made.photo(5));
  EXPECT_EQ(found.outfits[0].pieces[1].photo.id, made.photo(1)) << "jogger pants";
  query.with.push_back({made.photo(6), {}, Part::kTop});
  EXPECT_ERROR(suggest_outfits(made.project(), query), ErrorCode::kInvalidArgument);
  const PhotoId dressed = made.add({MadeOutfits::garment(Part::kDress, "dress", "black", 1)});
  query.with[1] = {dressed, {}, Part::kDress};
  const auto both = suggest_outfits(made.project(), query);
  EXPECT_ERROR(both, ErrorCode::kInvalidArgument);
  EXPECT_EQ(both.error().message.key, "outfits.not_together");
}

TEST(SuggestOutfits, PreferencesAndAPersonMoveTheRanking) {
  MadeOutfits made(40);
  OutfitQuery query = beside(made.photo(0), Part::kTop);
  query.preferences.values = {{"category", "jogger_pants"}, {"colour", "grey"}};
  ASSERT_OK_AND_ASSIGN(const auto wished, suggest_outfits(made.project(), query));
  const SuggestedGarment& first = wished.beside[1].garments.at(0);
  EXPECT_GT(first.terms.taste, 0);
  EXPECT_TRUE(says(first.reasons, "outfits.to_taste"));
  ASSERT_OK_AND_ASSIGN(const auto plain, suggest_outfits(made.project(), beside(made.photo(0), Part::kTop)));
  EXPECT_EQ(plain.beside[1].garments.at(0).terms.taste, 0);
  query.preferences.values.clear();
  for (std::size_t i = 1; i < 40; i += 2) query.preferences.photos.push_back(made.photo(i));
  ASSERT_OK_AND_ASSIGN(const auto person, suggest_outfits(made.project(), query));
  const auto mean_taste = [](const std::vector<SuggestedGarment>& garments) {
    double sum = 0;
    for (const SuggestedGarment& garment : garments) sum += garment.terms.taste;
    return sum / static_cast<double>(garments.size());
  };
  OutfitQuery reversed = query;
  reversed.preferences.photos.clear();
  for (std::size_t i = 0; i < 40; i += 2) reversed.preferences.photos.push_back(made.photo(i));
  ASSERT_OK_AND_ASSIGN(const auto other, suggest_outfits(made.project(), reversed));
  EXPECT_EQ(category_of(made, other.beside[1].garments.at(0).item), "pants");
  EXPECT_GT(mean_taste(other.beside[1].garments), mean_taste(person.beside[1].garments))
      << "pants go with it, and this person wears them";
}

TEST(SuggestOutfits, AWardrobeLacksTheKindThatItsOutfitsWouldGainBy) {
  MadeOutfits made(40);
  const PhotoId shirt = made.add({MadeOutfits::garment(Part::kTop, "shirt", "white", 1)});
  const PhotoId joggers = made.add({MadeOutfits::garment(Part::kBottom, "jogger_pants", "black", 1)});
  ASSERT_OK_AND_ASSIGN(const auto found,
                       suggest_outfits(made.project(), of_photos(OutfitQuestion::kMissing, {shirt, joggers})));
  ASSERT_EQ(found.missing.size(), 2u);
  const std::set<std::string> kinds = {found.missing[0].kind.value, found.missing[1].kind.value};
  EXPECT_EQ(kinds, (std::set<std::string>{"pants", "hoodie"}));
  for (const SuggestedKind& kind : found.missing) {
    EXPECT_GT(kind.gain, 0);
    EXPECT_TRUE(says(kind.reasons, "outfits.completes"));
    ASSERT_EQ(kind.garments.size(), 5u);
    for (const SuggestedGarment& garment : kind.garments) EXPECT_EQ(category_of(made, garment.item), kind.kind.value);
  }
  ASSERT_OK_AND_ASSIGN(const auto all, suggest_outfits(made.project(), asking(OutfitQuestion::kMissing)));
  EXPECT_TRUE(all.missing.empty());
  EXPECT_TRUE(says(all.partial, "outfits.all_in_wardrobe"));
  EXPECT_TRUE(says(all.partial, "outfits.nothing_missing"));
}

TEST(SuggestOutfits, TooFewOutfitsAreRankedByColoursAndSaySo) {
  MadeOutfits made(0);
  const PhotoId orange = made.add({MadeOutfits::garment(Part::kTop, "shirt", "orange", 1)});
  made.add({MadeOutfits::garment(Part::kBottom, "pants", "green", 1)});
  const PhotoId black = made.add({MadeOutfits::garment(Part::kBottom, "skirt", "black", 1)});
  ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), beside(orange, Part::kTop)));
  EXPECT_EQ(found.learnt_from, 0u);
  EXPECT_TRUE(says(found.partial, "outfits.few_to_learn_from"));
  ASSERT_EQ(found.beside[1].garments.size(), 2u);
  EXPECT_EQ(found.beside[1].garments[0].item.photo.id, black);
  EXPECT_TRUE(says(found.beside[1].garments[0].reasons, "outfits.colours_go"));
  EXPECT_TRUE(says(found.beside[1].garments[1].reasons, "outfits.colours_clash"));
  ASSERT_OK_AND_ASSIGN(const auto lacks,
                       suggest_outfits(made.project(), of_photos(OutfitQuestion::kMissing, {orange})));
  ASSERT_EQ(lacks.missing.size(), 2u);
  EXPECT_EQ(lacks.missing[0].kind.value, "pants") << "as common as skirts; by word";
  EXPECT_TRUE(says(lacks.missing[0].reasons, "outfits.no_such_part"));
}

TEST(SuggestOutfits, NothingToAnswerFromIsSaid) {
  MadeOutfits made(0);
  ASSERT_OK_AND_ASSIGN(const auto empty, suggest_outfits(made.project(), asking(OutfitQuestion::kBest)));
  ASSERT_EQ(empty.partial.size(), 1u);
  EXPECT_EQ(empty.partial[0].key, "recommend.nothing_approved");
  const PhotoId one = made.add({MadeOutfits::garment(Part::kTop, "shirt", "white", 1)});
  ASSERT_OK_AND_ASSIGN(const auto alone, suggest_outfits(made.project(), asking(OutfitQuestion::kBest)));
  EXPECT_TRUE(alone.outfits.empty());
  EXPECT_TRUE(says(alone.partial, "outfits.wardrobe_lacks"));
  ASSERT_OK_AND_ASSIGN(const auto nowhere, suggest_outfits(made.project(), asking(OutfitQuestion::kMissing, "none")));
  EXPECT_TRUE(says(nowhere.partial, "outfits.empty_wardrobe"));
  EXPECT_ERROR(suggest_outfits(made.project(), beside(one, Part::kDress)), ErrorCode::kNotFound);
  EXPECT_ERROR(suggest_outfits(made.project(), beside(PhotoId{99}, Part::kTop)), ErrorCode::kNotFound);
  OutfitQuery with_nothing;
  EXPECT_ERROR(suggest_outfits(made.project(), with_nothing), ErrorCode::kInvalidArgument);
}

TEST(SuggestOutfits, AGarmentWithoutOutlineOrLabelsIsAPieceAsWell) {
  MadeOutfits made(40);
  Garment bare;
  bare.id = GarmentId{1};
  bare.part = Part::kBottom;
  const PhotoId photo = made.add({bare});
  ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), beside(photo, Part::kBottom)));
  EXPECT_FALSE(found.beside[1].garments.empty());
  EXPECT_EQ(found.beside[1].part, Part::kTop);
  OutfitQuery query = of_photos(OutfitQuestion::kBest, {photo, made.photo(0)});
  query.with = {{photo, {}, Part::kBottom}};
  ASSERT_OK_AND_ASSIGN(const auto worn, suggest_outfits(made.project(), query));
  ASSERT_EQ(worn.outfits.size(), 1u);
  EXPECT_TRUE(worn.outfits[0].pieces[1].box.empty());
}

TEST(SuggestOutfits, AnImpatientAnswerSaysThatItIsNotLearntYet) {
  MadeOutfits made(40);
  GarmentCatalogues catalogues;
  OutfitMemory memory;
  const OutfitQuery query = beside(made.photo(0), Part::kTop);
  const auto ask = [&](Patience patience) {
    return suggest_outfits(made.project(), catalogues, memory, query, patience, {}).value();
  };
  const OutfitSuggestions at_once = ask(Patience::kAtOnce);
  EXPECT_TRUE(at_once.may_learn);
  EXPECT_EQ(at_once.learnt_from, 0u);
  EXPECT_TRUE(says(at_once.partial, "outfits.not_learnt_yet"));
  EXPECT_FALSE(at_once.beside[1].garments.empty());
  EXPECT_EQ(ask(Patience::kWhole).learnt_from, 40u);
  EXPECT_FALSE(ask(Patience::kAtOnce).may_learn);
}

TEST(SuggestOutfits, WhatWasLearntElsewhereIsTakenOver) {
  MadeOutfits made(40);
  GarmentCatalogues catalogues, elsewhere;
  OutfitMemory memory, learning;
  const OutfitQuery query = beside(made.photo(0), Part::kTop);
  ASSERT_OK(suggest_outfits(made.project(), catalogues, memory, query, Patience::kAtOnce, {}));
  ASSERT_OK(suggest_outfits(made.project(), elsewhere, learning, query, Patience::kWhole, {}));
  memory.adopt(learning.model());
  ASSERT_OK_AND_ASSIGN(const auto found,
                       suggest_outfits(made.project(), catalogues, memory, query, Patience::kAtOnce, {}));
  EXPECT_EQ(found.learnt_from, 40u);
  EXPECT_FALSE(found.may_learn);
}

TEST(SuggestOutfits, OutfitsOfTablesAreLearntFromAsWell) {
  MadeOutfits made(4);
  std::vector<TableOutfit> table;
  for (int i = 0; i < 40; ++i) {
    const bool office = i % 2 == 0;
    table.push_back(
        {std::to_string(i), {{office ? "shirt" : "hoodie", "top"}, {office ? "pants" : "조거팬츠", "bottom"}}});
  }
  ASSERT_OK(made.store().save_outfits("looks", table, {"mina", "import"}));
  ASSERT_OK_AND_ASSIGN(const auto found, suggest_outfits(made.project(), beside(made.photo(0), Part::kTop)));
  EXPECT_EQ(found.learnt_from, 44u);
  EXPECT_EQ(category_of(made, found.beside[1].garments.at(0).item), "pants");
}

TEST(SuggestOutfits, StopsWhenItIsCancelled) {
  MadeOutfits made(40);
  CancelFlag cancel;
  cancel.cancel();
  EXPECT_ERROR(suggest_outfits(made.project(), asking(OutfitQuestion::kBest), {{}, &cancel}), ErrorCode::kCancelled);
}

}  // namespace
}  // namespace jaedan::workflow
