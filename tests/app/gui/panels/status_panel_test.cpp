#include "app/gui/panels/status_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "app/gui/panels/hint.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

struct ShownStatus {
  std::optional<Document> document;
  StatusView status;
  PhotoView view;

  void operator()(const Ui& ui) { status_panel(ui, document ? &*document : nullptr, status, view, false); }
};

workflow::JobView a_job(std::int64_t id, std::int64_t total) {
  workflow::JobView view;
  view.id = id;
  view.title = "Pre-fill";
  view.progress.done = total / 2;
  view.progress.total = total;
  view.progress.stage = "garments";
  view.running = true;
  return view;
}

TEST(StatusPanel, FitsInEveryLookWhateverIsGoingOn) {
  const auto make = [](bool photo, int jobs, const std::string& notice, SaveState save) {
    return [=] {
      auto shown = std::make_shared<ShownStatus>();
      if (photo) shown->document.emplace(mixed_document());
      if (photo) shown->document->save_state = save;
      if (save == SaveState::kFailed)
        shown->document->save_error = Error{ErrorCode::kIo, "test.disk_full", "the disk is full"};
      for (int i = 0; i < jobs; ++i) shown->status.jobs.push_back(a_job(i + 1, i == 0 ? 400 : 0));
      shown->status.notice = notice;
      shown->status.notice_is_error = !notice.empty();
      shown->view.canvas.pointer = Point{123, 45};
      return content_of(shown);
    };
  };
  draw_in_all_looks(bottom_bar, false, make(true, 0, "", SaveState::kSaved));
  draw_in_all_looks(bottom_bar, false, make(true, 2, std::string(500, 'x'), SaveState::kFailed));
  draw_in_all_looks(bottom_bar, false, make(false, 1, "", SaveState::kSaved));
}

TEST(StatusPanel, AJobIsStoppedByItsCross) {
  NullWindow window;
  auto shown = std::make_shared<ShownStatus>();
  shown->status.jobs = {a_job(17, 400)};
  window.draw_panel(bottom_bar(window), content_of(shown));
  window.press("job.cancel");
  window.draw_panel(bottom_bar(window), content_of(shown));
  ASSERT_TRUE(window.asked<CancelJob>());
  EXPECT_EQ(window.asked<CancelJob>()->id, 17);
}

TEST(StatusPanel, PhotosThatAreNotSavedAreToldWhateverIsOnScreenAndAPressShowsThem) {
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    NullWindow window({language});
    auto shown = std::make_shared<ShownStatus>();
    window.draw_panel(bottom_bar(window), content_of(shown));
    EXPECT_FALSE(window.shows("status.unsaved"));
    shown->status.unsaved = {PhotoId{3}, PhotoId{5}};
    window.draw_panel(bottom_bar(window), content_of(shown));
    window.press("status.unsaved");
    window.draw_panel(bottom_bar(window), content_of(shown));
    ASSERT_TRUE(window.asked<OpenPhoto>());
    EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{3});
  }
}

/// The sentence of the bottom line.
TEST(StatusPanel, LostPhotosAndWhatAJobLeftOutAreToldUntilSomebodyLooks) {
  for (const Looks& looks : all_looks()) {
    SCOPED_TRACE(name_of(looks));
    NullWindow window(looks);
    auto shown = std::make_shared<ShownStatus>();
    window.draw_panel(bottom_bar(window), content_of(shown));
    EXPECT_FALSE(window.shows("status.lost") || window.shows("status.report"));
    shown->status.lost = true;
    shown->status.unread = 3;
    window.draw_panel(bottom_bar(window), content_of(shown));
    expect_items_inside(window, bottom_bar(window), false, "status");
    window.press("status.lost");
    window.draw_panel(bottom_bar(window), content_of(shown));
    EXPECT_TRUE(window.asked_for("relocate"_action));
    window.press("status.report");
    window.draw_panel(bottom_bar(window), content_of(shown));
    EXPECT_TRUE(window.asked_for("last_report"_action));
  }
}

std::string hint_of(const Document& document, const PhotoView& view, bool answering, Language language) {
  NullWindow window({language});
  std::string said;
  window.draw([&](const Ui& ui) { said = hint(ui, document, view, answering); });
  return said;
}

TEST(Hint, FollowsWhatIsSelectedAndTheToolInHand) {
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    const Strings text(language);
    PhotoView view;
    const Document document = mixed_document();
    EXPECT_EQ(hint_of(document, view, true, language), text(Text::kHintAttributeMode));
    EXPECT_EQ(hint_of(document, view, false, language), text(Text::kHintIdle));
    EXPECT_EQ(hint_of(new_document(), view, false, language), text(Text::kHintNothingYet));
    view.selection.select_only(kLocked);
    EXPECT_EQ(hint_of(document, view, false, language), text(Text::kHintLocked));
    view.selection.select_only(kOfModel);
    EXPECT_EQ(hint_of(document, view, false, language), text(Text::kHintModelGarment));
    view.selection.select_only(kOwn);
    EXPECT_EQ(hint_of(document, view, false, language), text(Text::kHintSelected));
  }
}

TEST(Hint, TeachesNothingAboutAPhotoThatAConflictCovers) {
  Document document = mixed_document();
  document.theirs.emplace(document.session.photo(), document.session.annotation());
  PhotoView view;
  view.selection.select_only(kOwn);
  const Strings text(Language::kEnglish);
  EXPECT_EQ(hint_of(document, view, false, Language::kEnglish), text(Text::kConflictTitle));
}

TEST(Hint, NamesTheKeyToTheNextReadingWhereThereIsOne) {
  const std::string said = hint_of(proposed_document(), {}, false, Language::kEnglish);
  EXPECT_NE(said.find(Strings(Language::kEnglish)(Text::kHintReading)), std::string::npos) << said;
}

TEST(StatusPanel, AProjectToLookAtIsNeverCalledSaved) {
  NullWindow window;
  const Error why{ErrorCode::kIo, "test.read_only", "nothing may be written here"};
  auto shown = std::make_shared<ShownStatus>();
  shown->document.emplace(mixed_document());
  window.draw_panel(bottom_bar(window), content_of(shown));
  EXPECT_TRUE(window.shows("status.saved"));
  shown->status.read_only = &why;
  window.draw_panel(bottom_bar(window), content_of(shown));
  EXPECT_TRUE(window.shows("status.read_only"));
  EXPECT_FALSE(window.shows("status.saved"));
}

TEST(StatusPanel, NothingIsCalledSavedBesideAPhotoThatIsNot) {
  NullWindow window;
  auto shown = std::make_shared<ShownStatus>();
  shown->document.emplace(mixed_document());
  shown->status.unsaved = {PhotoId{77}};
  window.draw_panel(bottom_bar(window), content_of(shown));
  EXPECT_TRUE(window.shows("status.unsaved"));
  EXPECT_FALSE(window.shows("status.saved"));
}

}  // namespace
}  // namespace jaedan::gui::testing
