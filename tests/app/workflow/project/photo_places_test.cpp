#include "app/workflow/project/photo_places.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/workflow/models/make_snapshot.h"
#include "app/workflow/photo/open_photo.h"
#include "app/workflow/photo/rescale_labels.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/project/export_project.h"
#include "app/workflow/project/import_photos.h"
#include "app/workflow/project/verify_project.h"
#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

const Actor kLabeller = Actor::alone("mina");

void write_photo(const fs::path& file, int width, int height) {
  ASSERT_OK(labeling::write_image(file.string(), Image::of_size(width, height).view()));
}

/// Work/p.jaedan with the photos of Work/photos: a.png and b.png, 40×60, both with a drawn top.
class PhotoPlaces : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(work_ / "photos");
    for (const char* name : {"a.png", "b.png"}) write_photo(work_ / "photos" / name, 40, 60);
    auto project = Project::create((work_ / "p.jaedan").string());
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    ASSERT_OK(import_images(*project_, (work_ / "photos").string(), Actor::alone("mina"), {}));
    for (const int id : {1, 2}) {
      Annotation annotation;
      annotation.photo = PhotoId{id};
      annotation.state = WorkflowState::kExpert;
      Garment top;
      top.id = GarmentId{1};
      top.region.rings = {{{5, 10}, {30, 10}, {30, 40}, {5, 40}}};
      top.rect = Rect{5, 10, 25, 30};
      annotation.garments = {top};
      ASSERT_OK(store().save(annotation, {"mina", "draw"}));
    }
  }
  void open_at(const fs::path& folder) {
    project_.reset();
    auto project = Project::open(folder.string());
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
  }
  labeling::Store& store() { return project_->store(); }
  Photo photo(int id) { return store().photo(PhotoId{id}).value(); }
  std::vector<std::string> problems(LookInto photos = LookInto::kHeader) {
    std::vector<std::string> sentences;
    const Result<BatchReport> report = verify_project(*project_, photos, {});
    if (!report.ok()) return {report.error().text()};
    for (const FailedItem& item : report->failed) sentences.push_back(item.sentence().text());
    return sentences;
  }

  const testing::TemporaryFolder folder_;
  const fs::path root_ = fs::canonical(folder_.path());
  const fs::path work_ = root_ / "work";
  std::optional<Project> project_;
};

TEST_F(PhotoPlaces, AMovedFolderOpensWithItsPhotosAndReadingItAgainAddsNone) {
  project_.reset();
  fs::rename(work_, root_ / "moved");
  open_at(root_ / "moved/p.jaedan");
  EXPECT_EQ(problems(), std::vector<std::string>{});
  EXPECT_OK(open_photo(*project_, PhotoId{1}, "mina"));
  ASSERT_OK_AND_ASSIGN(const BatchReport again,
                       import_images(*project_, (root_ / "moved/photos").string(), Actor::alone("mina"), {}));
  EXPECT_EQ(again.done, 0);
  EXPECT_EQ(again.skipped, 2);
  EXPECT_EQ(*store().count({}), 2);
}

TEST_F(PhotoPlaces, GonePhotosAreCountedAndCanBePointedToTheirNewPlace) {
  fs::create_directories(root_ / "disk");
  fs::rename(work_ / "photos", root_ / "disk/summer");
  ASSERT_EQ(problems().size(), 1u);
  EXPECT_NE(problems()[0].find("2 photos are gone from here"), std::string::npos) << problems()[0];
  EXPECT_ERROR(relocate_photos(*project_, (work_ / "elsewhere").string(), (root_ / "disk").string(), kLabeller, {}),
               ErrorCode::kNotFound);
  EXPECT_ERROR(relocate_photos(*project_, (work_ / "photos").string(), (root_ / "nowhere").string(), kLabeller, {}),
               ErrorCode::kNotFound);
  ASSERT_OK_AND_ASSIGN(const BatchReport report, relocate_photos(*project_, (work_ / "photos").string() + "/",
                                                                 (root_ / "disk/summer").string(), kLabeller, {}));
  EXPECT_EQ(report.done, 2);
  EXPECT_EQ(problems(), std::vector<std::string>{});
  EXPECT_EQ(photo(1).path, (root_ / "disk/summer/a.png").string());
}

