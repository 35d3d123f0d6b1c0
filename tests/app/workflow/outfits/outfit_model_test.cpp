#include "app/workflow/outfits/outfit_model.h"

#include <gtest/gtest.h>

#include "app/workflow/outfits/garment_outfits.h"
#include "labeling/base/file_system.h"
#include "tests/app/workflow/outfits/made_outfits.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;
using recommender::outfits::Outfit;
using recommender::outfits::Piece;
using testing::MadeOutfits;

Item item(std::int64_t photo, Part part, const std::string& category) {
  Item made;
  made.photo = PhotoId{photo};
  made.garment = GarmentId{static_cast<std::int64_t>(part)};
  made.part = part;
  made.attributes = {{"category", category, "", {}}, {"fit", std::string(kNotSure), "", {}}};
  made.photo_values = {{"season", "summer", "", {}}};
  return made;
}

std::vector<Outfit> worn(int photos) {
  std::vector<Outfit> outfits;
  for (int i = 1; i <= photos; ++i) {
    std::vector<Piece> pieces = {piece_of(item(i, Part::kTop, i % 2 == 0 ? "shirt" : "hoodie")),
                                 piece_of(item(i, Part::kBottom, i % 2 == 0 ? "pants" : "jogger_pants"))};
    for (Piece& piece : pieces) piece.vector = nullptr;
    for (Outfit& outfit : worn_outfits(pieces)) outfits.push_back(std::move(outfit));
  }
  return outfits;
}

class OutfitModelTest : public ::testing::Test {
 protected:
  bool learns(OutfitModel& model, const std::vector<Outfit>& outfits, Patience patience = Patience::kWhole,
              const std::string& vector_model = {}) {
    bool learnt = false;
    Watch watch;
    watch.progress = [&](const Progress&) { learnt = true; };
    EXPECT_OK(model.refresh(made_.project(), outfits, vector_model, patience, watch));
    return learnt;
  }

  MadeOutfits made_{0};
};

TEST(GarmentOutfits, APieceSaysWhatIsSaidOfItAndOfItsPhoto) {
  const Item shirt = item(7, Part::kTop, "shirt");
  const Piece piece = piece_of(shirt);
  EXPECT_EQ(piece.type, "top");
  EXPECT_EQ(piece.tokens, (std::vector<std::string>{"top/category=shirt", "season=summer"}));
  EXPECT_EQ(piece.photo, PhotoId{7});
  EXPECT_EQ(piece.vector, nullptr) << "there is none";
}

TEST(GarmentOutfits, AnOutfitIsAPhotoWithTwoGarmentsAndNotWhatIsSaidOfThePhoto) {
  Item shirt = item(7, Part::kTop, "shirt");
  shirt.vector = {1, 0};
  const Item pants = item(7, Part::kBottom, "pants"), alone = item(8, Part::kTop, "shirt");
  const std::vector<Piece> pieces = {piece_of(shirt), piece_of(pants), piece_of(alone)};
  const auto outfits = worn_outfits(pieces);
  ASSERT_EQ(outfits.size(), 1u);
  EXPECT_EQ(outfits[0].id, "7");
  EXPECT_EQ(outfits[0].pieces[0].tokens, std::vector<std::string>{"top/category=shirt"});
  EXPECT_EQ(outfits[0].pieces[0].vector, &shirt.vector);
  EXPECT_EQ(worn_outfits(pieces, false)[0].pieces[0].vector, nullptr);
}

TEST_F(OutfitModelTest, IsLearntOnceAndKeptOnDisk) {
  OutfitModel model;
  EXPECT_TRUE(learns(model, worn(40)));
  EXPECT_EQ(model.learnt_from(), 40u);
  EXPECT_FALSE(learns(model, worn(40)));
  OutfitModel tomorrow;
  EXPECT_FALSE(learns(tomorrow, worn(40))) << "it is in the cache folder";
  EXPECT_EQ(tomorrow.model().to_bytes(), model.model().to_bytes());
}

TEST_F(OutfitModelTest, IsLearntAnewWhenOneOutfitOfTwentyChanged) {
  OutfitModel model;
  learns(model, worn(40));
  std::vector<Outfit> changed = worn(40);
  changed[0].pieces[0].tokens = {"top/category=blouse"};
  changed.erase(changed.begin() + 1);
  EXPECT_FALSE(learns(model, changed)) << "one says something else, one is gone: 2 of 40";
  EXPECT_EQ(model.learnt_from(), 40u);
  changed.push_back(worn(41).back());
  EXPECT_TRUE(learns(model, changed));
  EXPECT_EQ(model.learnt_from(), 40u);
}

TEST_F(OutfitModelTest, WhoDoesNotWaitIsToldThatItIsOld) {
  OutfitModel model;
  EXPECT_FALSE(learns(model, worn(40), Patience::kAtOnce));
  EXPECT_FALSE(model.has_learnt());
  EXPECT_TRUE(model.may_grow());
  EXPECT_EQ(model.partial().at(0).key, "outfits.not_learnt_yet");
  learns(model, worn(40));
  EXPECT_FALSE(model.may_grow());
  EXPECT_FALSE(learns(model, worn(60), Patience::kAtOnce));
  EXPECT_TRUE(model.may_grow());
  EXPECT_EQ(model.learnt_from(), 40u) << "the older one answers";
  EXPECT_EQ(model.partial().at(0).key, "outfits.learnt_before");
  learns(model, worn(60), Patience::kAtOnce, "m2");
  EXPECT_FALSE(model.has_learnt()) << "vectors of another model cannot be scored";
}

TEST_F(OutfitModelTest, AFileThatIsDamagedIsLearntAgain) {
  OutfitModel model;
  learns(model, worn(40));
  std::string bytes = disk().read(made_.model_file(), 1U << 30U).value();
  for (const std::size_t length : {std::size_t{0}, std::size_t{5}, bytes.size() / 2, bytes.size() - 1}) {
    EXPECT_ERROR(LearntOutfits::from_bytes(std::string_view(bytes).substr(0, length)), ErrorCode::kCorrupt);
  }
  bytes[bytes.size() / 2] ^= 1;
  ASSERT_OK(disk().write_atomically(made_.model_file(), bytes));
  OutfitModel tomorrow;
  EXPECT_TRUE(learns(tomorrow, worn(40)));
  EXPECT_TRUE(tomorrow.partial().empty());
}

TEST_F(OutfitModelTest, TooFewOutfitsTeachNothing) {
  OutfitModel model;
  EXPECT_FALSE(learns(model, worn(OutfitModel::kFewest - 1)));
  EXPECT_FALSE(model.has_learnt());
  EXPECT_FALSE(model.may_grow()) << "waiting helps nothing";
  EXPECT_EQ(model.partial().at(0).key, "outfits.few_to_learn_from");
}

}  // namespace
}  // namespace jaedan::workflow
