// Who may know whom. Link lists alone do not hold this: headers in /usr/include can be reached without linking.
#include "tests/architecture/layers.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

const Layer* layer_of(const std::string& folder) {
  const auto found =
      std::find_if(kLayers.begin(), kLayers.end(), [&](const Layer& layer) { return layer.folder == folder; });
  return found == kLayers.end() ? nullptr : &*found;
}

bool starts_with(const std::string& text, const std::string& prefix) { return text.rfind(prefix, 0) == 0; }

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return starts_with(text, p); });
}

bool may_know(const Layer& layer, const std::string& folder) {
  if (folder == layer.folder) return true;
  return std::any_of(layer.own.begin(), layer.own.end(), [&](const std::string& known) {
    if (known.size() < 2 || known.substr(known.size() - 2) != "/*") return known == folder;
    return starts_with(folder, known.substr(0, known.size() - 1));
  });
}

struct Include {
  std::string header;
  bool quoted;
};

std::vector<Include> includes_of(const std::string& text) {
  static const std::regex pattern("(^|\n)\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
  std::vector<Include> includes;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    includes.push_back({(*it)[3], (*it)[2] == "\""});
  }
  return includes;
}

bool is_own(const Include& include) {
  return include.quoted &&
         starts_with_any(include.header, {"labeling/", "inference/", "recommender/", "app/", "tests/"});
}

/// <vector>, <cstdint>, …: no folder and no ending. POSIX and Linux headers: a short list.
bool is_standard(const std::string& header) {
  static const std::set<std::string> posix = {"fcntl.h",   "iconv.h",     "poll.h",   "spawn.h",
                                              "unistd.h",  "pwd.h",       "dlfcn.h",  "signal.h",
                                              "pthread.h", "immintrin.h", "malloc.h", "termios.h"};
  if (posix.count(header) > 0 || starts_with(header, "sys/")) return true;
  return header.find('/') == std::string::npos && header.find('.') == std::string::npos;
}

bool allowed(const Layer& layer, const Include& include) {
  if (is_own(include)) return may_know(layer, folder_of(include.header));
  return is_standard(include.header) || starts_with_any(include.header, layer.foreign);
}

TEST(Layers, EveryFolderHasARowAndEveryRowAFolder) {
  std::set<std::string> folders;
  for (const SourceFile& file : product_files()) folders.insert(folder_of(file.path));
  ASSERT_GT(folders.size(), 30u);
  for (const std::string& folder : folders) EXPECT_NE(layer_of(folder), nullptr) << folder << " has no row";
  for (const Layer& layer : kLayers) EXPECT_EQ(folders.count(layer.folder), 1u) << layer.folder << " is no folder";
}

TEST(Layers, FilesIncludeOnlyWhatTheirFolderMayKnow) {
  for (const SourceFile& file : product_files()) {
    const Layer* layer = layer_of(folder_of(file.path));
    if (!layer) continue;
    for (const Include& include : includes_of(file.text)) {
      EXPECT_TRUE(allowed(*layer, include)) << file.path << " includes " << include.header;
    }
  }
}

TEST(Layers, OwnHeadersAreIncludedByTheirFullPath) {
  for (const SourceFile& file : product_files()) {
    for (const Include& include : includes_of(file.text)) {
      const bool foreign = !include.quoted || starts_with_any(include.header, {"imgui", "GLFW/", "soci"});
      EXPECT_TRUE(foreign || include.header.find('/') != std::string::npos) << file.path << ": " << include.header;
    }
  }
}

TEST(Layers, OnlyInnermostHeadersNameThirdPartyTypes) {
  // The network's own headers are seen by the model module alone, those of the SQL adapter by the adapter alone, and
  // the command line's by the command line, which also gets a measurement as a document.
  const std::regex foreign("\\b(torch|cv|nlohmann|soci|ClipperLib|hnswlib|faiss|CLI)::");
  for (const SourceFile& file : product_files()) {
    const bool inner = file.below("inference/net/") || file.below("inference/train/") ||
                       file.below("labeling/store/sql/") || file.below("app/cli/") ||
                       file.path == "app/report/evaluation_output.h";
    if (!file.ends_with(".h") || inner) continue;
    EXPECT_FALSE(std::regex_search(file.text, foreign)) << file.path;
  }
}

}  // namespace
}  // namespace jaedan::testing