TEST_F(PhotoPlaces, APhotoThatIsNotThereEitherIsListed) {
  fs::create_directories(root_ / "disk");
  fs::rename(work_ / "photos/a.png", root_ / "disk/a.png");
  fs::remove(work_ / "photos/b.png");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, relocate_photos(*project_, (work_ / "photos").string(),
                                                                 (root_ / "disk").string(), kLabeller, {}));
  EXPECT_EQ(report.done, 1);
  EXPECT_EQ(report.failed.size(), 1u);
}

TEST_F(PhotoPlaces, ReadingTheNewFolderFindsGonePhotosInsteadOfAddingThem) {
  fs::rename(work_ / "photos", root_ / "summer");
  write_photo(root_ / "summer/c.png", 40, 60);
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       import_images(*project_, (root_ / "summer").string(), Actor::alone("mina"), {}));
  EXPECT_EQ(report.done, 1);  // c
  EXPECT_EQ(report.skipped, 2);
  EXPECT_EQ(*store().count({}), 3);
  EXPECT_EQ(photo(2).path, (root_ / "summer/b.png").string());
  EXPECT_EQ(store().annotation(PhotoId{2})->garments.size(), 1u);
}

TEST_F(PhotoPlaces, AChangedSizeIsToldAndNotApprovedWithoutALook) {
  write_photo(work_ / "photos/a.png", 80, 120);
  ASSERT_OK_AND_ASSIGN(const BatchReport again,
                       import_images(*project_, (work_ / "photos").string(), Actor::alone("mina"), {}));
  ASSERT_EQ(again.warnings.size(), 1u);
  EXPECT_NE(again.warnings[0].reason.text().find("80×120 now, its labels were made on 40×60"), std::string::npos);
  EXPECT_EQ(photo(1).width, 40);
  EXPECT_EQ(problems().size(), 1u);

  for (const bool insists : {false, true}) {
    EXPECT_ERROR(approve_photo(*project_, PhotoId{1}, kLabeller, insists), ErrorCode::kConflict);
  }
  ASSERT_OK_AND_ASSIGN(const BatchReport all, approve_photos(*project_, {}, kLabeller, true, {}));
  EXPECT_EQ(all.done, 1);
  ASSERT_EQ(all.failed.size(), 1u);
  EXPECT_EQ(all.failed[0].reason.key, "photo.size_changed");

  ASSERT_OK_AND_ASSIGN(OpenedPhoto opened, open_photo(*project_, PhotoId{1}, "mina"));
  ASSERT_TRUE(opened.size_changed.has_value());
  ASSERT_OK(change_photo(opened.session, kLabeller, approval(project_->taxonomy(), {}, true)));
  ASSERT_OK(save_photo(*project_, saved_state_of(opened.session), Actor::alone("mina")));
  EXPECT_EQ(photo(1).width, 80);
  EXPECT_EQ(problems(), std::vector<std::string>{});
}

TEST_F(PhotoPlaces, LabelsOfAPhotoOfAnotherSizeAreNeitherExportedNorFrozen) {
  for (const int id : {1, 2}) ASSERT_OK(approve_photo(*project_, PhotoId{id}, kLabeller, true));
  write_photo(work_ / "photos/a.png", 60, 40);
  const std::string out = work_ / "out";
  ASSERT_OK_AND_ASSIGN(const BatchReport written, export_project(*project_, out, {"coco", "masks"}, {}, {}, {}));
  EXPECT_EQ(written.done, 1);
  ASSERT_EQ(written.failed.size(), 1u);
  EXPECT_EQ(written.failed[0].item, "a");
  EXPECT_EQ(written.failed[0].reason.key, "photo.size_changed");
  EXPECT_FALSE(fs::exists(out + "/a.png"));
  EXPECT_TRUE(fs::exists(out + "/b.png"));
  EXPECT_EQ(disk().read(out + "/coco.json", 1 << 20)->find("a.png"), std::string::npos);
  ASSERT_OK_AND_ASSIGN(const BatchReport sheet, write_contact_sheet(*project_, work_ / "sheet.jpg", {}, 9, {}));
  EXPECT_EQ(sheet.done, 1);
  EXPECT_EQ(sheet.failed.size(), 1u);
  ASSERT_OK_AND_ASSIGN(const labeling::MadeSnapshot made, make_snapshot(*project_, {}, kLabeller, false, {}));
  EXPECT_EQ(made.info.photo_count, 1);
  ASSERT_EQ(made.skipped.size(), 1u);
  EXPECT_EQ(made.skipped[0].name, "a");
  EXPECT_EQ(made.skipped[0].reason.key, "photo.size_changed");
}

