#include <gtest/gtest.h>

#include <limits>

#include "labeling/edit/byte_stream.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/commands/move_vertex.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/edit_session.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

UndoEntry entry_between(const Annotation& before, const Annotation& after) {
  return {"step", {}, Deed::kDraw, difference(before, after), 0};
}

void expect_equal(const UndoHistory& a, const UndoHistory& b) {
  EXPECT_EQ(a.position(), b.position());
  ASSERT_EQ(a.entries().size(), b.entries().size());
  for (std::size_t i = 0; i < a.entries().size(); ++i) {
    const UndoEntry& x = a.entries()[i];
    const UndoEntry& y = b.entries()[i];
    EXPECT_EQ(x.name, y.name);
    ASSERT_EQ(x.patch.garments.size(), y.patch.garments.size());
    for (std::size_t g = 0; g < x.patch.garments.size(); ++g) {
      EXPECT_EQ(x.patch.garments[g].before, y.patch.garments[g].before);
      EXPECT_EQ(x.patch.garments[g].after, y.patch.garments[g].after);
    }
    EXPECT_EQ(x.patch.order_before, y.patch.order_before);
    EXPECT_EQ(x.patch.order_after, y.patch.order_after);
    EXPECT_EQ(x.patch.image_attributes_before, y.patch.image_attributes_before);
    EXPECT_EQ(x.patch.image_attributes_after, y.patch.image_attributes_after);
    EXPECT_EQ(x.patch.state_before, y.patch.state_before);
    EXPECT_EQ(x.patch.state_after, y.patch.state_after);
  }
}

/// A history in which everything occurs that can occur.
UndoHistory full_history() {
  Annotation empty = annotation_of({});
  Annotation drawn = annotation_of({human_garment(1, Part::kTop, {{square(10.1, 1e-300, 0.1), square(20, 20, 5)}}),
                                    model_garment(2, Part::kDress, {{square(-1e9, 1e15, 50)}})});
  drawn.garments[0].rect = Rect{1.25, 2.5, 1.0 / 3, 4};
  drawn.garments[0].attributes = {
      {"detail", "스트링", "스트링 ", Provenance::import("kfashion")},
      {"category", "말도 안 되는 값 🧥", "", Provenance::human("김민지")},
      {"material", std::string("a\0b", 3), "", Provenance::model("m", std::numeric_limits<double>::denorm_min())}};
  drawn.image_attributes = {{"style", "street", "스트리트", Provenance::import("kfashion")}};
  drawn.state = WorkflowState::kDrawn;
  Annotation edited = drawn;
  std::swap(edited.garments[0], edited.garments[1]);
  edited.garments[0].region.rings[0].insert(edited.garments[0].region.rings[0].begin() + 2, {0.1 + 0.2, 7});
  edited.garments[0].locked = true;
  edited.garments[1].rect.reset();
  edited.garments[1].hidden = true;
  edited.garments[1].part = Part::kOuter;
  edited.garments[1].region.rings.erase(edited.garments[1].region.rings.begin());
  edited.image_attributes.clear();
  edited.state = WorkflowState::kApproved;

  UndoHistory history;
  history.push(entry_between(empty, drawn));
  history.push(entry_between(drawn, edited));
  history.push(entry_between(edited, annotation_of({})));
  history.step_back();
  return history;
}

TEST(UndoHistoryBytes, ReadBackAsTheyWereWritten) {
  const UndoHistory history = full_history();
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(history.to_bytes()));
  expect_equal(read, history);
  EXPECT_TRUE(read.at_saved_point());
  EXPECT_TRUE(read.can_redo());
}

TEST(UndoHistoryBytes, OfAnEmptyHistoryReadBackEmpty) {
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(UndoHistory().to_bytes()));
  EXPECT_TRUE(read.entries().empty());
  EXPECT_TRUE(read.at_saved_point());
}

TEST(UndoHistoryBytes, LeaveOutGesturesBecauseTheyAreOver) {
  EditSession session = session_of({human_garment(1, Part::kTop, {{square(10, 10, 50)}})});
  ASSERT_OK(session.run_in_gesture(MoveVertex(GarmentId{1}, 0, 0, {1, 1}, kUser), 1, kActor));
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(session.history().to_bytes()));
  EXPECT_EQ(read.undo_entry().gesture, 0);
}

TEST(UndoHistoryBytes, KeepEveryBitOfADouble) {
  Annotation before = annotation_of({human_garment(1, Part::kTop, {{{}}})});
  Annotation after = before;
  for (const double value : {0.1, 1.0 / 3, std::numeric_limits<double>::max(), std::numeric_limits<double>::min(),
                             std::numeric_limits<double>::epsilon(), -123456.789}) {
    after.garments[0].region.rings[0].push_back({value, -value});
  }
  UndoHistory history;
  history.push(entry_between(before, after));
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(history.to_bytes()));
  EXPECT_EQ(read.undo_entry().patch.garments[0].after->region, after.garments[0].region);
}

