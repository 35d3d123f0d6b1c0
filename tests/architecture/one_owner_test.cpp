// What stands once: each rule of the house has one owner, and a twin of it fails here.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

struct Exception {
  std::string file;
  std::string reason;
};

struct OwnedRule {
  std::string name;
  std::string sign;                ///< what a twin cannot do without
  std::vector<std::string> owner;  ///< paths below which it may stand
  std::vector<Exception> exceptions;
};

const std::vector<OwnedRule>& rules() {
  static const std::vector<OwnedRule> table = {
      {"reading pictures (labeling/io/image_decoder)", "\\bim(read|decode)(multi)?\\s*\\(", {"labeling/io/"}, {}},
      {"writing pictures (labeling/io/image_encoder)", "\\bim(write|encode)(multi)?\\s*\\(", {"labeling/io/"}, {}},
      {"SHA-256 (labeling/base/sha256)",
       "crypto_(generic)?hash|0x6[aA]09[eE]667|0x428[aA]2[fF]98|\\bSHA256_|EVP_sha256",
       {"labeling/base/sha256"},
       {}},
      {"base64 (labeling/base/base64)",
       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz|sodium_(bin2base64|base642bin)",
       {"labeling/base/base64"},
       {}},
      {"reading and writing UTF-8 (labeling/base/utf8)", "\\b0x3[fF][uU]?\\b", {"labeling/base/utf8"}, {}},
      {"writing a file whole or not at all (labeling/base/atomic_writer)",
       "\\b(rename(at2?)?|mkstemps?|mkostemp|fsync|fdatasync)\\s*\\(",
       {"labeling/base/"},
       {{"labeling/dataset/frozen_folder.cpp", "gives a finished folder its name"},
        {"app/workflow/models/worker_processes.cpp", "a meeting place of processes, never kept"}}},
      {"the colours of the parts (labeling/domain/part_colours)",
       "230, 159, 0|86, 180, 233|0, 158, 115|204, 121, 167|[eE]69[fF]00|56[bB]4[eE]9|009[eE]73|[cC][cC]79[aA]7",
       {"labeling/domain/part_colours"},
       {}},
      {"the list of a snapshot (labeling/dataset)", "snapshot\\.json\"", {"labeling/dataset/"}, {}},
      {"which files are photos (labeling/formats/photo_finder)",
       "\"\\.?(webp|bmp)\"",
       {"labeling/formats/photo_finder"},
       {}},
      {"walking through folders for photos (app/workflow/project/photo_files)",
       "recursive_directory_iterator",
       {"app/workflow/project/photo_files"},
       {{"app/workflow/project/open_target.cpp", "stops at the first photo"},
        {"app/workflow/project/doctor.cpp", "adds up sizes"}}},
  };
  return table;
}

TEST(OneOwner, NoTwinOfARuleStandsElsewhere) {
  for (const OwnedRule& rule : rules()) {
    const std::regex sign(rule.sign);
    std::set<std::string> unmet;
    for (const Exception& exception : rule.exceptions) unmet.insert(exception.file);
    int owners = 0;
    for (const SourceFile& file : product_code()) {
      if (!std::regex_search(file.text, sign)) continue;
      const bool owned = std::any_of(rule.owner.begin(), rule.owner.end(), [&](auto& at) { return file.below(at); });
      owners += owned;
      EXPECT_TRUE(owned || unmet.erase(file.path) > 0) << file.path << " has a twin of " << rule.name;
    }
    EXPECT_GT(owners, 0) << rule.name << ": the owner no longer shows this sign";
    for (const std::string& file : unmet) ADD_FAILURE() << file << " is no exception any more of " << rule.name;
  }
}

/// What a program says is Korean or English; the two side by side are a translation's business.
TEST(OneOwner, NoSentenceIsInTwoLanguages) {
  const std::regex literal("\"(?:[^\"\\\\\n]|\\\\.)*\"");
  const std::regex korean("\xEA[\xB0-\xBF]|[\xEB-\xEC][\x80-\xBF]|\xED[\x80-\x9F]");
  const std::regex english("[A-Za-z]{2}");
  for (const SourceFile& file : product_code()) {
    if (file.below("app/gui/words/")) continue;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), literal), end; it != end; ++it) {
      const std::string text = (*it)[0];
      EXPECT_FALSE(std::regex_search(text, korean) && std::regex_search(text, english)) << file.path << ": " << text;
    }
  }
}

}  // namespace
}  // namespace jaedan::testing
