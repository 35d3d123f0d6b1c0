// An index in its file.
#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>
#include <limits>
#include <sstream>

#include "labeling/base/file_system.h"
#include "recommender/index/checksum.h"
#include "recommender/index/index_file.h"
#include "recommender/index/vector_index.h"
#include "recommender/index/vector_search.h"
#include "tests/recommender/index/drawn_vectors.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::recommender {
namespace {

using testing::as_graph;
using testing::clustered;
using testing::ids_of;
using testing::Vectors;

constexpr std::uint64_t kMostBytes = 100 << 20;

class FileOfIndex : public ::testing::TestWithParam<bool> {
 protected:
  /// A list or a graph with gaps where vectors were removed.
  static VectorIndex made(std::size_t count) {
    const Vectors vectors = clustered(count, 12, 10, 4);
    VectorIndex index = VectorIndex::create(12, options()).value();
    for (VectorId id = 0; id < count; ++id) EXPECT_OK(index.add(id * 3, vectors[id]));
    for (VectorId id = 0; id < count; id += 7) EXPECT_OK(index.remove(id * 3));
    return index;
  }
  static IndexOptions options() { return GetParam() ? as_graph() : IndexOptions(); }
  std::string bytes() const { return disk().read(path_, kMostBytes).value(); }

  jaedan::testing::TemporaryFolder folder_;
  const std::string path_ = folder_ / "vectors";
};
INSTANTIATE_TEST_SUITE_P(ListAndGraph, FileOfIndex, ::testing::Bool(),
                         [](const auto& kind) { return kind.param ? "Graph" : "List"; });

void expect_same_answers(const VectorIndex& a, const VectorIndex& b) {
  EXPECT_EQ(a.size(), b.size());
  EXPECT_EQ(a.is_exact(), b.is_exact());
  for (const auto& query : clustered(30, 12, 10, 8)) {
    const auto of_a = a.nearest(query, 10, Metric::kPearson).value();
    const auto of_b = b.nearest(query, 10, Metric::kPearson).value();
    ASSERT_EQ(ids_of(of_a), ids_of(of_b));
    for (std::size_t i = 0; i < of_a.size(); ++i) EXPECT_EQ(of_a[i].score, of_b[i].score);
  }
}

TEST_P(FileOfIndex, GivesTheSameIndexBack) {
  VectorIndex index = made(2000);
  index.set_source("embedder-3");
  ASSERT_OK(index.save(path_));
  ASSERT_OK_AND_ASSIGN(const VectorIndex opened, VectorIndex::open(path_, options()));
  expect_same_answers(opened, index);
  EXPECT_EQ(opened.source(), "embedder-3");
  EXPECT_EQ(opened.dimension(), 12u);
}

TEST_P(FileOfIndex, ChangesLeadToTheSameIndexWithAndWithoutAFileInBetween) {
  const Vectors more = clustered(800, 12, 10, 5);
  VectorIndex index = made(1500);
  ASSERT_OK(index.save(path_));
  ASSERT_OK_AND_ASSIGN(VectorIndex opened, VectorIndex::open(path_, options()));
  for (VectorIndex* one : {&index, &opened}) {
    for (VectorId id = 0; id < more.size(); ++id) ASSERT_OK(one->add(100000 - id, more[id]));
    for (VectorId id = 3; id < 600; id += 21) ASSERT_OK(one->replace(id, more[id]));
  }
  expect_same_answers(opened, index);
  ASSERT_OK(index.save(path_));
  const std::string of_index = bytes();
  ASSERT_OK(opened.save(path_));
  EXPECT_TRUE(bytes() == of_index) << "the same to the byte";
}

TEST_P(FileOfIndex, WithoutVectorsIsAFileToo) {
  const VectorIndex index = VectorIndex::create(12, options()).value();
  ASSERT_OK(index.save(path_));
  ASSERT_OK_AND_ASSIGN(VectorIndex opened, VectorIndex::open(path_, options()));
  EXPECT_EQ(opened.size(), 0u);
  ASSERT_OK(opened.add(4, std::vector<float>(12, 1)));
  EXPECT_EQ(opened.nearest(std::vector<float>(12, 2), 3, Metric::kCosine)->size(), 1u);
}

/// What is read from these bytes, without a disk.
Result<IndexFile> read(const std::string& bytes) {
  std::istringstream in(bytes);
  return read_index(in);
}

TEST_P(FileOfIndex, AnyFlippedBitAndAnyCutIsFound) {
  ASSERT_OK(made(60).save(path_));
  const std::string whole = bytes();
  EXPECT_OK(read(whole));
  // The head byte by byte; beyond it every 29th, which meets each bit: each is a file that is brought to the disk
  // twice.
  for (std::size_t at = 0; at < whole.size(); at += at < 64 ? 1 : 29) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    EXPECT_FALSE(read(flipped).ok()) << "byte " << at;
    const auto cut = read(whole.substr(0, at));
    ASSERT_FALSE(cut.ok()) << "cut at " << at;
    EXPECT_EQ(cut.error().code, ErrorCode::kCorrupt) << "cut at " << at;
  }
  EXPECT_ERROR(read(whole + "x"), ErrorCode::kCorrupt);
}

