// What is done with a project as a whole, by input events in the real window: import, export, snapshot, figures, photos
// that have moved. What became of it is on disk.

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "labeling/domain/region.h"
#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string text_of_file(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

class StudioProject : public StudioFixture {
 protected:
  /// A label file as labelme writes it.
  void write_labels(const std::string& file, const std::string& photo) const {
    std::ofstream(file) << R"({"version": "5.1.1", "flags": {}, "shapes": [{"label": "top", "points": )"
                        << R"([[60, 70], [140, 70], [140, 150], [60, 150]], "shape_type": "polygon"}], )"
                        << R"("imagePath": ")" << photo << R"(", "imageHeight": 300, "imageWidth": 200})";
  }
  static std::string typed_in(const std::string& field, const std::string& text) {
    return "press " + field + "\nwait 2\nkey Ctrl+A\nwait 2\ntext " + text + "\nwait 2\n";
  }
  /// The export's dialog filled in, up to its button.
  std::string export_to(const std::string& folder) const {
    return "key Ctrl+E\nwait widget export.go\npress export.format.labelme\n" + typed_in("export.folder", folder);
  }
  std::size_t photos() const {
    const auto project = project_.open();
    const auto count = project.store().count({});
    return count.ok() ? static_cast<std::size_t>(*count) : 0;
  }
};

TEST_F(StudioProject, AFolderWithLabelFilesIsImportedAndWhatWasLeftOutIsListed) {
  const std::string folder = project_.file("delivered");
  fs::create_directory(folder);
  MadeProject::write_photo(folder + "/fresh.png");
  write_labels(folder + "/fresh.json", "fresh.png");
  write_labels(folder + "/orphan.json", "orphan.png");
  play_on("key Ctrl+I\nwait widget import.go\n" + typed_in("folder.path", folder) +
          "key Enter\nwait idle\npress import.go\nwait widget report.item\npress report.ok\nwait idle\n");
  ASSERT_EQ(photos(), 3u);
  const auto project = project_.open();
  const auto fresh = project.store().photo_named("fresh");
  ASSERT_TRUE(fresh.ok() && fresh->has_value());
  ASSERT_OK_AND_ASSIGN(const Annotation imported, project.store().annotation((*fresh)->id));
  ASSERT_EQ(imported.garments.size(), 1u);
  EXPECT_EQ(imported.garments[0].part, Part::kTop);
  EXPECT_EQ(imported.garments[0].region_provenance.source, Source::kImport);
  EXPECT_DOUBLE_EQ(area_px(imported.garments[0].region), 80.0 * 80);
}

TEST_F(StudioProject, TheListOfWhatWasLeftOutIsFoundAgain) {
  const std::string folder = project_.file("delivered");
  fs::create_directory(folder);
  write_labels(folder + "/orphan.json", "orphan.png");
  play_on("key Ctrl+I\nwait widget import.go\n" + typed_in("folder.path", folder) +
          "key Enter\nwait idle\npress import.go\nwait widget report.item\nkey Esc\nwait 2\npress menu\n"
          "wait widget menu.last_report\npress menu.last_report\nwait widget report.item\n");
}

TEST_F(StudioProject, AnExportSaysThatNothingIsApprovedAndOffersAll) {
  const std::string out = project_.file("out");
  play_on(kDrawATop + export_to(out) + "press export.go\nwait widget report.all\nwait 2\n");
  EXPECT_FALSE(fs::exists(out + "/photo_000.json"));
  play_on(export_to(out) + "press export.go\nwait widget report.all\npress report.all\nwait idle\nwait 3\n");
  EXPECT_THAT(text_of_file(out + "/photo_000.json"), HasSubstr("top"));
  EXPECT_FALSE(fs::exists(out + "/photo_001.json")) << "nothing was said of it";
}

TEST_F(StudioProject, ApprovedPhotosAreExportedFromTheMenu) {
  const std::string out = project_.file("out");
  play_on(kDrawATop + "key Ctrl+Enter\nwait idle\nkey Ctrl+Enter\nwait idle\npress menu\nwait widget menu.export\n" +
          "press menu.export\nwait widget export.go\npress export.format.labelme\n" + typed_in("export.folder", out) +
          "press export.go\nwait idle\n");
  ASSERT_EQ(project_.annotation(0).state, WorkflowState::kApproved);
  EXPECT_TRUE(fs::exists(out + "/photo_000.json"));
}

TEST_F(StudioProject, AFolderThatCannotBeWrittenIsTold) {
  const std::string file = project_.file("a_file");
  std::ofstream(file) << "no folder";
  play_on(kDrawATop + export_to(file) + "press export.go\nwait widget report.ok\n");
  EXPECT_EQ(text_of_file(file), "no folder");
}

