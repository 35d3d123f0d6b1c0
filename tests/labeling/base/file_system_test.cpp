#include "labeling/base/file_system.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(FileSystem, WhatIsWrittenIsRead) {
  jaedan::testing::TemporaryFolder folder;
  const std::string bytes("a\0b\n", 4);
  ASSERT_OK(disk().write_atomically(folder / "x.bin", bytes));
  ASSERT_OK_AND_ASSIGN(const std::string again, disk().read(folder / "x.bin", 100));
  EXPECT_EQ(again, bytes);
  ASSERT_OK(disk().write_atomically(folder / "x.bin", ""));
  ASSERT_OK_AND_ASSIGN(const std::string empty, disk().read(folder / "x.bin", 0));
  EXPECT_EQ(empty, "");
  EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(FileSystem, MissingFoldersAreMade) {
  jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(disk().write_atomically(folder / "a/b/c.txt", "x"));
  EXPECT_TRUE(fs::exists(folder / "a/b/c.txt"));
}

TEST(FileSystem, ReadingSaysWhatIsWrong) {
  jaedan::testing::TemporaryFolder folder;
  EXPECT_ERROR(disk().read(folder / "none", 100), ErrorCode::kNotFound);
  EXPECT_ERROR(disk().read(folder.path(), 100), ErrorCode::kInvalidArgument);
  ASSERT_OK(disk().write_atomically(folder / "big", std::string(101, 'x')));
  EXPECT_ERROR(disk().read(folder / "big", 100), ErrorCode::kTooLarge);
}

TEST(FileSystem, AFailedWriteLeavesTheOldFileAndNoRubbish) {
  jaedan::testing::TemporaryFolder folder;
  fs::create_directories(folder / "target/inside");  // a folder that is not empty cannot be replaced by a file
  EXPECT_ERROR(disk().write_atomically(folder / "target", "x"), ErrorCode::kIo);
  EXPECT_TRUE(fs::is_directory(folder / "target/inside"));
  EXPECT_EQ(files_in(folder.path()), 1u);
  ASSERT_OK(disk().write_atomically(folder / "file", "old"));
  EXPECT_FALSE(disk().write_atomically(folder / "file/below", "x").ok());
  ASSERT_OK_AND_ASSIGN(const std::string old, disk().read(folder / "file", 100));
  EXPECT_EQ(old, "old");
}

TEST(FileSystem, WritersAtTheSameTimeLeaveOneWholeFile) {
  jaedan::testing::TemporaryFolder folder;
  std::vector<std::thread> writers;
  for (char c = 'a'; c < 'e'; ++c) {
    writers.emplace_back([&folder, c] {
      for (int i = 0; i < 10; ++i) EXPECT_OK(disk().write_atomically(folder / "x", std::string(5000, c)));
    });
  }
  for (std::thread& writer : writers) writer.join();
  ASSERT_OK_AND_ASSIGN(const std::string bytes, disk().read(folder / "x", 1 << 20));
  EXPECT_EQ(bytes, std::string(5000, bytes.at(0)));
  EXPECT_EQ(files_in(folder.path()), 1u);
}

}  // namespace
}  // namespace jaedan::labeling
