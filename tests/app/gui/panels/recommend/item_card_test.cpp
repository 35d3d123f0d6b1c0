#include "app/gui/panels/recommend/item_card.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/panels/recommend/found_items.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

class ItemCards : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  void SetUp() override {
    for (int i = 0; i < 4; ++i) items_.push_back(found_item(i + 1, false));
    for (const auto& item : items_) cards_.push_back({&item, "a caption that is too long for its card", "why\nso"});
  }
  NullWindow::Content content() {
    return [this](const Ui& ui) {
      if (const auto pressed = item_cards(ui, "found", cards_, thumbnails_)) pressed_ = pressed;
    };
  }
  void draw(NullWindow& window) { window.draw_panel(right_side(window), content()); }
  void press(const std::string& item, NullWindow& window) {
    draw(window);
    window.press(item);
    draw(window);
  }
  void press_right(const std::string& item, NullWindow& window) {
    draw(window);
    window.press_right(item);
    draw(window);
  }

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  std::vector<workflow::RecommendedItem> items_;
  std::vector<ItemCard> cards_;
  std::optional<PressedCard> pressed_;
};
std::unique_ptr<MadeProject> ItemCards::project_;

TEST_F(ItemCards, FitInEveryLookWithEveryMark) {
  const auto in_all_looks = [&] {
    draw_in_all_looks(right_side, true, [&] { return content(); });
    draw_in_all_looks(whole, true, [&] { return content(); });
  };
  in_all_looks();
  for (ItemCard& card : cards_) card.can_be_judged = true;
  cards_[0].mark = CardMark::kLiked;
  cards_[1].mark = CardMark::kDisliked;
  in_all_looks();
}

TEST_F(ItemCards, AreAsManyInARowAsThereIsRoomFor) {
  NullWindow window;
  std::size_t narrow = 0, wide = 0;
  window.draw_panel(right_side(window), [&](const Ui& ui) { narrow = cards_in_row(ui); });
  window.draw_panel(whole(window), [&](const Ui& ui) { wide = cards_in_row(ui); });
  EXPECT_EQ(narrow, 3u);
  EXPECT_GT(wide, 9u);
}

TEST_F(ItemCards, AClickOpensThePhotoAndSoDoesAButton) {
  NullWindow window;
  press("found.1", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{2});
  EXPECT_EQ(window.request_count(), 1u);
  press("found.2.open", window);
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{3});
  EXPECT_EQ(window.request_count(), 2u) << "a button is not the card below it as well";
}

TEST_F(ItemCards, AreSeenToBePointedAt) {
  NullWindow window;
  draw(window);
  const int plain = window.drawn();
  window.hover("found.0");
  draw(window);
  EXPECT_GT(window.drawn(), plain) << "buttons, an edge and what is known of it";
}

TEST_F(ItemCards, APinTakesTheGarment) {
  NullWindow window;
  press("found.3.pin", window);
  ASSERT_TRUE(window.asked<PinToBoard>());
  ASSERT_EQ(window.asked<PinToBoard>()->items.size(), 1u);
  EXPECT_EQ(window.asked<PinToBoard>()->items[0].photo.id, PhotoId{4});
  cards_[3].can_be_pinned = false;
  draw(window);
  EXPECT_FALSE(window.shows("found.3.pin"));
}

TEST_F(ItemCards, MoreAndLessAreSaidToWhoShowsThem) {
  NullWindow window;
  draw(window);
  EXPECT_FALSE(window.shows("found.0.more")) << "it is not offered";
  for (ItemCard& card : cards_) card.can_be_judged = true;
  press("found.2.more", window);
  ASSERT_TRUE(pressed_);
  EXPECT_EQ(pressed_->card, 2u);
  EXPECT_EQ(pressed_->press, CardPress::kMoreLikeThis);
  press("found.1.less", window);
  EXPECT_EQ(pressed_->card, 1u);
  EXPECT_EQ(pressed_->press, CardPress::kLessLikeThis);
  EXPECT_EQ(window.request_count(), 0u);
}

TEST_F(ItemCards, TheRightButtonOpensAMenuOfTheSame) {
  NullWindow window;
  cards_[1].can_be_judged = true;
  press_right("found.1", window);
  EXPECT_EQ(window.request_count(), 0u);
  for (const char* item : {"card.open", "card.pin", "card.more", "card.less"}) EXPECT_TRUE(window.shows(item)) << item;
  press("card.less", window);
  ASSERT_TRUE(pressed_);
  EXPECT_EQ(pressed_->card, 1u);
  EXPECT_EQ(pressed_->press, CardPress::kLessLikeThis);
  EXPECT_FALSE(window.shows("card.less"));
  press_right("found.0", window);
  EXPECT_FALSE(window.shows("card.more"));
  press("card.pin", window);
  EXPECT_EQ(window.asked<PinToBoard>()->items[0].photo.id, PhotoId{1});
}

TEST_F(ItemCards, AMenuIsNotOfTheGarmentThatTookTheCard) {
  NullWindow window;
  press_right("found.1", window);
  EXPECT_TRUE(window.shows("card.open"));
  items_[1].photo.id = PhotoId{9};
  draw(window);
  EXPECT_FALSE(window.shows("card.open"));
}

}  // namespace
}  // namespace jaedan::gui::testing
