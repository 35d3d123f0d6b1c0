#include "app/workflow/board/board.h"

#include <gtest/gtest.h>

#include <array>

#include <filesystem>
#include <fstream>

#include "app/workflow/board/board_file.h"
#include "app/workflow/board/board_picture.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/own_picture.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

Board pinned(int cards) {
  Board board;
  for (int i = 1; i <= cards; ++i) pin(board, PhotoId{i}, GarmentId{1}, Part::kTop, {0, 0, 100, 200});
  return board;
}

TEST(Board, PinsEachGarmentOnceBesideTheLast) {
  Board board = pinned(2);
  EXPECT_FALSE(pin(board, PhotoId{1}, GarmentId{1}, Part::kTop, {0, 0, 100, 200}));
  EXPECT_TRUE(pin(board, PhotoId{1}, GarmentId{2}, Part::kTop, {0, 0, 100, 200}));
  ASSERT_EQ(board.cards.size(), 3u);
  EXPECT_DOUBLE_EQ(board.cards[0].place().width * 2, board.cards[0].place().height) << "as the garment is";
  EXPECT_GT(board.cards[1].at.x, board.cards[0].place().right());
  EXPECT_EQ(board.cards[1].at.y, board.cards[0].at.y);
}

TEST(Board, FullItTakesNoMore) {
  Board board = pinned(static_cast<int>(kMostCards));
  EXPECT_FALSE(pin(board, PhotoId{9999}, GarmentId{1}, Part::kTop, {}));
}

TEST(Board, RowsDoNotOverlapAndKeepTheirOrder) {
  Board board = pinned(20);
  for (BoardCard& card : board.cards) move_to(card, {300, 300});
  arrange(board, 600);
  for (std::size_t i = 1; i < board.cards.size(); ++i) {
    const Rect before = board.cards[i - 1].place(), now = board.cards[i].place();
    EXPECT_TRUE(now.y > before.bottom() || now.x > before.right()) << i;
    EXPECT_LE(now.right(), 600.0) << i;
  }
}

TEST(Board, CardsStayOnTheBoardAndWithinSizesThatCanBeSeen) {
  Board board = pinned(1);
  BoardCard& card = board.cards[0];
  move_to(card, {-50, -1e9});
  EXPECT_EQ(card.at, (Point{0, 0}));
  for (int i = 0; i < 50; ++i) resize(card, 2);
  EXPECT_EQ(card.size, kGreatestCard);
  for (int i = 0; i < 50; ++i) resize(card, 0.5);
  EXPECT_EQ(card.size, kLeastCard);
}

/// A project with a red photo; a top covers the left half of it.
class BoardOfProject : public ::testing::Test {
 protected:
  void SetUp() override {
    Image red = Image::of_size(40, 20);
    for (std::size_t i = 0; i < red.rgb.size(); i += 3) red.rgb[i] = 200;
    ASSERT_OK(labeling::write_image(folder_ / "red.png", red.view()));
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({Photo{{}, "red", folder_ / "red.png", 40, 20}}));
    photo_ = ids.front();
    Annotation annotation;
    annotation.photo = photo_;
    Garment top;
    top.id = GarmentId{1};
    top.part = Part::kTop;
    top.region.rings = {{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, {{5, 5}, {15, 5}, {15, 15}, {5, 15}}};  // with a hole
    top.attributes = {{"colour", "red", "", Provenance::human("mina")}};
    annotation.garments = {top};
    ASSERT_OK(store().save(annotation, {"mina", "draw"}));
    ASSERT_TRUE(pin(board_, photo_, GarmentId{1}, Part::kTop, {0, 0, 20, 20}));
  }
  labeling::Store& store() { return project_->store(); }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  PhotoId photo_;
  Board board_;
};

TEST_F(BoardOfProject, IsKeptAndComesBack) {
  ASSERT_OK_AND_ASSIGN(const Board none, load_board(*project_));
  EXPECT_TRUE(none.cards.empty());
  board_.cards[0].at = {12.5, 7};
  ASSERT_OK(save_board(*project_, board_));
  ASSERT_OK_AND_ASSIGN(const Board kept, load_board(*project_));
  EXPECT_EQ(kept, board_);
}

