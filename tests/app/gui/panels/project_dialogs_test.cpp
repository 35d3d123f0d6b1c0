// Dialogs about the project as a whole: export, snapshot, figures, moved photos, what a job left out. Without a window.
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include "app/gui/panels/dialogs/export_dialog.h"
#include "app/gui/panels/dialogs/figures_dialog.h"
#include "app/gui/panels/dialogs/relocate_dialog.h"
#include "app/gui/panels/dialogs/report_dialog.h"
#include "app/gui/panels/dialogs/snapshot_dialog.h"
#include "labeling/formats/exporter.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

labeling::ProjectFigures full_figures() {
  labeling::ProjectFigures figures;
  for (labeling::PhotoFigures& one : figures.by_state) one = {1234567, 2345678, 345678, 123456, 999999};
  for (const Part part : kAllParts) figures.garments_by_part[part] = 1234567;
  for (const TaxonomyAttribute& attribute : taxonomy().attributes()) figures.values[attribute.id] = 7654321;
  for (int i = 0; i < 40; ++i) figures.workers["worker " + std::string(60, 'w') + std::to_string(i)] = 1000 + i;
  return figures;
}

JobReport full_report() {
  JobReport report;
  report.title = "Import";
  report.lines = {std::string(300, 'l'), "second"};
  for (int i = 0; i < 700; ++i) report.add("item " + std::to_string(i) + std::string(200, 'i'));
  report.all_instead = ExportPhotos{"/out", "coco", {}, false};
  return report;
}

struct Shown {
  Dialog dialog = Dialog::kNone;
  labeling::PhotoFilter listed;
  ExportChoice exported = first_export_choice({}, "/data/photos.jaedan");
  SnapshotChoice snapshot;
  FiguresState figures;
  RelocateChoice relocate;
  FolderChoice folder;
  JobReport report;

  void operator()(const Ui& ui) {
    export_dialog(ui, listed, dialog, exported);
    snapshot_dialog(ui, listed, dialog, snapshot);
    figures_dialog(ui, taxonomy(), listed, dialog, figures);
    relocate_dialog(ui, dialog, relocate, folder);
    report_dialog(ui, dialog, report);
  }
};

class ProjectDialogs : public ::testing::Test {
 protected:
  void draw(NullWindow& window) {
    window.draw([this](const Ui& ui) { shown_(ui); });
  }
  void open(Dialog dialog, NullWindow& window) {
    shown_.dialog = dialog;
    draw(window);
    ASSERT_TRUE(window.shows("dialog.close"));
  }
  void press(const std::string& item, NullWindow& window) {
    window.press(item);
    draw(window);
  }

  Shown shown_;
};

TEST_F(ProjectDialogs, EachFitsInEveryLookEmptyAndFullAndItsCrossClosesIt) {
  for (const bool full : {false, true}) {
    for (const Dialog dialog :
         {Dialog::kExport, Dialog::kSnapshot, Dialog::kFigures, Dialog::kRelocate, Dialog::kReport}) {
      for (const Looks& looks : all_looks()) {
        SCOPED_TRACE(std::to_string(static_cast<int>(dialog)) + ", " + name_of(looks));
        NullWindow window(looks);
        shown_ = {};
        if (full) {
          shown_.figures.found = full_figures();
          shown_.report = full_report();
          shown_.exported.folder = shown_.relocate.from = "/" + std::string(300, 'f');
          shown_.listed.state = WorkflowState::kDrawn;
          shown_.exported.only_listed = true;
        }
        open(dialog, window);
        expect_items_inside(window, whole(window), true, "dialog");
        press("dialog.close", window);
        EXPECT_EQ(shown_.dialog, Dialog::kNone);
      }
    }
  }
}

TEST_F(ProjectDialogs, TheListOfFormatsNeedsNoScrolling) {
  NullWindow window;
  shown_ = {};
  open(Dialog::kExport, window);
  const auto last = window.items().find("export.format." + std::string(labeling::export_formats().back().name));
  const auto below = window.items().find("export.project");
  ASSERT_TRUE(last && below);
  EXPECT_GE(below->rect.y - last->rect.bottom(), 16) << "the list's own border and the gap after it";
}

TEST_F(ProjectDialogs, EveryFormatThatThereIsCanBeExported) {
  for (const labeling::ExportFormat& format : labeling::export_formats()) {
    SCOPED_TRACE(format.name);
    NullWindow window;
    shown_ = {};
    open(Dialog::kExport, window);
    press("export.format." + std::string(format.name), window);
    press("export.go", window);
    ASSERT_TRUE(window.asked<ExportPhotos>());
    EXPECT_EQ(window.asked<ExportPhotos>()->format, format.name);
    EXPECT_EQ(window.asked<ExportPhotos>()->folder, "/data/photos-export");
    EXPECT_TRUE(window.asked<ExportPhotos>()->approved_only);
    EXPECT_EQ(shown_.dialog, Dialog::kNone);
  }
}

TEST_F(ProjectDialogs, AnExportMayTakeAllPhotosAndThoseOfTheListOnly) {
  NullWindow window;
  shown_.listed.part = Part::kDress;
  open(Dialog::kExport, window);
  press("export.all", window);
  press("export.go", window);
  EXPECT_FALSE(window.asked<ExportPhotos>()->approved_only);
  EXPECT_FALSE(window.asked<ExportPhotos>()->filter.part) << "all of the project";
  open(Dialog::kExport, window);
  press("export.listed", window);
  press("export.go", window);
  EXPECT_EQ(window.asked<ExportPhotos>()->filter.part, Part::kDress);
}

