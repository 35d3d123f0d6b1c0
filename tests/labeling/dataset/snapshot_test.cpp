#include "labeling/dataset/snapshot.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "labeling/dataset/snapshot_index.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_decoder.h"
#include "labeling/store/annotation_json.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

std::string read(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

Garment square(std::int64_t id, Part part, double at, double size, const std::string& category) {
  Garment garment;
  garment.id = GarmentId{id};
  garment.part = part;
  garment.region.rings = {{{at, at}, {at + size, at}, {at + size, at + size}, {at, at + size}}};
  if (!category.empty()) garment.attributes = {{"category", category, "", Provenance::human("mina")}};
  return garment;
}

class Snapshot : public ::testing::Test {
 protected:
  PhotoId add(const std::string& name, WorkflowState state, const std::vector<Garment>& garments,
              const std::string& path = "") {
    const Photo photo{PhotoId{}, name, path.empty() ? "/photos/" + name + ".jpg" : path, 16, 12};
    const PhotoId id = store_->add_photos({photo})->front();
    Annotation annotation;
    annotation.photo = id;
    annotation.state = state;
    annotation.garments = garments;
    EXPECT_OK(store_->save(annotation, {"mina", "edit"}));
    return id;
  }
  Result<MadeSnapshot> make(const SnapshotProgress& progress = {}) {
    return make_snapshot(*store_, {folder_.path(), {}, "jun"}, progress);
  }
  std::string path_of(const MadeSnapshot& made, const std::string& name) {
    return folder_ / (made.info.folder + "/" + name);
  }
  nlohmann::json index_of(const MadeSnapshot& made) {
    return nlohmann::json::parse(read(path_of(made, "snapshot.json")));
  }
  std::size_t snapshot_folders() {
    std::size_t count = 0;
    if (!fs::exists(folder_ / "snapshots")) return 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder_ / "snapshots")) ++count;
    return count;
  }

  jaedan::testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_ = make_memory_store();
};

/// As a model drew it, and a batch or a person approved it.
Garment models_own(std::int64_t id, const Handling& handling) {
  Garment garment = square(id, Part::kTop, 1, 5, "shirt");
  garment.region_provenance = Provenance::model("net-1", 0.8);
  garment.handling = handling;
  return garment;
}

TEST_F(Snapshot, SaysHowMuchOfItIsAModelsOwnAndHowMuchNobodyLookedAt) {
  add("bulk", WorkflowState::kApproved, {models_own(1, {"boss", "", "boss"})});
  add("seen", WorkflowState::kApproved, {models_own(1, {"mina", "mina", "mina"}), square(2, Part::kBottom, 7, 4, "")});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  EXPECT_EQ(made.origins.garments, 3);
  EXPECT_EQ(made.origins.models_own, 2);
  EXPECT_EQ(made.origins.unseen, 1);
  SnapshotPhoto photo;
  photo.name = "bulk";
  ASSERT_OK_AND_ASSIGN(const auto outlines, read_snapshot_outlines(path_of(made, ""), photo));
  ASSERT_EQ(outlines.size(), 1u);
  EXPECT_EQ(outlines[0].said, Provenance::model("net-1", 0.8));
  EXPECT_TRUE(outlines[0].unseen);
}

TEST_F(Snapshot, CanLeaveOutWhatIsAModelsOwn) {
  add("bulk", WorkflowState::kApproved, {models_own(1, {"boss", "", "boss"})});
  add("drawn", WorkflowState::kApproved, {square(1, Part::kTop, 1, 5, "shirt")});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make_snapshot(*store_, {folder_.path(), {}, "jun", true}));
  EXPECT_EQ(made.info.photo_count, 1);
  EXPECT_EQ(made.left_out, 1);
  EXPECT_EQ(made.origins.models_own, 0);
}

