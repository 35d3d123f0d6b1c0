#include "app/gui/panels/review/review_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>

#include "app/gui/panels/review/comments_panel.h"
#include "app/gui/panels/review/return_dialog.h"
#include "app/gui/panels/review/review_canvas.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

labeling::Comment said(std::int64_t id, const std::string& words, std::optional<Point> place = {}) {
  labeling::Comment comment;
  comment.id = CommentId{id};
  comment.photo = PhotoId{7};
  comment.who = "ian";
  comment.text = words;
  comment.place = place;
  return comment;
}

/// A photo that was returned: one garment went, one came, one has another outline and another colour.
struct ShownReview {
  ShownReview() {
    document.comments = {said(1, "the sleeve is missing", Point{20, 30}), said(2, "and the hem")};
    document.comments[0].reason = ReturnReason::kOutline;
    document.comments[0].stage = Stage::kDrawn;
    document.comments[1].resolved_by = "ann";
    PhotoReview made;
    made.now = document.session.annotation();
    workflow::ReviewVersion version;
    version.what = workflow::ComparedWith::kReturned;
    version.annotation = made.now;
    version.annotation.garments.pop_back();
    version.annotation.garments[0].region.rings[0][1].x += 20;
    version.annotation.garments[0].attributes[0].value = "white";
    version.annotation.garments[1].id = GarmentId{9};
    made.versions = {version, version};
    made.versions[1].what = workflow::ComparedWith::kPrefilled;
    made.versions[1].annotation = made.now;
    for (const auto& one : made.versions) {
      made.differences.push_back(workflow::compare_annotations(one.annotation, made.now));
    }
    review = std::make_shared<const PhotoReview>(std::move(made));
  }
  void operator()(const Ui& ui) { review_panel(ui, taxonomy(), document, review, state); }

  Document document = mixed_document();
  std::shared_ptr<const PhotoReview> review;
  ReviewState state;
};

/// The same on the canvas.
struct ShownCanvas : ShownReview {
  void operator()(const Ui& ui) { review_canvas(ui, &document, false, review, view, state); }
  PhotoView view;
};

Rect middle_of(const NullWindow& window) {
  const Rect left = left_side(window), right = right_side(window);
  return {left.right(), left.y, right.x - left.right(), left.height};
}

TEST(ReviewPanel, IsInSightInEveryLook) {
  draw_in_all_looks(
      right_side, true, [] { return content_of(std::make_shared<ShownReview>()); },
      [](const NullWindow& window) {
        for (const char* item : {"review.accept", "review.return", "review.since.returned", "review.swipe",
                                 "review.summary", "review.garment.0"}) {
          ASSERT_TRUE(window.shows(item)) << item << " " << name_of(window.looks());
        }
      });
}

TEST(ReviewPanel, ItsButtonsDecideAndChooseWhatIsCompared) {
  NullWindow window;
  const auto shown = std::make_shared<ShownReview>();
  const auto press = [&](const char* item) {
    window.press(item);
    window.draw_panel(right_side(window), content_of(shown));
  };
  window.draw_panel(right_side(window), content_of(shown));
  press("review.accept");
  EXPECT_TRUE(window.asked_for("approve"_action));
  press("review.return");
  EXPECT_TRUE(window.asked_for("return_photo"_action));
  press("review.swipe");
  EXPECT_EQ(shown->state.look, ReviewLook::kSwipe);
  EXPECT_FALSE(shown_difference(shown->review.get(), shown->state)->nothing_changed());
  press("review.since.prefilled");
  EXPECT_EQ(shown->state.version, 1u);
  EXPECT_TRUE(shown_difference(shown->review.get(), shown->state)->nothing_changed());
}

TEST(ReviewPanel, WithNothingKnownItSaysSo) {
  for (const bool found_out : {false, true}) {
    NullWindow window;
    const auto shown = std::make_shared<ShownReview>();
    shown->document.comments.clear();
    shown->review = found_out ? std::make_shared<const PhotoReview>() : nullptr;
    window.draw_panel(right_side(window), content_of(shown));
    EXPECT_TRUE(window.shows("review.accept"));
    EXPECT_FALSE(window.shows("review.summary"));
    EXPECT_FALSE(window.shows("comment.1"));
  }
}

TEST(ReviewPanel, AnOpenCommentIsSettledAndASettledOneIsNot) {
  NullWindow window;
  const auto shown = std::make_shared<ShownReview>();
  window.draw_panel(right_side(window), [shown](const Ui& ui) { comments_list(ui, shown->document); });
  EXPECT_FALSE(window.shows("comment.2.resolve"));
  window.press("comment.1.resolve");
  window.draw_panel(right_side(window), [shown](const Ui& ui) { comments_list(ui, shown->document); });
  ASSERT_TRUE(window.asked<SettleComment>());
  EXPECT_EQ(window.asked<SettleComment>()->comment, CommentId{1});
  EXPECT_EQ(window.asked<SettleComment>()->photo, PhotoId{7});
}

