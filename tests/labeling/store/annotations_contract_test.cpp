#include <cmath>
#include <limits>

#include "labeling/store/annotation_json.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::full_annotation;
using testing::garment;
using testing::StoreContract;
using testing::value;

class StoreAnnotations : public StoreContract {};
JAEDAN_FOR_ALL_STORES(StoreAnnotations);

TEST_P(StoreAnnotations, APhotoOfWhichNothingWasSaidHasAnEmptyAnnotation) {
  const PhotoId id = add_photo("a");
  Annotation empty;
  empty.photo = id;
  EXPECT_EQ(load(id), empty);
}

TEST_P(StoreAnnotations, EverythingComesBackExactly) {
  Annotation annotation = full_annotation(add_photo("a"));
  ASSERT_OK_AND_ASSIGN(const std::int64_t revision, store().save(annotation, {"mina", "edit"}));
  EXPECT_EQ(revision, 1);
  annotation.revision = 1;
  EXPECT_EQ(load(annotation.photo), annotation);
}

TEST_P(StoreAnnotations, ASaveReplacesWhatWasThere) {
  Annotation annotation = save(full_annotation(add_photo("a")));
  annotation.garments = {garment(4, Part::kOuter)};
  annotation.image_attributes.clear();
  annotation.state = WorkflowState::kDrawn;
  const Annotation stored = save(annotation);
  annotation.revision = 2;
  EXPECT_EQ(stored, annotation);
}

TEST_P(StoreAnnotations, AStaleRevisionIsAConflictAndChangesNothing) {
  const PhotoId id = add_photo("a");
  Annotation stale = full_annotation(id);
  const Annotation stored = save(stale);
  stale.garments.clear();
  EXPECT_ERROR(store().save(stale, {"jun", "edit"}, std::string("history")), ErrorCode::kConflict);
  stale.revision = 5;
  EXPECT_ERROR(store().save(stale, {"jun", "edit"}), ErrorCode::kConflict);
  EXPECT_EQ(load(id), stored);
  ASSERT_OK_AND_ASSIGN(const std::string history, store().history(id));
  EXPECT_EQ(history, "");
  ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(id));
  EXPECT_EQ(changes.size(), 1u);
}

TEST_P(StoreAnnotations, WhatCannotBeStoredExactlyIsRefused) {
  const PhotoId id = add_photo("a");
  const auto refused = [&](auto spoil) {
    Annotation annotation = full_annotation(id);
    spoil(annotation);
    EXPECT_ERROR(store().save(annotation, {"mina", "edit"}), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(store().save_all({annotation}, {"mina", "edit"}), ErrorCode::kInvalidArgument);
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  refused([&](Annotation& a) { a.garments[0].region.rings[0][1].x = nan; });
  refused([&](Annotation& a) { a.garments[0].region.rings[0][1].y = infinity; });
  refused([&](Annotation& a) { a.garments[0].region_provenance.score = nan; });
  refused([&](Annotation& a) { a.garments[0].rect->width = infinity; });
  refused([&](Annotation& a) { a.garments[0].attributes[0].provenance.score = nan; });
  refused([&](Annotation& a) { a.garments[0].attributes[0].value = std::string("a\0b", 3); });
  refused([&](Annotation& a) { a.image_attributes[0].spelling = "\xff"; });
  refused([&](Annotation& a) { a.garments[1].id = a.garments[0].id; });
  refused([&](Annotation& a) { a.garments[1].id = GarmentId{}; });
  refused([&](Annotation& a) { a.garments[1].part = static_cast<Part>(9); });
  refused([&](Annotation& a) { a.state = static_cast<WorkflowState>(17); });
  EXPECT_ERROR(store().save(full_annotation(id), {"", "edit"}), ErrorCode::kInvalidArgument);
  EXPECT_EQ(load(id).revision, 0);
}

TEST_P(StoreAnnotations, ManyAreSavedAllOrNone) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  ASSERT_OK(store().save_all({full_annotation(a), full_annotation(b)}, {"import", "import"}));
  EXPECT_EQ(load(a).revision, 1);
  EXPECT_EQ(load(b).garments.size(), 2u);

  Annotation next = load(a);
  next.garments.clear();
  Annotation stale = full_annotation(b);  // revision 0
  EXPECT_ERROR(store().save_all({next, stale}, {"import", "import"}), ErrorCode::kConflict);
  EXPECT_EQ(load(a).revision, 1);
  EXPECT_EQ(load(a).garments.size(), 2u);
  ASSERT_OK(store().save_all({}, {"import", "import"}));
}

TEST_P(StoreAnnotations, TheSamePhotoTwiceInOneListNeedsBothRevisions) {
  const PhotoId id = add_photo("a");
  Annotation first = full_annotation(id);
  Annotation second = first;
  EXPECT_ERROR(store().save_all({first, second}, {"mina", "edit"}), ErrorCode::kConflict);
  EXPECT_EQ(load(id).revision, 0);
  second.revision = 1;
  ASSERT_OK(store().save_all({first, second}, {"mina", "edit"}));
  EXPECT_EQ(load(id).revision, 2);
}

TEST_P(StoreAnnotations, AWordThatARefusedSaveBroughtIsStoredByTheNextOne) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  save(full_annotation(b));
  Annotation fresh;
  fresh.photo = a;
  fresh.image_attributes = {value("style", "never seen before")};
  fresh.image_attributes[0].provenance.author = "newcomer";
  EXPECT_ERROR(store().save_all({fresh, full_annotation(b)}, {"newcomer", "edit"}), ErrorCode::kConflict);
  const Annotation stored = save(fresh, "newcomer");
  EXPECT_EQ(stored.image_attributes, fresh.image_attributes);
}