TEST_F(Snapshot, IsTheSameWhoeverLookedAndApproved) {
  const PhotoId id = add("a", WorkflowState::kApproved, {models_own(1, {"mina", "mina", "mina"})});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot first, make());
  ASSERT_OK_AND_ASSIGN(Annotation annotation, store_->annotation(id));
  annotation.garments[0].handling = {"mina", "boss", "boss"};
  ASSERT_OK(store_->save(annotation, {"boss", "approve"}));
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot again, make());
  EXPECT_EQ(again.info.hash, first.info.hash);
}

TEST_F(Snapshot, HoldsApprovedPhotosOnlySortedByName) {
  add("c", WorkflowState::kApproved, {});
  add("a", WorkflowState::kApproved, {});
  add("drawn", WorkflowState::kDrawn, {});
  add("returned", WorkflowState::kReturned, {});
  add("b", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  EXPECT_TRUE(made.is_new);
  EXPECT_EQ(made.info.photo_count, 3);
  EXPECT_EQ(made.info.who, "jun");
  const nlohmann::json index = index_of(made);
  ASSERT_EQ(index["items"].size(), 3u);
  EXPECT_EQ(index["items"][0]["name"], "a");
  EXPECT_EQ(index["items"][1]["name"], "b");
  EXPECT_EQ(index["items"][2]["name"], "c");
}

TEST_F(Snapshot, IndexHasExactlyTheShapeThatTrainersRead) {
  add("봄 1", WorkflowState::kApproved,
      {square(1, Part::kTop, 0, 5, "shirt"), square(2, Part::kBottom, 6, 3, "not_sure"),
       square(3, Part::kDress, 1, 2, "")},
      "photos/봄 1.jpg");
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  EXPECT_EQ(made.info.folder, "snapshots/" + made.info.hash.substr(0, 12));
  EXPECT_EQ(index_of(made), nlohmann::json::parse(R"({"version":1,"hash":")" + made.info.hash + R"(","items":[
      {"name":"봄 1","photo":"../../photos/봄 1.jpg","mask":"masks/봄 1.png","split":"train",
       "categories":{"top":"shirt"}}]})"));
}

TEST_F(Snapshot, TheMaskHasThePartNumbersWithTheOuterOnTop) {
  add("a", WorkflowState::kApproved, {square(1, Part::kOuter, 2, 4, ""), square(2, Part::kTop, 0, 6, "")});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  ASSERT_OK_AND_ASSIGN(const Mask mask, decode_mask(read(path_of(made, "masks/a.png"))));
  ASSERT_EQ(mask.width, 16);
  ASSERT_EQ(mask.height, 12);
  EXPECT_EQ(mask.at(1, 1), 2);
  EXPECT_EQ(mask.at(3, 3), 1);
  EXPECT_EQ(mask.at(10, 10), 0);
}

TEST_F(Snapshot, TheLabelsAreTheAnnotationWithoutIdAndRevision) {
  const PhotoId id = add("a", WorkflowState::kApproved, {square(1, Part::kTop, 0.1, 5, "shirt")});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  Annotation expected = *store_->annotation(id);
  expected.photo = PhotoId{};
  expected.revision = 0;
  ASSERT_OK_AND_ASSIGN(const Annotation labels, annotation_from_json(read(path_of(made, "labels/a.json"))));
  EXPECT_EQ(labels, expected);
}

TEST_F(Snapshot, TheSameStateGivesTheSameSnapshotAndWritesNothing) {
  const PhotoId id = add("a", WorkflowState::kApproved, {square(1, Part::kTop, 0, 5, "shirt")});
  add("b", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot first, make());
  const auto written = fs::last_write_time(path_of(first, "snapshot.json"));
  // Returned and approved again without a change: another revision, the same labels.
  Annotation annotation = *store_->annotation(id);
  annotation.state = WorkflowState::kReturned;
  ASSERT_OK(store_->save(annotation, {"jun", "return"}));
  annotation = *store_->annotation(id);
  annotation.state = WorkflowState::kApproved;
  ASSERT_OK(store_->save(annotation, {"jun", "approve"}));

  ASSERT_OK_AND_ASSIGN(const MadeSnapshot second, make());
  EXPECT_FALSE(second.is_new);
  EXPECT_EQ(second.info.hash, first.info.hash);
  EXPECT_EQ(second.info.id, first.info.id);
  EXPECT_EQ(fs::last_write_time(path_of(first, "snapshot.json")), written);
  EXPECT_EQ(store_->snapshots()->size(), 1u);
}