TEST(ReviewPanel, WhatIsSaidGoesWithItsPin) {
  NullWindow window;
  std::string words = "look here";
  std::optional<Point> pin = Point{3, 4};
  const auto draw = [&] {
    window.draw_panel(right_side(window), [&](const Ui& ui) { comment_field(ui, PhotoId{7}, words, pin); });
  };
  draw();
  window.press("comment.say");
  draw();
  const auto* asked = window.asked<SayOfPhoto>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->comment.text, "look here");
  EXPECT_EQ(asked->comment.place, (Point{3, 4}));
  EXPECT_FALSE(pin);
  EXPECT_TRUE(words.empty());
}

TEST(ReviewCanvas, IsDrawnInEveryLookAndEveryWayToCompare) {
  for (const ReviewLook look : {ReviewLook::kDifference, ReviewLook::kSwipe}) {
    draw_in_all_looks(
        middle_of, false,
        [look] {
          const auto shown = std::make_shared<ShownCanvas>();
          shown->state.look = look;
          return content_of(shown);
        },
        [look](const NullWindow& window) {
          EXPECT_EQ(window.shows("review.line"), look == ReviewLook::kSwipe) << name_of(window.looks());
        });
  }
}

TEST(ReviewCanvas, AClickPinsAPlaceInThePhotoAndAnotherTakesItAway) {
  NullWindow window;
  const auto shown = std::make_shared<ShownCanvas>();
  window.draw_panel(middle_of(window), content_of(shown));
  window.press("canvas");
  window.draw_panel(middle_of(window), content_of(shown));
  ASSERT_TRUE(shown->state.pin);
  EXPECT_NEAR(shown->state.pin->x, 100, 2) << "the middle";
  window.press("canvas");
  window.draw_panel(middle_of(window), content_of(shown));
  EXPECT_FALSE(shown->state.pin);
}

struct ShownReturn {
  void operator()(const Ui& ui) { return_dialog(ui, dialog, form); }
  Dialog dialog = Dialog::kReturn;
  ReturnForm form;
};

TEST(ReturnDialog, ADigitReturnsThePhotoWithItsReasonToWhereThatIsWorkedOn) {
  const std::pair<int, Stage> kDigits[] = {{GLFW_KEY_1, Stage::kDrawn}, {GLFW_KEY_4, Stage::kExpert}};
  for (const auto& [key, stage] : kDigits) {
    NullWindow window;
    const auto shown = std::make_shared<ShownReturn>();
    shown->form.place = Point{1, 2};
    window.draw(content_of(shown));
    window.key(key);
    window.draw(content_of(shown));
    const auto* asked = window.asked<ReturnPhoto>();
    ASSERT_TRUE(asked) << key;
    EXPECT_EQ(asked->choice.reason, kAllReturnReasons[static_cast<std::size_t>(key - GLFW_KEY_1)]);
    EXPECT_EQ(asked->choice.stage, stage);
    EXPECT_EQ(asked->choice.place, (Point{1, 2}));
    EXPECT_EQ(shown->dialog, Dialog::kNone);
  }
}

TEST(ReturnDialog, AChosenStageAndWordsGoWithIt) {
  NullWindow window;
  const auto shown = std::make_shared<ShownReturn>();
  shown->form.words = "the hem";
  window.draw(content_of(shown));
  window.press("return.stage.basic");
  window.draw(content_of(shown));
  window.press("return.reason.photo_unusable");
  window.draw(content_of(shown));
  const auto* asked = window.asked<ReturnPhoto>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->choice.stage, Stage::kBasic);
  EXPECT_EQ(asked->choice.text, "the hem");
  EXPECT_EQ(asked->choice.reason, ReturnReason::kPhotoUnusable);
}

TEST(ReturnDialog, GoesToAStageThatTheProjectHas) {
  const StageSet all;
  EXPECT_EQ(stage_for(ReturnReason::kWrongLabel, all), Stage::kExpert);
  EXPECT_EQ(stage_for(ReturnReason::kWrongLabel, all.without(Stage::kExpert)), Stage::kBasic);
  EXPECT_EQ(stage_for(ReturnReason::kOutline, all), Stage::kDrawn);
  EXPECT_EQ(stage_for(ReturnReason::kOutline, all.without(Stage::kDrawn)), Stage::kBasic);
}

TEST(ReturnDialog, IsInSightInEveryLook) {
  for (const Looks& looks : all_looks()) {
    NullWindow window(looks);
    window.draw(content_of(std::make_shared<ShownReturn>()));
    ASSERT_TRUE(window.shows("return.reason.outline")) << name_of(looks);
    expect_items_inside(window, whole(window), true, name_of(looks));
  }
}

}  // namespace
}  // namespace jaedan::gui::testing
