#include "app/gui/panels/recommend/outfits_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

using workflow::OutfitQuestion;

workflow::RecommendedItem worn(std::int64_t photo, Part part) {
  workflow::RecommendedItem made;
  made.photo.id = PhotoId{photo};
  made.photo.name = "a rather long name of a photo that was found " + std::to_string(photo);
  made.photo.width = 200;
  made.photo.height = 300;
  made.garment = GarmentId{1};
  made.part = part;
  made.box = {20, 30, 100, 150};
  return made;
}

workflow::SuggestedGarment suggested(std::int64_t photo, Part part) {
  workflow::SuggestedGarment made;
  made.item = worn(photo, part);
  made.item.score = 1.25;
  made.reasons = {{"outfits.colours_go", "{0} goes with {1}", {"black", "white"}},
                  {"outfits.to_taste", "to the taste {0}", {"+0.40"}}};
  return made;
}

Document wearing(const std::vector<Part>& parts) {
  const Document bare = new_document();
  Annotation annotation = bare.session.annotation();
  for (const Part part : parts) {
    Garment garment;
    garment.id = GarmentId{static_cast<std::int64_t>(part)};
    garment.part = part;
    annotation.garments.push_back(garment);
  }
  return Document({EditSession(bare.session.photo(), annotation), Image{}, std::nullopt}, {});
}

class OutfitsPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  NullWindow::Content content() {
    return [this](const Ui& ui) {
      outfits_panel(ui, taxonomy(), {shown_ ? &document_ : nullptr, selection_, filter_}, thumbnails_, state_);
    };
  }
  void draw(NullWindow& window) { window.draw_panel(whole(window), content()); }
  void press(const std::string& item, NullWindow& window) {
    draw(window);
    window.press(item);
    draw(window);
  }
  /// Does what was asked, without an answer.
  const workflow::OutfitQuery& take_up(NullWindow& window) {
    const AskOutfits* asked = window.asked<AskOutfits>();
    EXPECT_TRUE(asked);
    if (asked) state_.asked = asked->query;
    state_.has_asked = true;
    window.forget_requests();
    return state_.asked;
  }
  /// The first question is asked, and then this one.
  void ask(const std::string& item, NullWindow& window) {
    draw(window);
    take_up(window);
    press(item, window);
    take_up(window);
  }
  workflow::OutfitSuggestions& answer() {
    if (!state_.found) state_.found.emplace();
    return *state_.found;
  }

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  Document document_ = mixed_document();
  bool shown_ = true;
  Selection selection_;
  labeling::PhotoFilter filter_;
  OutfitsState state_;
};
std::unique_ptr<MadeProject> OutfitsPanel::project_;

TEST_F(OutfitsPanel, FitsInEveryLookEmptyWaitingFailedAndFull) {
  const auto in_all_looks = [&] {
    draw_in_all_looks(whole, true, [&] { return content(); });
    draw_in_all_looks(right_side, true, [&] { return content(); });
  };
  in_all_looks();
  state_.error = Error{ErrorCode::kNotFound, "test.none", "there is no such garment"};
  in_all_looks();
  state_.error.reset();
  answer().learnt_from = 1234;
  answer().partial = {{"outfits.nothing_lacks", "this outfit lacks no part"}};
  for (int i = 0; i < 12; ++i) {
    if (i < 2) answer().beside.push_back({i == 0 ? Part::kOuter : Part::kBottom, {}});
    answer().beside.back().garments.push_back(suggested(i + 1, Part::kBottom));
  }
  answer().outfits.push_back(
      {{worn(1, Part::kTop), worn(2, Part::kBottom)}, 1.5, {}, suggested(1, Part::kTop).reasons});
  answer().outfits.push_back({{}, 0, {}, {}});
  workflow::SuggestedKind skirt;
  skirt.part = Part::kBottom;
  skirt.kind = {"category", "skirt"};
  skirt.reasons = {{"outfits.worn_on", "worn on {0|approved photo}", {3}}};
  skirt.garments = {suggested(3, Part::kBottom)};
  answer().missing = {skirt};
  in_all_looks();
  shown_ = false;
  in_all_looks();
}