TEST_F(PhotoPlaces, LabelsOfAPhotoThatIsGoneAreExportedWithAWarningAndNotFrozen) {
  for (const int id : {1, 2}) ASSERT_OK(approve_photo(*project_, PhotoId{id}, kLabeller, true));
  fs::remove(work_ / "photos/a.png");
  ASSERT_OK_AND_ASSIGN(const BatchReport written, export_project(*project_, work_ / "out", {"coco"}, {}, {}, {}));
  EXPECT_EQ(written.done, 2);
  EXPECT_TRUE(written.failed.empty());
  ASSERT_EQ(written.warnings.size(), 1u);
  EXPECT_EQ(written.warnings[0].reason.key, "photo.gone");
  EXPECT_EQ(written.warnings[0].item, (work_ / "photos").string());
  ASSERT_OK_AND_ASSIGN(const labeling::MadeSnapshot made, make_snapshot(*project_, {}, kLabeller, false, {}));
  EXPECT_EQ(made.info.photo_count, 1);
  ASSERT_EQ(made.skipped.size(), 1u);
  EXPECT_EQ(made.skipped[0].reason.key, "photo.gone");
}

TEST_F(PhotoPlaces, LabelsAreScaledWhereTheProportionsAreTheSame) {
  Prediction prediction{"m1", {{1.0, {Proposal{}}}}};
  Proposal& proposal = prediction.readings[0].garments[0];
  proposal.region.rings = {{{1, 2}, {3, 2}, {3, 4}}};
  proposal.measures = {{"length", 1.5, {{1, 2}, {1, 8}}, {1, 6}}};
  prediction.of_garments = {{GarmentId{1}, Part::kTop, proposal.region, {}, {}, proposal.measures}};
  ASSERT_OK(store().save_prediction(PhotoId{1}, prediction));
  ASSERT_OK(approve_photo(*project_, PhotoId{1}, kLabeller, true));
  write_photo(work_ / "photos/a.png", 80, 120);
  write_photo(work_ / "photos/b.png", 60, 60);
  ASSERT_OK_AND_ASSIGN(const BatchReport report, rescale_labels(*project_, {}, kLabeller, {}));
  EXPECT_EQ(report.done, 1);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].reason.key, "photo.other_proportions");

  ASSERT_OK_AND_ASSIGN(const Annotation scaled, store().annotation(PhotoId{1}));
  EXPECT_EQ(scaled.garments[0].region.rings[0][2], (Point{60, 80}));
  EXPECT_EQ(*scaled.garments[0].rect, (Rect{10, 20, 50, 60}));
  EXPECT_NE(scaled.state, WorkflowState::kApproved);
  ASSERT_OK_AND_ASSIGN(const auto said, store().prediction(PhotoId{1}));
  const Proposal& larger = said->readings[0].garments[0];
  EXPECT_EQ(larger.region.rings[0][0], (Point{2, 4}));
  EXPECT_EQ(larger.measures, (MeasuredLengths{{"length", 1.5, {{2, 4}, {2, 16}}, {2, 12}}}));
  EXPECT_EQ(said->of_garments[0].region, larger.region);
  EXPECT_EQ(said->of_garments[0].measures, larger.measures);
  EXPECT_EQ(photo(1).width, 80);
  EXPECT_EQ(photo(2).width, 40);
  ASSERT_OK_AND_ASSIGN(const BatchReport again, rescale_labels(*project_, {}, kLabeller, {}));
  EXPECT_EQ(again.done, 0);
}