TEST_F(ProjectDialogs, TheStateThatTheListIsFilteredByCounts) {
  NullWindow window;
  shown_.listed.state = WorkflowState::kDrawn;
  open(Dialog::kExport, window);
  EXPECT_TRUE(window.shows("export.approved"));
  press("export.listed", window);
  EXPECT_FALSE(window.shows("export.approved"));
}

TEST_F(ProjectDialogs, AnExportRemembersItsFolderAndFormat) {
  Settings settings;
  settings.export_format = "yolo";
  settings.export_folders["/a.jaedan"] = "/elsewhere";
  EXPECT_EQ(first_export_choice(settings, "/a.jaedan").folder, "/elsewhere");
  EXPECT_EQ(first_export_choice(settings, "/a.jaedan").format, "yolo");
  EXPECT_EQ(first_export_choice(settings, "/b.jaedan").folder, "/b-export");
  settings.export_format = "a format of another version";
  EXPECT_EQ(first_export_choice(settings, "/b.jaedan").format, "kfashion");
}

TEST_F(ProjectDialogs, TheFoldersFieldIsTyped) {
  NullWindow window;
  open(Dialog::kExport, window);
  press("export.folder", window);
  window.key(GLFW_KEY_END);
  draw(window);
  window.type("2");
  draw(window);
  press("export.go", window);
  ASSERT_TRUE(window.asked<ExportPhotos>());
  EXPECT_EQ(window.asked<ExportPhotos>()->folder, "/data/photos-export2");
  shown_.exported.folder.clear();
  window.forget_requests();
  open(Dialog::kExport, window);
  press("export.go", window);
  EXPECT_EQ(window.request_count(), 0u) << "there is no folder";
}

TEST_F(ProjectDialogs, ASnapshotIsAskedForAsItWasChosen) {
  NullWindow window;
  shown_.listed.looked = true;
  open(Dialog::kSnapshot, window);
  press("snapshot.no", window);
  EXPECT_EQ(window.request_count(), 0u);
  open(Dialog::kSnapshot, window);
  press("snapshot.listed", window);
  press("snapshot.without_own", window);
  press("snapshot.go", window);
  ASSERT_TRUE(window.asked<MakeSnapshot>());
  EXPECT_EQ(window.asked<MakeSnapshot>()->filter.looked, true);
  EXPECT_TRUE(window.asked<MakeSnapshot>()->without_own);
}

TEST_F(ProjectDialogs, OtherPhotosAreCountedAnew) {
  NullWindow window;
  shown_.listed.part = Part::kTop;
  shown_.figures.found = full_figures();
  open(Dialog::kFigures, window);
  press("figures.listed", window);
  ASSERT_TRUE(window.asked<AskFigures>());
  EXPECT_EQ(window.asked<AskFigures>()->filter.part, Part::kTop);
  EXPECT_FALSE(shown_.figures.found) << "the old ones are of other photos";
  press("figures.verify", window);
  EXPECT_TRUE(window.asked_for("verify"_action));
}

TEST_F(ProjectDialogs, MovedPhotosAreLookedForInTheFolderThatIsShown) {
  NullWindow window;
  shown_.relocate.from = "/old";
  shown_.folder.listing.path = "/new";
  shown_.folder.listing.folders = {"photos"};
  open(Dialog::kRelocate, window);
  press("folder.photos", window);
  ASSERT_TRUE(window.asked<ListFolder>());
  EXPECT_EQ(window.asked<ListFolder>()->path, "/new/photos");
  press("relocate.go", window);
  ASSERT_TRUE(window.asked<RelocatePhotos>());
  EXPECT_EQ(window.asked<RelocatePhotos>()->from, "/old");
  EXPECT_EQ(window.asked<RelocatePhotos>()->to, "/new");
}

TEST_F(ProjectDialogs, LostPhotosLeadToTheirDialog) {
  for (const Looks& looks : all_looks()) {
    NullWindow window(looks);
    const auto content = [](const Ui& ui) { lost_photos_panel(ui, "/" + std::string(200, 'p')); };
    window.draw_panel(whole(window), content);
    expect_items_inside(window, whole(window), false, name_of(looks));
    window.press("lost.relocate");
    window.draw_panel(whole(window), content);
    EXPECT_TRUE(window.asked_for("relocate"_action));
  }
}

TEST_F(ProjectDialogs, AReportIsSeenWhenItIsOpenAndOffersEverythingWhereNothingWasApproved) {
  NullWindow window;
  shown_.report = full_report();
  shown_.report.seen = false;
  EXPECT_EQ(shown_.report.items.size(), JobReport::kMostItems);
  EXPECT_EQ(shown_.report.count(), 700u);
  open(Dialog::kReport, window);
  EXPECT_TRUE(shown_.report.seen);
  EXPECT_TRUE(window.shows("report.item"));
  press("report.all", window);
  ASSERT_TRUE(window.asked<ExportPhotos>());
  EXPECT_FALSE(window.asked<ExportPhotos>()->approved_only);
  EXPECT_EQ(shown_.dialog, Dialog::kNone);
  open(Dialog::kReport, window);
  EXPECT_FALSE(window.shows("report.all")) << "once is enough";
  press("report.ok", window);
  EXPECT_EQ(shown_.dialog, Dialog::kNone);
}

}  // namespace
}  // namespace jaedan::gui::testing
