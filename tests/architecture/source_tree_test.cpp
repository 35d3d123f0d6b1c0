// Rules of the tree that no compiler checks.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

const std::vector<std::string> kFolders = {"labeling", "inference", "recommender", "app", "tests"};

TEST(SourceTree, EveryTestOnDiskIsRegistered) {
  std::string registered;
  for (const SourceFile& file : source_files({"tests"}, {"CMakeLists.txt"})) registered += file.text;
  int tests = 0;
  for (const SourceFile& file : source_files({"tests"}, {"_test.cpp"})) {
    ++tests;
    const std::string name = std::filesystem::path(file.path).filename().string();
    EXPECT_NE(registered.find(name), std::string::npos) << file.path << " is in no CMakeLists.txt";
  }
  EXPECT_GT(tests, 20);
}

TEST(SourceTree, EverySourceFileIsBuilt) {
  std::string built;
  for (const SourceFile& file : source_files(kFolders, {"CMakeLists.txt"})) built += file.text;
  for (const SourceFile& file : source_files({"labeling", "inference", "recommender", "app"}, {".cpp"})) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    EXPECT_NE(built.find(name), std::string::npos) << file.path << " is in no CMakeLists.txt";
  }
}

TEST(SourceTree, NoFileIsLongerThan400Lines) {
  for (const SourceFile& file : source_files(kFolders, {".h", ".cpp"})) {
    EXPECT_LE(std::count(file.text.begin(), file.text.end(), '\n'), 400) << file.path << ": one job each?";
  }
}

TEST(SourceTree, HeadersStartWithPragmaOnce) {
  for (const SourceFile& file : source_files(kFolders, {".h"})) {
    EXPECT_EQ(file.text.rfind("#pragma once", 0), 0u) << file.path;
  }
}

TEST(SourceTree, EveryFolderOfCodeHasAReadme) {
  namespace fs = std::filesystem;
  std::vector<std::string> folders;
  for (const SourceFile& file : source_files({"labeling", "inference", "recommender", "app"}, {".cpp"})) {
    folders.push_back(fs::path(file.path).parent_path().string());
  }
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  for (const std::string& folder : folders) {
    EXPECT_TRUE(fs::exists(fs::path(source_dir()) / folder / "README.md")) << folder;
  }
}

}  // namespace
}  // namespace jaedan::testing