TEST_F(PhotoPlaces, AKoreanNameFromAMacIsOneNameAndItsFileIsFound) {
  const std::string apart = "\u1100\u1161";
  write_photo(work_ / "photos" / (apart + ".png"), 40, 60);
  ASSERT_OK(import_images(*project_, (work_ / "photos").string(), Actor::alone("mina"), {}));
  labeling::PhotoFilter filter;
  filter.text = "\uAC00";
  ASSERT_OK_AND_ASSIGN(const auto rows, store().list(filter, PhotoId{}, 10));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].photo.name, "\uAC00");
  EXPECT_OK(open_photo(*project_, rows[0].photo.id, "mina"));
}

TEST_F(PhotoPlaces, FoldersOfAMacArePointedToByLettersOfBothForms) {
  const fs::path apart = root_ / "\u1112\u1161\u11ab", more_apart = root_ / "\u1100\u1161";  // letters apart
  fs::create_directories(apart);
  fs::rename(work_ / "photos", apart / "photos");
  ASSERT_OK(relocate_photos(*project_, (work_ / "photos").string(), (root_ / "\uD55C/photos").string(), kLabeller, {}));
  EXPECT_TRUE(problems().empty());
  EXPECT_EQ(project_->photo_path(photo(1)), (apart / "photos/a.png").string()) << "as the disk has it";
  fs::rename(apart, more_apart);
  ASSERT_OK(relocate_photos(*project_, (root_ / "\uD55C").string(), (root_ / "\uAC00").string(), kLabeller, {}));
  EXPECT_TRUE(problems().empty());
}

TEST_F(PhotoPlaces, DamagedPhotosAreNamedWhenTheyComeAndByVerify) {
  const std::string a = work_ / "photos/a.png";
  ASSERT_OK_AND_ASSIGN(const std::string sound, disk().read(a, 1 << 20));
  ASSERT_OK(disk().write_atomically(a, sound.substr(0, sound.size() - 20)));
  ASSERT_EQ(problems().size(), 1u) << "cut off";
  EXPECT_EQ(problems()[0].rfind(a, 0), 0u) << problems()[0];
  std::string changed = sound;
  changed[29] = static_cast<char>(changed[29] ^ 1);  // the check sum of the header
  ASSERT_OK(disk().write_atomically(a, changed));
  ASSERT_EQ(problems().size(), 1u) << "a wrong check sum";
  ASSERT_OK(disk().write_atomically(work_ / "photos/new.png", changed));
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import_images(*project_, work_ / "photos", Actor::alone("mina"), {}));
  EXPECT_EQ(report.new_photos, 0);
  EXPECT_EQ(report.failed.size(), 2u);
}

TEST_F(PhotoPlaces, DamageFurtherInIsFoundByDecoding) {
  Image noise = Image::of_size(300, 300);
  std::uint32_t chance = 1;
  for (std::uint8_t& value : noise.rgb)
    value = static_cast<std::uint8_t>((chance = chance * 1664525 + 1013904223) >> 24);
  const std::string c = work_ / "photos/c.png";
  ASSERT_OK(labeling::write_image(c, noise.view()));
  ASSERT_OK(import_images(*project_, work_ / "photos", Actor::alone("mina"), {}));
  EXPECT_EQ(problems(LookInto::kPixels), std::vector<std::string>{});
  ASSERT_OK_AND_ASSIGN(std::string bytes, disk().read(c, 1 << 20));
  bytes[bytes.size() - 1000] = static_cast<char>(bytes[bytes.size() - 1000] ^ 1);
  ASSERT_OK(disk().write_atomically(c, bytes));
  EXPECT_EQ(problems(), std::vector<std::string>{});
  ASSERT_EQ(problems(LookInto::kPixels).size(), 1u);
  EXPECT_EQ(problems(LookInto::kPixels)[0].rfind(c, 0), 0u);
}

TEST_F(PhotoPlaces, WhereTheyWereLostIsTheOutermostFolderThatIsGone) {
  const fs::path photos = work_ / "photos";
  EXPECT_EQ(lost_place((photos / "a.png").string()), "") << "it is there";
  EXPECT_EQ(lost_place((photos / "gone.png").string()), photos.string());
  EXPECT_EQ(lost_place((work_ / "gone/deep/below/a.png").string()), (work_ / "gone").string());
  EXPECT_EQ(lost_place("/no/such/place/a.png"), "/no");
}

}  // namespace
}  // namespace jaedan::workflow
