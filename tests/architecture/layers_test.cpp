// Who may know whom. Link lists alone do not hold this: headers in /usr/include can be reached without linking.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

/// What the files below `folder` may include. The longest matching folder decides.
struct Layer {
  std::string folder;
  std::vector<std::string> own;      ///< prefixes of the project's own headers
  std::vector<std::string> foreign;  ///< prefixes of third-party headers, beside the standard library and POSIX
};

const std::vector<Layer>& layers() {
  static const std::vector<Layer> table = {
      {"labeling/domain/", {"labeling/domain/"}, {}},
      {"labeling/edit/", {"labeling/domain/", "labeling/edit/"}, {}},
      {"labeling/shape/", {"labeling/domain/", "labeling/edit/", "labeling/shape/"}, {"polyclipping/"}},
      {"labeling/", {"labeling/"}, {"opencv2/", "nlohmann/", "soci/", "soci.h", "sodium.h", "utf8proc.h"}},
      {"inference/train/", {"inference/", "labeling/"}, {"torch/", "ATen/", "c10/", "nlohmann/", "opencv2/"}},
      {"inference/net/", {"inference/", "labeling/domain/"}, {"torch/", "ATen/", "c10/"}},
      {"inference/",
       {"inference/", "labeling/domain/"},
       {"torch/", "ATen/", "c10/", "nlohmann/", "opencv2/", "sodium.h"}},
      {"recommender/", {"recommender/", "labeling/domain/"}, {"hnswlib/"}},
      {"app/workflow/", {"app/workflow/", "labeling/", "inference/", "recommender/"}, {"nlohmann/"}},
      {"app/cli/", {"app/cli/", "app/workflow/", "labeling/", "inference/", "recommender/"}, {"CLI/", "nlohmann/"}},
      {"app/gui/",
       {"app/gui/", "app/workflow/", "labeling/", "inference/", "recommender/"},
       {"imgui", "backends/imgui_", "ft2build.h", "GLFW/", "GL/", "CLI/", "nlohmann/", "fontconfig/"}},
  };
  return table;
}

const Layer* layer_of(const SourceFile& file) {
  const Layer* found = nullptr;
  for (const Layer& layer : layers()) {
    if (file.below(layer.folder) && (!found || layer.folder.size() > found->folder.size())) found = &layer;
  }
  return found;
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

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return text.rfind(p, 0) == 0; });
}

/// <vector>, <cstdint>, …: no folder and no ending. POSIX and Linux headers: a short list.
bool is_standard(const std::string& header) {
  static const std::set<std::string> posix = {"fcntl.h", "poll.h",  "spawn.h",  "unistd.h",  "pwd.h",      "signal.h",
                                              "dlfcn.h", "spawn.h", "malloc.h", "pthread.h", "immintrin.h"};
  if (posix.count(header) > 0 || header.rfind("sys/", 0) == 0) return true;
  return header.find('/') == std::string::npos && header.find('.') == std::string::npos;
}

std::vector<SourceFile> product_files() {
  return source_files({"labeling", "inference", "recommender", "app"}, {".h", ".cpp"});
}

TEST(Layers, EveryFileBelongsToALayer) {
  const auto files = product_files();
  ASSERT_GT(files.size(), 50u);
  for (const SourceFile& file : files) EXPECT_NE(layer_of(file), nullptr) << file.path;
}

TEST(Layers, FilesIncludeOnlyWhatTheirLayerMayKnow) {
  for (const SourceFile& file : product_files()) {
    const Layer* layer = layer_of(file);
    if (!layer) continue;
    for (const Include& include : includes_of(file.text)) {
      if (include.quoted &&
          starts_with_any(include.header, {"labeling/", "inference/", "recommender/", "app/", "tests/"})) {
        EXPECT_TRUE(starts_with_any(include.header, layer->own)) << file.path << " includes " << include.header;
      } else if (!is_standard(include.header)) {
        EXPECT_TRUE(starts_with_any(include.header, layer->foreign)) << file.path << " includes " << include.header;
      }
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
  // the command line's by the command line.
  const std::regex foreign("\\b(torch|cv|nlohmann|soci|ClipperLib|hnswlib|CLI)::");
  for (const SourceFile& file : product_files()) {
    const bool inner = file.below("inference/net/") || file.below("inference/train/") ||
                       file.below("labeling/store/sql/") || file.below("app/cli/");
    if (!file.ends_with(".h") || inner) continue;
    EXPECT_FALSE(std::regex_search(file.text, foreign)) << file.path;
  }
}

}  // namespace
}  // namespace jaedan::testing