TEST_F(OutfitsPanel, AsksForTheSelectedGarmentUntilThatIsWhatWasAsked) {
  NullWindow window;
  selection_.select_only(kOfModel);
  draw(window);
  const workflow::OutfitQuery& asked = take_up(window);
  EXPECT_EQ(asked.question, OutfitQuestion::kGoesWith);
  ASSERT_EQ(asked.with.size(), 1u);
  EXPECT_EQ(asked.with[0].garment, kOfModel);
  EXPECT_FALSE(asked.wardrobe);
  draw(window);
  EXPECT_EQ(window.request_count(), 0u);
}

TEST_F(OutfitsPanel, WhereNoneIsSelectedItIsForAllOfThePhotoOrItsTopmostGarment) {
  NullWindow window;
  document_ = wearing({Part::kOuter, Part::kTop});
  draw(window);
  EXPECT_EQ(take_up(window).with.at(0), (workflow::GarmentChoice{document_.id()})) << "what it lacks is asked for";
  document_ = wearing({Part::kOuter, Part::kDress});
  draw(window);
  EXPECT_EQ(take_up(window).with.at(0).part, Part::kDress) << "it lacks nothing";
}

TEST_F(OutfitsPanel, APhotoWithoutGarmentsIsNotAskedAboutButAWardrobeIs) {
  NullWindow window;
  document_ = new_document();
  draw(window);
  EXPECT_TRUE(window.shows("outfits.no_garment"));
  EXPECT_EQ(window.request_count(), 0u);
  press("outfits.best", window);
  EXPECT_EQ(take_up(window).question, OutfitQuestion::kBest);
  shown_ = false;
  press("outfits.missing", window);
  EXPECT_EQ(take_up(window).question, OutfitQuestion::kMissing);
  press("outfits.goes_with", window);
  EXPECT_EQ(take_up(window).question, OutfitQuestion::kGoesWith);
  draw(window);
  EXPECT_EQ(window.request_count(), 0u);
}

TEST_F(OutfitsPanel, TheListIsTheWardrobeAndFollowsItsFilter) {
  NullWindow window;
  filter_.text = "summer";
  ask("outfits.best", window);
  press("outfits.listed", window);
  const workflow::OutfitQuery& asked = take_up(window);
  ASSERT_TRUE(asked.wardrobe);
  EXPECT_EQ(asked.wardrobe->text, "summer");
  draw(window);
  EXPECT_EQ(window.request_count(), 0u);
  filter_.text = "winter";
  draw(window);
  EXPECT_EQ(take_up(window).wardrobe->text, "winter");
  press("outfits.listed", window);
  EXPECT_FALSE(take_up(window).wardrobe);
}

TEST_F(OutfitsPanel, TheSelectedGarmentCanBeInEveryOutfit) {
  NullWindow window;
  ask("outfits.best", window);
  draw(window);
  EXPECT_FALSE(window.shows("outfits.with_selected")) << "none is selected";
  selection_.select_only(kOwn);
  draw(window);
  EXPECT_EQ(window.request_count(), 0u) << "it is not asked for";
  press("outfits.with_selected", window);
  EXPECT_EQ(take_up(window).with.at(0).garment, kOwn);
  press("outfits.with_selected", window);
  EXPECT_TRUE(take_up(window).with.empty());
}

TEST_F(OutfitsPanel, AnOutfitIsPinnedAndAGarmentOpensItsPhoto) {
  NullWindow window;
  ask("outfits.best", window);
  answer().outfits.push_back(
      {{worn(1, Part::kTop), worn(2, Part::kBottom)}, 1.5, {}, suggested(1, Part::kTop).reasons});
  press("outfits.outfit.0.pin", window);
  ASSERT_TRUE(window.asked<PinToBoard>());
  ASSERT_EQ(window.asked<PinToBoard>()->items.size(), 2u);
  EXPECT_EQ(window.asked<PinToBoard>()->items[1].photo.id, PhotoId{2});
  press("outfits.outfit.0.1", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{2});
}

TEST_F(OutfitsPanel, SaysWhatTheAnswerLacksAndWhatWentWrong) {
  NullWindow window;
  draw(window);
  EXPECT_TRUE(window.shows("outfits.waiting"));
  answer().partial = {{"outfits.not_learnt_yet", "what goes together is not learnt yet"}};
  draw(window);
  EXPECT_TRUE(window.shows("outfits.partial"));
  state_.error = Error{ErrorCode::kNotFound, "test.none", "there is no such garment"};
  draw(window);
  EXPECT_TRUE(window.shows("outfits.error"));
  EXPECT_FALSE(window.shows("outfits.partial"));
}

}  // namespace
}  // namespace jaedan::gui::testing
