#pragma once

#include <string>

namespace jaedan {

/// Who or what said a value.
enum class Source {
  kHuman,   ///< a person typed, drew or confirmed it; never overwritten by a model
  kModel,   ///< a model said it and nobody has confirmed it yet
  kImport,  ///< it came with a file; treated as a person's word
};

/// Where a value comes from, kept with the value for its whole life.
struct Provenance {
  Source source = Source::kHuman;
  std::string author;  ///< user name, model id, or name of the imported file's format
  double score = 1.0;  ///< calibrated confidence in [0, 1]; 1 for people and files

  static Provenance human(std::string user) { return {Source::kHuman, std::move(user), 1.0}; }
  static Provenance model(std::string model_id, double score) { return {Source::kModel, std::move(model_id), score}; }
  static Provenance import(std::string format) { return {Source::kImport, std::move(format), 1.0}; }

  friend bool operator==(const Provenance& a, const Provenance& b) {
    return a.source == b.source && a.author == b.author && a.score == b.score;
  }
};

}  // namespace jaedan