TEST_P(FileOfIndex, AFileOfAnotherVersionIsToBeBuiltAgain) {
  ASSERT_OK(made(60).save(path_));
  std::string other = bytes();
  other[8] = 2;
  ASSERT_OK(disk().write_atomically(path_, other));
  const auto opened = VectorIndex::open(path_);
  EXPECT_ERROR(opened, ErrorCode::kUnsupported);
  EXPECT_NE(opened.error().text().find(path_ + ": the vector index is of version 2"), std::string::npos)
      << opened.error().text();
}

/// `bytes` with one number changed at `at`, and a sum that fits.
std::string forged(std::string bytes, std::size_t at, std::uint32_t number) {
  std::memcpy(bytes.data() + at, &number, sizeof(number));
  const std::size_t summed = bytes.size() - sizeof(std::uint64_t);
  Checksum checksum;
  checksum.add(bytes.data(), summed);
  const std::uint64_t sum = checksum.sum();
  std::memcpy(bytes.data() + summed, &sum, sizeof(sum));
  return bytes;
}

TEST_P(FileOfIndex, ForgedNumbersWithAFittingSumAreHarmless) {
  ASSERT_OK(made(60).save(path_));
  const std::string whole = bytes();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  std::uint32_t nan_bits = 0;
  std::memcpy(&nan_bits, &nan, sizeof(nan_bits));
  int refused = 0;
  for (std::size_t at = 12; at + 12 < whole.size(); at += at < 128 ? 4 : 44) {
    for (const std::uint32_t number : {0xFFFFFFFFu, 61u, nan_bits}) {
      const auto file = read(forged(whole, at, number));
      refused += !file.ok();
      if (!file.ok()) continue;
      const std::vector<float> query(file->rows.dimension(), 1);
      const auto found = VectorSearch(file->rows, query, Metric::kCosine, 5, 1).among_all({});
      ASSERT_OK(found);
      EXPECT_LE(found->size(), 5u);
    }
  }
  EXPECT_GT(refused, 100);
}

TEST(MissingFileOfIndex, IsSaidToBeMissing) {
  const jaedan::testing::TemporaryFolder folder;
  EXPECT_ERROR(VectorIndex::open(folder / "nothing"), ErrorCode::kNotFound);
  EXPECT_ERROR(VectorIndex::open(folder.path()), ErrorCode::kIo);
  ASSERT_OK(disk().write_atomically(folder / "empty", ""));
  EXPECT_ERROR(VectorIndex::open(folder / "empty"), ErrorCode::kCorrupt);
  ASSERT_OK(disk().write_atomically(folder / "text", "a shopping list, long enough to be a header"));
  EXPECT_ERROR(VectorIndex::open(folder / "text"), ErrorCode::kCorrupt);
}

/// A disk that is full when the file is to be put in place.
class FullDisk final : public FileOperations {
 public:
  int fsync(int) override {
    errno = ENOSPC;
    return -1;
  }
};

TEST(FullDiskUnderAnIndex, LeavesTheOldFileAsItWas) {
  const jaedan::testing::TemporaryFolder folder;
  VectorIndex index = VectorIndex::create(2).value();
  ASSERT_OK(index.add(1, {1, 0}));
  ASSERT_OK(index.save(folder / "vectors"));
  ASSERT_OK(index.add(2, {0, 1}));
  FullDisk full;
  EXPECT_ERROR(index.save(folder / "vectors", full), ErrorCode::kIo);
  EXPECT_EQ(VectorIndex::open(folder / "vectors")->size(), 1u);
}

}  // namespace
}  // namespace jaedan::recommender