TEST(UndoHistoryBytes, GrowByTensOfBytesForAMovedPointOfALargeOutline) {
  Ring ring;
  for (int i = 0; i < 1000; ++i) ring.push_back({i * 0.5, i % 2 == 0 ? 10.0 : 300.0});
  EditSession session = session_of({human_garment(1, Part::kTop, {{ring}})});
  ASSERT_OK(session.run(MoveVertex(GarmentId{1}, 0, 0, {1, 1}, kUser), kActor));
  const std::size_t first = session.history().to_bytes().size();
  for (std::size_t i = 1; i <= 100; ++i) {
    ASSERT_OK(session.run(MoveVertex(GarmentId{1}, 0, i * 7, {1, 2}, kUser), kActor));
  }
  const std::size_t per_step = (session.history().to_bytes().size() - first) / 100;
  EXPECT_LT(per_step, 60U);
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(session.history().to_bytes()));
  expect_equal(read, session.history());
}

TEST(UndoHistoryBytes, AreCorruptWhenCutShortAnywhere) {
  const std::string bytes = full_history().to_bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_ERROR(UndoHistory::from_bytes(std::string_view(bytes).substr(0, size)), ErrorCode::kCorrupt);
  }
  EXPECT_ERROR(UndoHistory::from_bytes(bytes + '\0'), ErrorCode::kCorrupt);
}

TEST(UndoHistoryBytes, AreCorruptWhenAnyByteIsChanged) {
  const std::string bytes = full_history().to_bytes();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int flip : {0x01, 0x80, 0xff}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ flip);
      EXPECT_ERROR(UndoHistory::from_bytes(damaged), ErrorCode::kCorrupt);
    }
  }
}

/// As somebody would who knows the format: with a checksum that is right.
std::string sealed(const std::string& body) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : body) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3U;
  ByteWriter sum;
  sum.fixed64(hash);
  return body + sum.bytes();
}

std::string body_of(const std::string& bytes) { return bytes.substr(0, bytes.size() - 8); }

TEST(UndoHistoryBytes, ThatWereForgedReadAsTheyStandOrAreCorrupt) {
  const std::string body = body_of(full_history().to_bytes());
  int read_as_they_stand = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    for (const int flip : {0x01, 0x10, 0x80, 0xff}) {
      std::string forged = body;
      forged[i] = static_cast<char>(forged[i] ^ flip);
      const auto read = UndoHistory::from_bytes(sealed(forged));
      if (!read.ok()) {
        EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
      } else {
        EXPECT_EQ(read->to_bytes(), sealed(forged));
        ++read_as_they_stand;
      }
    }
  }
  EXPECT_GT(read_as_they_stand, 0) << "a changed letter of a name is not detectable; if none passes, the seal is wrong";
}

TEST(UndoHistoryBytes, ThatWereForgedAndCutShortAreCorrupt) {
  const std::string body = body_of(full_history().to_bytes());
  for (std::size_t size = 0; size < body.size(); ++size) {
    EXPECT_ERROR(UndoHistory::from_bytes(sealed(body.substr(0, size))), ErrorCode::kCorrupt);
  }
}

TEST(UndoHistoryBytes, WithHugeCountsAreRefusedWithoutAllocating) {
  constexpr std::uint64_t kHuge = std::numeric_limits<std::uint64_t>::max();
  const auto start = [](std::uint64_t entries) {
    ByteWriter out;
    for (const char c : {'J', 'U', 'H', '1'}) out.byte(static_cast<std::uint8_t>(c));
    out.number(entries);
    out.number(0);
    return out;
  };
  ByteWriter entries = start(kHuge);
  EXPECT_ERROR(UndoHistory::from_bytes(sealed(entries.bytes())), ErrorCode::kCorrupt);

  ByteWriter name = start(1);
  name.number(kHuge);
  EXPECT_ERROR(UndoHistory::from_bytes(sealed(name.bytes())), ErrorCode::kCorrupt);

  for (const std::uint8_t section : {1, 2, 4}) {
    ByteWriter list = start(1);
    list.text("");
    list.byte(section);
    list.number(kHuge);
    EXPECT_ERROR(UndoHistory::from_bytes(sealed(list.bytes())), ErrorCode::kCorrupt);
  }

  for (int ring_field = 0; ring_field < 4; ++ring_field) {
    ByteWriter ring = start(1);
    ring.text("");
    ring.byte(1);    // garments
    ring.number(1);  // one of them
    ring.number(1);  // its id
    ring.byte(2);    // after
    ring.byte(2);    // a region
    ring.number(ring_field == 0 ? kHuge : 1);
    for (int field = 1; field < 4; ++field) ring.number(ring_field == field ? kHuge : 0);
    EXPECT_ERROR(UndoHistory::from_bytes(sealed(ring.bytes())), ErrorCode::kCorrupt);
  }
}

