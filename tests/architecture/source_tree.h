#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/test_paths.h"

namespace jaedan::testing {

/// Path of a file of the checkout, relative to its root, and its text.
struct SourceFile {
  std::string path;
  std::string text;

  bool below(const std::string& folder) const { return path.rfind(folder, 0) == 0; }
  bool ends_with(const std::string& ending) const {
    return path.size() >= ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
  }
};

/// The folder a path lies in: "labeling/edit" of "labeling/edit/command.h".
inline std::string folder_of(const std::string& path) { return std::filesystem::path(path).parent_path().string(); }

inline std::string text_of_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// Every file below the named top folders whose name ends in one of `endings`, sorted.
inline std::vector<SourceFile> source_files(const std::vector<std::string>& folders,
                                            const std::vector<std::string>& endings) {
  namespace fs = std::filesystem;
  std::vector<SourceFile> files;
  const fs::path root = source_dir();
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file()) continue;
      SourceFile file{fs::relative(entry.path(), root).generic_string(), ""};
      const auto matches = [&file](const std::string& ending) { return file.ends_with(ending); };
      if (std::none_of(endings.begin(), endings.end(), matches)) continue;
      file.text = text_of_file(entry.path());
      files.push_back(std::move(file));
    }
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

/// Without what stands behind //; addresses (https://) stay.
inline std::string without_comments(const std::string& text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t slashes = text.find("//", at);
    while (slashes != std::string::npos && slashes > 0 && text[slashes - 1] == ':') {
      slashes = text.find("//", slashes + 2);  // of an address
    }
    code.append(text, at, slashes - at);
    at = slashes == std::string::npos ? text.size() : std::min(text.find('\n', slashes), text.size());
  }
  return code;
}

inline const std::vector<SourceFile>& product_files() {
  static const std::vector<SourceFile> files =
      source_files({"labeling", "inference", "recommender", "app"}, {".h", ".cpp", ".inc"});
  return files;
}

/// The same files without their comments.
inline const std::vector<SourceFile>& product_code() {
  static const std::vector<SourceFile> code = [] {
    std::vector<SourceFile> files = product_files();
    for (SourceFile& file : files) file.text = without_comments(file.text);
    return files;
  }();
  return code;
}

}  // namespace jaedan::testing
