// What is left when the disk refuses a step of replacing a file.
#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>

#include "labeling/base/atomic_writer.h"
#include "labeling/base/file_system.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan {
namespace {

namespace fs = std::filesystem;

enum class Step { kNone, kWrite, kSync, kRename };

/// A disk that is full at one step, and writes at most `most_bytes` at once.
class FaultyDisk final : public FileOperations {
 public:
  explicit FaultyDisk(Step refused, std::size_t most_bytes = 1 << 30) : refused_(refused), most_bytes_(most_bytes) {}

  ssize_t write(int file, const void* bytes, std::size_t count) override {
    if (interrupts_ > 0) {
      --interrupts_;
      errno = EINTR;
      return -1;
    }
    if (refused_ == Step::kWrite && written_ + count > room_) return no_space();
    written_ += count;
    return FileOperations::write(file, bytes, std::min(count, most_bytes_));
  }
  int fsync(int file) override { return refused_ == Step::kSync ? no_space() : FileOperations::fsync(file); }
  int rename(const char* from, const char* to) override {
    return refused_ == Step::kRename ? no_space() : FileOperations::rename(from, to);
  }

  void leave_room(std::size_t bytes) { room_ = bytes; }
  void interrupt(int times) { interrupts_ = times; }

 private:
  static int no_space() {
    errno = ENOSPC;
    return -1;
  }
  const Step refused_;
  const std::size_t most_bytes_;
  std::size_t room_ = 0;
  std::size_t written_ = 0;
  int interrupts_ = 0;
};

class DiskFaults : public ::testing::TestWithParam<Step> {
 protected:
  /// The old file as it was, and nothing beside it.
  void expect_untouched() {
    EXPECT_EQ(disk().read(folder_ / "table", 100).value(), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
  }
  void SetUp() override { ASSERT_OK(disk().write_atomically(folder_ / "table", "old")); }

  const testing::TemporaryFolder folder_;
};

TEST_P(DiskFaults, AFileThatCannotBeReplacedStaysAsItWas) {
  FaultyDisk full(GetParam());
  const Status status = disk_behind(full)->write_atomically(folder_ / "table", "new");
  EXPECT_ERROR(status, ErrorCode::kIo);
  EXPECT_NE(status.error().text().find("No space left"), std::string::npos) << status.error().text();
  expect_untouched();
}

TEST_P(DiskFaults, ALongFileThatRunsOutOfRoomLeavesTheOldOne) {
  FaultyDisk full(GetParam());
  full.leave_room(200'000);
  {
    ASSERT_OK_AND_ASSIGN(const auto writer, AtomicWriter::open(folder_ / "table", full));
    Status status;
    for (int i = 0; i < 100 && status.ok(); ++i) status = writer->append(std::string(10'000, 'x'));
    if (status.ok()) status = writer->commit();
    EXPECT_ERROR(status, ErrorCode::kIo);
  }
  expect_untouched();
}

std::string name_of_step(const ::testing::TestParamInfo<Step>& step) {
  return step.param == Step::kWrite ? "Write" : step.param == Step::kSync ? "Sync" : "Rename";
}
INSTANTIATE_TEST_SUITE_P(Steps, DiskFaults, ::testing::Values(Step::kWrite, Step::kSync, Step::kRename), name_of_step);

TEST(DiskWrites, ThoseThatAreShortOrInterruptedGoOn) {
  const testing::TemporaryFolder folder;
  FaultyDisk slow(Step::kNone, 7);
  slow.interrupt(3);
  ASSERT_OK_AND_ASSIGN(const auto writer, AtomicWriter::open(folder / "table", slow));
  std::string wanted;
  for (int i = 0; i < 40'000; ++i) {
    const std::string line = std::to_string(i) + "\n";
    ASSERT_OK(writer->append(line));
    wanted += line;
  }
  ASSERT_OK(writer->commit());
  EXPECT_EQ(disk().read(folder / "table", 1 << 20).value(), wanted);
}

}  // namespace
}  // namespace jaedan
