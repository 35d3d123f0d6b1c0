// Rules of the tree that no compiler checks: sizes, guards, READMEs, and that what is on disk is built.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFolders = {"labeling", "inference", "recommender", "app", "tests"};
constexpr int kMostFiles = 40;
constexpr int kMostLines = 350;

std::string without(const std::string& text, const char* pattern) {
  return std::regex_replace(text, std::regex(pattern), " ");
}

struct NamedFiles {
  std::set<std::string> built;  ///< in a list of sources
  std::set<std::string> named;  ///< anywhere
};

void collect(const std::string& text, const fs::path& folder, std::set<std::string>& into) {
  static const std::regex source("[^\\s()\"]+\\.cpp");
  for (std::sregex_iterator it(text.begin(), text.end(), source), end; it != end; ++it) {
    const std::string name = (*it)[0];
    const std::string kRoot = "${PROJECT_SOURCE_DIR}/";
    if (name.rfind(kRoot, 0) == 0) {
      into.insert(name.substr(kRoot.size()));
    } else if (name.find('$') == std::string::npos) {
      into.insert((folder / name).lexically_normal().generic_string());
    }
  }
}

/// Every .cpp that a CMakeLists.txt names, by its path from the root.
NamedFiles named_files() {
  NamedFiles files;
  for (const SourceFile& lists : source_files(kFolders, {"CMakeLists.txt"})) {
    const fs::path folder = folder_of(lists.path);
    // A fuzz driver is named by its subject.
    std::string text =
        std::regex_replace(without(lists.text, "#[^\n]*"), std::regex("jaedan_fuzz\\((\\w+) \\d"), "(fuzz_$1.cpp");
    collect(text, folder, files.named);
    text = without(text, "(set_source_files_properties|get_source_file_property)\\([^)]*\\)");
    collect(without(text, "\\bAPART\\b[^)A-Z]*"), folder, files.built);
  }
  return files;
}

TEST(SourceTree, EverySourceAndTestIsBuiltByItsExactPath) {
  const NamedFiles files = named_files();
  int sources = 0;
  for (const SourceFile& file : source_files(kFolders, {".cpp"})) {
    ++sources;
    EXPECT_EQ(files.built.count(file.path), 1u) << file.path << " is in no list of sources";
  }
  EXPECT_GT(sources, 400);
}

TEST(SourceTree, WhatACMakeFileNamesIsThere) {
  for (const std::string& path : named_files().named) {
    EXPECT_TRUE(fs::exists(fs::path(source_dir()) / path)) << path << " is named and is not there";
  }
}

TEST(SourceTree, EveryFolderOfLabelingIsATarget) {
  const fs::path root = source_dir();
  std::set<std::string> folders;
  for (const SourceFile& file : source_files({"labeling"}, {".cpp"})) {
    folders.insert(file.path.substr(9, file.path.find('/', 9) - 9));
  }
  ASSERT_GT(folders.size(), 8u);
  for (const std::string& folder : folders) {
    const std::string lists = text_of_file(root / "labeling" / folder / "CMakeLists.txt");
    EXPECT_NE(lists.find("jaedan_library(jaedan_" + folder + "\n"), std::string::npos) << "labeling/" << folder;
  }
}

TEST(SourceTree, NoFolderHoldsMoreThan40Files) {
  std::map<std::string, int> counts;
  for (const SourceFile& file : source_files(kFolders, {""})) ++counts[folder_of(file.path)];
  for (const auto& [folder, count] : counts) {
    if (folder.rfind("tests/golden", 0) == 0 || folder.find("/seeds") != std::string::npos) continue;  // data
    EXPECT_LE(count, kMostFiles) << folder << ": rooms of its own?";
  }
}

TEST(SourceTree, NoFileIsLongerThan350Lines) {
  std::vector<std::string> folders = kFolders;
  folders.push_back(".cmake");
  for (const SourceFile& file : source_files(folders, {".h", ".cpp", ".inc", ".cmake", "CMakeLists.txt"})) {
    EXPECT_LE(std::count(file.text.begin(), file.text.end(), '\n'), kMostLines) << file.path << ": one job each?";
  }
}

TEST(SourceTree, HeadersStartWithPragmaOnce) {
  for (const SourceFile& file : source_files(kFolders, {".h"})) {
    EXPECT_EQ(file.text.rfind("#pragma once", 0), 0u) << file.path;
  }
}

TEST(SourceTree, EveryFolderOfCodeHasAReadme) {
  std::set<std::string> folders = {"tests", "tests/support", "tests/fuzz", "tests/golden"};
  for (const SourceFile& file : product_files()) folders.insert(folder_of(file.path));
  for (const std::string& folder : folders) {
    EXPECT_TRUE(fs::exists(fs::path(source_dir()) / folder / "README.md")) << folder;
  }
}

}  // namespace
}  // namespace jaedan::testing
