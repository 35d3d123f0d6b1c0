#include "app/gui/panels/recommend/board_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

class BoardPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  NullWindow::Content content() {
    return [this](const Ui& ui) { board_panel(ui, thumbnails_, state_); };
  }
  void draw(NullWindow& window) { window.draw_panel(whole(window), content()); }
  void press(const std::string& item, NullWindow& window) {
    draw(window);
    window.press(item);
    draw(window);
  }
  void pin(int cards) {
    state_.is_there = true;
    for (int i = 1; i <= cards; ++i) {
      workflow::pin(state_.board, PhotoId{i}, GarmentId{1}, Part::kTop, {0, 0, 100, 150});
      workflow::BoardGarment shown;
      shown.card = state_.board.cards.back();
      shown.photo.id = PhotoId{i};
      if (i > 1) shown.photo.name = "photo " + std::to_string(i);  // of the first nothing is left
      state_.garments.push_back(shown);
    }
  }

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  BoardState state_;
};
std::unique_ptr<MadeProject> BoardPanel::project_;

TEST_F(BoardPanel, FitsInEveryLookEmptyWaitingFailedAndFull) {
  const auto in_all_looks = [&] {
    draw_in_all_looks(whole, true, [&] { return content(); });
    draw_in_all_looks(right_side, true, [&] { return content(); });
  };
  in_all_looks();
  state_.waiting = true;
  in_all_looks();
  state_.waiting = false;
  state_.error = Error{ErrorCode::kCorrupt, "board.corrupt", "{0}: the board cannot be read", {"board.json"}};
  in_all_looks();
  state_.error.reset();
  pin(1);
  in_all_looks();
}

TEST_F(BoardPanel, IsReadWhenItIsLookedAt) {
  NullWindow window;
  draw(window);
  EXPECT_TRUE(window.asked<OpenBoard>());
  window.forget_requests();
  pin(1);
  draw(window);
  EXPECT_FALSE(window.asked<OpenBoard>());
}

TEST_F(BoardPanel, APressedCardLiesOnTopAndCanBeTakenOff) {
  pin(3);
  NullWindow window;
  press("board.remove", window);
  EXPECT_FALSE(window.asked<ChangeBoard>()) << "none is selected";
  press("board.card.0", window);
  const ChangeBoard* raised = window.asked<ChangeBoard>();
  ASSERT_TRUE(raised);
  EXPECT_EQ(raised->board.cards.back().photo, PhotoId{1});
  state_.board = raised->board;
  window.forget_requests();
  press("board.remove", window);
  ASSERT_TRUE(window.asked<ChangeBoard>());
  EXPECT_EQ(window.asked<ChangeBoard>()->board.cards.size(), 2u);
  EXPECT_NE(window.asked<ChangeBoard>()->board.cards.back().photo, PhotoId{1});
}

TEST_F(BoardPanel, ClearsArrangesUndoesAndSaves) {
  pin(3);
  NullWindow window;
  press("board.undo", window);
  EXPECT_FALSE(window.asked<UndoBoard>()) << "nothing was changed";
  state_.before.emplace_back();
  press("board.undo", window);
  EXPECT_TRUE(window.asked<UndoBoard>());
  press("board.arrange", window);
  ASSERT_TRUE(window.asked<ChangeBoard>());
  window.forget_requests();
  press("board.clear", window);
  ASSERT_TRUE(window.asked<ChangeBoard>());
  EXPECT_TRUE(window.asked<ChangeBoard>()->board.cards.empty());
  press("board.save", window);
  EXPECT_FALSE(window.asked<SaveBoard>()) << "nowhere to";
  state_.path = "/somewhere/board.png";
  press("board.save", window);
  ASSERT_TRUE(window.asked<SaveBoard>());
  EXPECT_EQ(window.asked<SaveBoard>()->path, "/somewhere/board.png");
}

}  // namespace
}  // namespace jaedan::gui::testing
