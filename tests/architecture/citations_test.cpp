// What comments and READMEs send a reader to is there.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

/// The comments of a source, the whole of a README; code in fences is the reader's own.
std::string prose_of(const SourceFile& file) {
  if (file.ends_with(".md")) return std::regex_replace(file.text, std::regex("```[^`]*```"), " ");
  const bool cpp = file.ends_with(".h") || file.ends_with(".cpp") || file.ends_with(".inc");
  const std::regex comment(cpp ? "//[^\n]*" : "#[^\n]*");
  std::string prose;
  for (std::sregex_iterator it(file.text.begin(), file.text.end(), comment), end; it != end; ++it) {
    prose += (*it)[0].str() + "\n";
  }
  return prose;
}

class Citations : public ::testing::Test {
 protected:
  Citations() {
    namespace fs = std::filesystem;
    const fs::path root = source_dir();
    for (const char* top : {"labeling", "inference", "recommender", "app", "assets", "tests", ".cmake", ".ci"}) {
      for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
        paths_.insert(fs::relative(entry.path(), root).generic_string());
        names_.insert(entry.path().filename().string());
      }
    }
    for (const auto& entry : fs::directory_iterator(root)) names_.insert(entry.path().filename().string());
  }

  /// `cited` may leave the ending away: labeling/edit/command.
  bool path_is_there(const std::string& cited) const {
    for (const char* ending : {"", ".h", ".cpp", ".md"}) {
      if (paths_.count(cited + ending) > 0) return true;
    }
    return false;
  }
  bool name_is_there(const std::string& name) const { return names_.count(name) > 0; }

 private:
  std::set<std::string> paths_;
  std::set<std::string> names_;
};

TEST_F(Citations, PathsAndFilesThatAreNamedAreThere) {
  // Paths from the root, and names of headers, texts and CMake files; not what a placeholder (OUT.h…) or a pattern
  // says.
  const std::regex path(
      "(^|[\\s`(\"])((?:labeling|inference|recommender|app|tests|assets|design|shared|kfashion)/[\\w./"
      "-]*\\w)(?![\\w*{$])");
  const std::regex name("(^|[\\s`(\"])([a-z][\\w-]*\\.(?:h|md|cmake))(?![\\w.])");
  std::vector<SourceFile> files = source_files({"labeling", "inference", "recommender", "app", "tests", ".cmake"},
                                               {".h", ".cpp", ".inc", ".cmake", "CMakeLists.txt", "README.md"});
  files.push_back({"README.md", text_of_file(std::filesystem::path(source_dir()) / "README.md")});
  int cited = 0;
  for (const SourceFile& file : files) {
    if (file.below("tests/architecture/")) continue;
    const std::string prose = prose_of(file);
    for (std::sregex_iterator it(prose.begin(), prose.end(), path), end; it != end; ++it) {
      const std::size_t after = static_cast<std::size_t>(it->position() + it->length());
      if (after < prose.size() && (prose[after] == '*' || prose[after] == '{' || prose[after] == '<')) continue;
      ++cited;
      EXPECT_TRUE(path_is_there((*it)[2])) << file.path << " cites " << (*it)[2];
    }
    for (std::sregex_iterator it(prose.begin(), prose.end(), name), end; it != end; ++it) {
      ++cited;
      EXPECT_TRUE(name_is_there((*it)[2])) << file.path << " cites " << (*it)[2];
    }
  }
  EXPECT_GT(cited, 100);
}

}  // namespace
}  // namespace jaedan::testing