TEST_F(Snapshot, AChangedLabelGivesAnotherSnapshotAndLeavesTheOldOne) {
  const PhotoId id = add("a", WorkflowState::kApproved, {square(1, Part::kTop, 0, 5, "shirt")});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot first, make());
  const std::string before = read(path_of(first, "labels/a.json"));
  Annotation annotation = *store_->annotation(id);
  annotation.garments[0].attributes[0].value = "blouse";
  ASSERT_OK(store_->save(annotation, {"mina", "edit"}));
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot second, make());
  EXPECT_TRUE(second.is_new);
  EXPECT_NE(second.info.hash, first.info.hash);
  EXPECT_EQ(read(path_of(first, "labels/a.json")), before);
}

TEST_F(Snapshot, ItsFilesAreReadOnly) {
  add("a", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  for (const char* name : {"snapshot.json", "masks/a.png", "labels/a.json"}) {
    struct stat info {};
    ASSERT_EQ(::stat(path_of(made, name).c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0222, 0u) << name;
  }
}

TEST_F(Snapshot, APhotoKeepsItsSideAsTheProjectGrows) {
  const auto add_many = [&](int from, int to) {
    for (int i = from; i < to; ++i) {
      add("p" + std::to_string(i), WorkflowState::kApproved, {square(1, Part::kTop, 0, 3, "")});
    }
  };
  add_many(100, 120);
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot first, make());
  EXPECT_EQ(first.counts, (std::array<std::int64_t, 3>{16, 2, 2}));
  add_many(0, 80);
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot second, make());
  EXPECT_EQ(second.counts, (std::array<std::int64_t, 3>{80, 10, 10}));
  std::map<std::string, std::string> sides;
  const nlohmann::json before = index_of(first);
  const nlohmann::json after = index_of(second);
  for (const auto& item : after["items"]) sides[item["name"]] = item["split"];
  for (const auto& item : before["items"]) EXPECT_EQ(sides[item["name"]], item["split"]);
}

TEST_F(Snapshot, TwoPhotosOfOneNameHaveFilesOfTheirOwn) {
  add("same", WorkflowState::kApproved, {square(1, Part::kTop, 0, 3, "")}, "/1/same.jpg");
  const PhotoId second = add("same", WorkflowState::kApproved, {}, "/2/same.jpg");
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  const nlohmann::json items = index_of(made)["items"];
  EXPECT_EQ(items[0]["name"], "same");
  EXPECT_EQ(items[1]["name"], "same-" + std::to_string(second.value));
  for (const auto& item : items) EXPECT_TRUE(fs::exists(path_of(made, item["mask"].get<std::string>())));
}

TEST_F(Snapshot, ANameCannotLeadOutOfTheFolder) {
  add("../../evil", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  EXPECT_FALSE(fs::exists(folder_ / "evil.png"));
  EXPECT_TRUE(fs::exists(path_of(made, index_of(made)["items"][0]["mask"].get<std::string>())));
}

TEST_F(Snapshot, APhotoThatCannotBeFrozenIsListedAndTheOthersAre) {
  add("good", WorkflowState::kApproved, {});
  add("\xb8\xb6", WorkflowState::kApproved, {});  // a name in EUC-KR
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make());
  EXPECT_EQ(made.info.photo_count, 1);
  ASSERT_EQ(made.skipped.size(), 1u);
  EXPECT_NE(made.skipped[0].reason.text().find("UTF-8"), std::string::npos);
}