TEST_P(StoreAnnotations, HistoryKeepsEveryByteAndIsOnlyReplacedWhenGiven) {
  const PhotoId id = add_photo("a");
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i % 256);
  Annotation annotation = full_annotation(id);
  ASSERT_OK(store().save(annotation, {"mina", "edit"}, bytes));
  ASSERT_OK_AND_ASSIGN(std::string history, store().history(id));
  EXPECT_EQ(history, bytes);

  annotation.revision = 1;
  ASSERT_OK(store().save(annotation, {"mina", "edit"}));
  ASSERT_OK_AND_ASSIGN(history, store().history(id));
  EXPECT_EQ(history, bytes);

  annotation.revision = 2;
  ASSERT_OK(store().save(annotation, {"mina", "edit"}, std::string()));
  ASSERT_OK_AND_ASSIGN(history, store().history(id));
  EXPECT_EQ(history, "");
}

TEST_P(StoreAnnotations, TheListShowsTheLastSave) {
  const PhotoId id = add_photo("a");
  save(full_annotation(id), "jun");
  ASSERT_OK_AND_ASSIGN(const auto rows, store().list({}, PhotoId{}, 10));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].state, WorkflowState::kExpert);
  EXPECT_EQ(rows[0].garment_count, 2);
  EXPECT_EQ(rows[0].worker, "jun");
  ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(id));
  EXPECT_EQ(rows[0].changed_at, changes.back().at);
  EXPECT_EQ(rows[0].revision, 1);
  unsigned parts = 0;
  for (const Garment& garment : load(id).garments) parts |= 1U << static_cast<unsigned>(garment.part);
  EXPECT_EQ(rows[0].parts, parts);
}

TEST_P(StoreAnnotations, EveryChangeIsLoggedWithWhoWhenBeforeAndAfter) {
  const PhotoId id = add_photo("a");
  add_photo("other");
  const Annotation first = save(full_annotation(id), "mina");
  Annotation next = first;
  next.state = WorkflowState::kApproved;
  ASSERT_OK(store().save(next, {"jun", "approve", "inspector"}));
  const Annotation second = load(id);

  ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(id));
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].subject.photo, id);
  EXPECT_EQ(changes[0].note.who, "mina");
  EXPECT_EQ(changes[0].before, "");
  EXPECT_EQ(changes[1].note.who, "jun");
  EXPECT_EQ(changes[1].note.action, "approve");
  EXPECT_EQ(changes[1].note.role, "inspector");
  EXPECT_EQ(changes[0].note.role, "");
  EXPECT_EQ(changes[1].before, changes[0].after);
  EXPECT_LT(changes[0].number, changes[1].number);
  EXPECT_EQ(changes[1].revision, 2);
  EXPECT_LE(changes[0].at, changes[1].at);
  ASSERT_EQ(changes[0].at.size(), std::string("2026-01-31T23:59:59.123Z").size());
  EXPECT_EQ(changes[0].at.back(), 'Z');
  EXPECT_EQ(changes[0].program.rfind("jaedan ", 0), 0u);
  ASSERT_OK_AND_ASSIGN(const Annotation before, annotation_from_json(changes[1].before));
  ASSERT_OK_AND_ASSIGN(const Annotation after, annotation_from_json(changes[1].after));
  EXPECT_EQ(before, first);
  EXPECT_EQ(after, second);
}

TEST_P(StoreAnnotations, AHugeRegionComesBackExactly) {
  Annotation annotation;
  annotation.photo = add_photo("a");
  annotation.garments = {garment(1, Part::kDress)};
  Ring ring;
  for (int i = 0; i < 50000; ++i) ring.push_back({1000 * std::cos(i * 0.001), 1000 * std::sin(i * 0.001)});
  annotation.garments[0].region.rings = {ring};
  const Annotation stored = save(annotation);
  EXPECT_EQ(stored.garments, annotation.garments);
}

}  // namespace
}  // namespace jaedan::labeling