TEST(UndoHistoryBytes, ThatRepeatALargeGarmentWithoutEndAreRefused) {
  // 1.6 MB of points, then a hundred thousand steps of five bytes that each repeat them twice: 300 GB.
  constexpr int kPoints = 100000;
  constexpr int kSteps = 100000;
  ByteWriter out;
  for (const char c : {'J', 'U', 'H', '1'}) out.byte(static_cast<std::uint8_t>(c));
  out.number(kSteps);
  out.number(0);
  for (int step = 0; step < kSteps; ++step) {
    out.text("");
    out.byte(1);
    out.number(1);
    out.number(1);
    out.byte(2);
    out.byte(step == 0 ? 2 : 0);
    if (step > 0) continue;
    out.number(1);
    out.number(0);
    out.number(0);
    out.number(kPoints);
    for (int i = 0; i < 2 * kPoints; ++i) out.real(i);
  }
  EXPECT_ERROR(UndoHistory::from_bytes(sealed(out.bytes())), ErrorCode::kCorrupt);
}

TEST(UndoHistoryBytes, WithPointsThatAreNotNumbersAreCorrupt) {
  for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    Annotation after = annotation_of({human_garment(1, Part::kTop, {{square(10, 10, 50)}})});
    after.garments[0].region.rings[0][2].y = bad;
    UndoHistory history;
    history.push(entry_between(annotation_of({}), after));
    EXPECT_ERROR(UndoHistory::from_bytes(history.to_bytes()), ErrorCode::kCorrupt);
  }
}

TEST(UndoHistoryBytes, KeepTheNewestStepsWhenThereAreTooMany) {
  Annotation small = annotation_of({human_garment(1, Part::kTop, {{square(0, 0, 1)}})});
  Annotation large = small;
  large.garments[0].region.rings[0] = Ring(2000, Point{3, 3});  // 32 KB
  UndoHistory history;
  history.push(entry_between(annotation_of({}), small));
  for (int i = 0; i < 3; ++i) {
    history.push(entry_between(small, large));
    history.push(entry_between(large, small));
  }
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(history.to_bytes(200000)));
  EXPECT_LT(read.entries().size(), history.entries().size());
  ASSERT_GT(read.entries().size(), 1U);
  EXPECT_EQ(read.position(), read.entries().size());
  EXPECT_EQ(read.undo_entry().patch.garments[0].after, small.garments[0]);
}

/// A history as version 1 wrote it: a top drawn, named red, locked, the photo approved and returned.
std::string version_1() {
  const std::string hex =
      "4a55483105050b6164645f6761726d656e74030101020601000003000000000000244000000000000024400000000000004e"
      "4000000000000024400000000000004e400000000000004e4000036b696d000000000000f03f0001010d7365745f61747472"
      "69627574650101010300100106636f6c6f7572037265640000036b696d000000000000f03f097365745f666c616773010101"
      "03002007617070726f7665080004097365745f7374617465080405dda1cd1c4d34e103";
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

TEST(UndoHistoryIo, ReadsWhatTheVersionBeforeWrote) {
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(version_1()));
  std::vector<Deed> deeds;
  for (const UndoEntry& entry : read.entries()) deeds.push_back(entry.deed);
  EXPECT_EQ(deeds, (std::vector<Deed>{Deed::kDraw, Deed::kDraw, Deed::kArrange, Deed::kApprove, Deed::kReturn}));
  ASSERT_OK_AND_ASSIGN(const UndoHistory again, UndoHistory::from_bytes(read.to_bytes()));
  expect_equal(read, again);
}

TEST(UndoHistoryIo, WhatAModelWouldHaveSaidNextComesBack) {
  Annotation guessed = annotation_of({model_garment(1, Part::kTop, {{square(10, 10, 50)}})});
  guessed.garments[0].attributes = {{"colour", "black", "", Provenance::model("m", 0.5), {{"navy", 0.1 + 0.2}}},
                                    {"fit", "loose", "", Provenance::model("m", 0.5)}};
  confirm(guessed.garments[0].attributes[0].provenance, kUser);
  UndoHistory history;
  history.push(entry_between(annotation_of({}), guessed));
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(history.to_bytes()));
  expect_equal(read, history);
  const std::size_t with = history.to_bytes().size();
  guessed.garments[0].attributes[0].alternatives.clear();
  UndoHistory without;
  without.push(entry_between(annotation_of({}), guessed));
  EXPECT_EQ(without.to_bytes().size() + 1 + 5 + 8, with) << "a count, a text and a number, only where there is one";
}

TEST(UndoHistoryIo, DeedsAndChangesComeBack) {
  EditSession session = session_of({model_garment(1, Part::kTop, {{square(10, 10, 50)}})});
  ASSERT_OK(session.run(Decide::approve(), kActor));
  ASSERT_OK_AND_ASSIGN(const UndoHistory read, UndoHistory::from_bytes(session.history().to_bytes()));
  ASSERT_EQ(read.entries().size(), 1u);
  EXPECT_EQ(read.entries()[0].deed, Deed::kApprove);
  EXPECT_EQ(read.entries()[0].changes, Changes());
  expect_equal(read, session.history());
}

}  // namespace
}  // namespace jaedan
