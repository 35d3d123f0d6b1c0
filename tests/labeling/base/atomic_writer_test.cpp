#include "labeling/base/atomic_writer.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/base/file_system.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

TEST(AtomicWriter, TheFileAppearsWithTheCommit) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK_AND_ASSIGN(const auto writer, AtomicWriter::open(folder / "new/table"));
  ASSERT_OK(writer->append("a"));
  ASSERT_OK(writer->append("b"));
  EXPECT_FALSE(fs::exists(folder / "new/table"));
  ASSERT_OK(writer->commit());
  EXPECT_EQ(disk().read(folder / "new/table", 10).value(), "ab");
}

TEST(AtomicWriter, ANameMayTakeAllThatTheDiskAllows) {
  const jaedan::testing::TemporaryFolder folder;
  const std::string name(255, 'x');
  ASSERT_OK(disk().write_atomically(folder / name, "a"));
  EXPECT_EQ(disk().read(folder / name, 10).value(), "a");
}

TEST(AtomicWriter, WithoutACommitTheOldFileStaysAlone) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(disk().write_atomically(folder / "table", "old"));
  {
    ASSERT_OK_AND_ASSIGN(const auto writer, AtomicWriter::open(folder / "table"));
    ASSERT_OK(writer->append("new"));
  }
  EXPECT_EQ(disk().read(folder / "table", 10).value(), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(AtomicWriter, AFolderThatCannotBeMadeIsTheReasonGiven) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(disk().write_atomically(folder / "file", "x"));
  const auto writer = AtomicWriter::open(folder / "file/table");
  EXPECT_ERROR(writer, ErrorCode::kIo);
  EXPECT_NE(writer.error().text().find("cannot make the folder"), std::string::npos) << writer.error().text();
  EXPECT_ERROR(disk().write_atomically(folder / "file/table", "x"), ErrorCode::kIo);
}

}  // namespace
}  // namespace jaedan::labeling