TEST_F(Snapshot, NothingApprovedIsAnError) {
  EXPECT_ERROR(make(), ErrorCode::kNotFound);
  add("drawn", WorkflowState::kDrawn, {});
  EXPECT_ERROR(make(), ErrorCode::kNotFound);
  EXPECT_EQ(snapshot_folders(), 0u);
}

TEST_F(Snapshot, AFilterNarrowsItButNeverBeyondApproved) {
  add("top", WorkflowState::kApproved, {square(1, Part::kTop, 0, 3, "")});
  add("dress", WorkflowState::kApproved, {square(1, Part::kDress, 0, 3, "")});
  add("drawn", WorkflowState::kDrawn, {square(1, Part::kDress, 0, 3, "")});
  SnapshotRequest request{folder_.path(), {}, "jun"};
  request.filter.part = Part::kDress;
  request.filter.state = WorkflowState::kDrawn;
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot made, make_snapshot(*store_, request));
  const nlohmann::json items = index_of(made)["items"];
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["name"], "dress");
}

TEST_F(Snapshot, CancellingAtAnyMomentKeepsNothing) {
  for (int i = 0; i < 3; ++i) add("p" + std::to_string(i), WorkflowState::kApproved, {});
  for (std::int64_t stop = 1; stop <= 6; ++stop) {
    std::int64_t told = 0;
    EXPECT_ERROR(make([&](SnapshotPass pass, std::int64_t done, std::int64_t total) {
                   EXPECT_EQ(total, 3) << "photos";
                   EXPECT_EQ(done + (pass == SnapshotPass::kWriting ? total : 0), ++told);
                   return told < stop;
                 }),
                 ErrorCode::kCancelled);
  }
  EXPECT_EQ(snapshot_folders(), 0u);
  EXPECT_TRUE(store_->snapshots()->empty());
}

TEST_F(Snapshot, AChangeMeanwhileIsAConflictAndKeepsNothing) {
  const PhotoId id = add("a", WorkflowState::kApproved, {});
  const auto result = make([&](SnapshotPass pass, std::int64_t, std::int64_t) {
    if (pass == SnapshotPass::kWriting) {
      Annotation annotation = *store_->annotation(id);
      annotation.garments = {square(1, Part::kTop, 0, 3, "")};
      EXPECT_OK(store_->save(annotation, {"other", "edit"}));
    }
    return true;
  });
  EXPECT_ERROR(result, ErrorCode::kConflict);
  EXPECT_EQ(snapshot_folders(), 0u);
}

TEST_F(Snapshot, AFolderThatAProgramCouldNotRememberIsAdopted) {
  add("a", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot first, make());
  store_ = make_memory_store();  // as if the program had died before the last step
  add("a", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot second, make());
  EXPECT_TRUE(second.is_new);
  EXPECT_EQ(second.info.hash, first.info.hash);
  EXPECT_EQ(snapshot_folders(), 1u);
}

TEST_F(Snapshot, LeftoversOfADeadProgramAreClearedAway) {
  const std::string leftover = folder_ / "snapshots/.unfinished-abc-4194305";  // above any process number
  fs::create_directories(leftover + "/masks");
  add("a", WorkflowState::kApproved, {});
  ASSERT_OK(make());
  EXPECT_FALSE(fs::exists(leftover));
}

TEST_F(Snapshot, ADeletedSnapshotCanBeMadeAgain) {
  add("a", WorkflowState::kApproved, {});
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot first, make());
  fs::remove_all(folder_ / "snapshots");
  ASSERT_OK_AND_ASSIGN(const MadeSnapshot second, make());
  EXPECT_EQ(second.info.id, first.info.id);
  EXPECT_TRUE(fs::exists(path_of(second, "masks/a.png")));
}

TEST_F(Snapshot, AFolderThatCannotBeMadeIsAnIoError) {
  add("a", WorkflowState::kApproved, {});
  std::ofstream(folder_ / "snapshots") << "a file is in the way";
  EXPECT_ERROR(make(), ErrorCode::kIo);
}

}  // namespace
}  // namespace jaedan::labeling