TEST_F(StudioProject, ASnapshotIsMadeOfApprovedPhotos) {
  play_on(
      "press menu\nwait widget menu.snapshot\npress menu.snapshot\nwait widget snapshot.go\npress snapshot.go\n"
      "wait widget report.ok\n");
  EXPECT_FALSE(fs::exists(project_.path() + "/snapshots")) << "nothing is approved";
  play_on(kDrawATop + "key Ctrl+Enter\nwait idle\nkey Ctrl+Enter\nwait idle\npress menu\nwait widget menu.snapshot\n" +
          "press menu.snapshot\nwait widget snapshot.go\npress snapshot.go\nwait widget report.ok\npress report.ok\n");
  const auto project = project_.open();
  ASSERT_OK_AND_ASSIGN(const auto snapshots, project.store().snapshots());
  ASSERT_EQ(snapshots.size(), 1u);
  EXPECT_EQ(snapshots[0].photo_count, 1);
  EXPECT_EQ(snapshots[0].who, "tester");
}

TEST_F(StudioProject, FiguresOpenByKeyAndCloseByEscAndByTheirKey) {
  play_on(
      "key F3\nwait widget figures.verify\nkey Esc\nwait 3\npress tool.brush\nkey F3\nwait widget figures.verify\n"
      "key F3\nwait 3\npress tool.select\nkey F3\nwait widget figures.verify\npress figures.verify\n"
      "wait idle\n");
}

TEST_F(StudioProject, PhotosThatHaveMovedAreToldAndFoundAgain) {
  fs::rename(project_.file("photos"), project_.file("moved"));
  play_on(
      "wait widget lost.relocate\nwait widget status.lost\npress lost.relocate\nwait widget relocate.go\nwait idle\n" +
      typed_in("folder.path", project_.file("moved")) + "key Enter\nwait idle\npress relocate.go\nwait idle\nwait 3\n" +
      kDrawATop);
  EXPECT_EQ(project_.annotation(0).garments.size(), 1u) << "the photo is on screen again";
  const auto project = project_.open();
  ASSERT_OK_AND_ASSIGN(const Photo photo, project.store().photo(project_.photo(1)));
  EXPECT_EQ(project.photo_path(photo), project_.file("moved/photo_001.png"));
}

TEST_F(StudioProject, PhotosThatAreNotThereEitherAreListed) {
  fs::rename(project_.file("photos"), project_.file("moved"));
  fs::remove(project_.file("moved/photo_001.png"));
  play_on("wait widget status.lost\npress status.lost\nwait widget relocate.go\nwait idle\n" +
          typed_in("folder.path", project_.file("moved")) +
          "key Enter\nwait idle\npress relocate.go\nwait widget report.item\npress report.ok\nwait idle\n");
  const auto project = project_.open();
  ASSERT_OK_AND_ASSIGN(const Photo photo, project.store().photo(project_.photo(0)));
  EXPECT_EQ(project.photo_path(photo), project_.file("moved/photo_000.png"));
}

/// Runs the studio as somebody who may not write what root owns.
jaedan::testing::ProgramResult play_as_a_visitor(const std::string& project, const std::string& script) {
  std::vector<std::string> all = {"--reuid=65534", "--regid=65534", "--clear-groups", JAEDAN_STUDIO, project,
                                  "--script",      script,          "--lang",         "en",          "--prefill-ahead"};
  return jaedan::testing::run_program("/usr/bin/setpriv", all,
                                      {"DISPLAY=" + shared_display().name(), "HOME=/nonexistent",
                                       "XDG_CONFIG_HOME=/nonexistent", "LIBGL_ALWAYS_SOFTWARE=1"});
}

TEST_F(StudioProject, OneThatMayNotBeWrittenIsLookedAtAndNothingIsTriedInVain) {
  const MadeProject& project = project_;
  const std::string script = project.file("script");
  std::ofstream(script) << "wait idle\nwait widget status.read_only\n"
                        << kDrawATop << "key X\nkey Ctrl+Enter\nkey G\nwait idle\nwait widget status.read_only\n";
  fs::permissions(fs::path(script).parent_path(), fs::perms(0755));
  for (const auto& entry : fs::recursive_directory_iterator(project.path())) {
    fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0555) : fs::perms(0444));
  }
  fs::permissions(project.path(), fs::perms(0555));
  if (::geteuid() != 0 || play_as_a_visitor(project.path(), "--version").exit_code < 0)
    GTEST_SKIP() << "needs to be somebody else";
  const auto result = play_as_a_visitor(project.path(), script);
  fs::permissions(project.path(), fs::perms(0755));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(project.annotation(0).garments.empty());
}

}  // namespace
}  // namespace jaedan::gui::testing