TEST_F(BoardOfProject, ADamagedFileIsToldAndPutAside) {
  const std::string file = folder_ / "p.jaedan/board.json";
  for (const char* damaged :
       {"{", "[]", R"({"cards": [{"photo_id": 1}]})",
        R"({"cards": [{"photo_id": 1, "garment": 1, "part": "top", "x": 1e99, "y": 0, "size": 100, "shape": 1}]})"}) {
    std::ofstream(file) << damaged;
    EXPECT_ERROR(load_board(*project_), ErrorCode::kCorrupt);
  }
  ASSERT_OK(save_board(*project_, board_));
  EXPECT_TRUE(fs::exists(file + ".damaged"));
  ASSERT_OK_AND_ASSIGN(const Board kept, load_board(*project_));
  EXPECT_EQ(kept, board_);
}

TEST_F(BoardOfProject, ThePictureShowsTheGarmentAloneWithItsHole) {
  ASSERT_OK_AND_ASSIGN(const BoardPicture picture, draw_board(*project_, board_, {}));
  EXPECT_TRUE(picture.notes.empty());
  const Rect place = board_.cards[0].place();
  const auto at = [&](double x, double y) {
    const std::uint8_t* pixel =
        picture.image.pixel(static_cast<int>(place.x + place.width * x), static_cast<int>(place.y + place.height * y));
    return std::array<int, 3>{pixel[0], pixel[1], pixel[2]};
  };
  EXPECT_EQ(at(0.1, 0.1), (std::array<int, 3>{200, 0, 0}));
  EXPECT_EQ(at(0.5, 0.5), (std::array<int, 3>{255, 255, 255})) << "the hole";
  EXPECT_EQ(*picture.image.pixel(2, 2), 255);
}

TEST_F(BoardOfProject, IsSavedAsAPictureThatIsNoPhotoAndAsADocument) {
  const std::string png = folder_ / "board.png";
  ASSERT_OK_AND_ASSIGN(const auto notes, save_board_picture(*project_, board_, png, {}));
  EXPECT_TRUE(notes.empty());
  EXPECT_TRUE(labeling::is_own_picture(png));
  std::ifstream in(folder_ / "board.json");
  const std::string document((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_NE(document.find("\"red\""), std::string::npos) << document;
  ASSERT_OK(save_board_picture(*project_, board_, png, {}));  // once more, over its own
  EXPECT_ERROR(save_board_picture(*project_, board_, folder_ / "red.png", {}), ErrorCode::kConflict);
  EXPECT_ERROR(save_board_picture(*project_, board_, folder_ / "board.jpg", {}), ErrorCode::kInvalidArgument);
}

TEST_F(BoardOfProject, WhatIsGoneIsSaidAndKeepsItsPlace) {
  ASSERT_TRUE(pin(board_, photo_, GarmentId{7}, Part::kDress, {0, 0, 20, 20}));
  ASSERT_TRUE(pin(board_, PhotoId{999}, GarmentId{1}, Part::kTop, {0, 0, 20, 20}));
  ASSERT_OK_AND_ASSIGN(const auto garments, garments_of(*project_, board_));
  ASSERT_EQ(garments.size(), 3u);
  EXPECT_FALSE(garments[0].gone());
  ASSERT_TRUE(garments[1].gone());
  EXPECT_EQ(garments[1].gone()->key, "board.garment_gone");
  ASSERT_TRUE(garments[2].gone());
  EXPECT_EQ(garments[2].gone()->key, "board.photo_gone");
  ASSERT_OK_AND_ASSIGN(const BoardPicture picture, draw_board(*project_, board_, {}));
  EXPECT_EQ(picture.notes.size(), 2u);
}

TEST_F(BoardOfProject, AnEndlessBoardIsNoPicture) {
  move_to(board_.cards[0], {19000, 10});
  EXPECT_ERROR(draw_board(*project_, board_, {}), ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace jaedan::workflow
