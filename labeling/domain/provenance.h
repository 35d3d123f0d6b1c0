#pragma once

#include <string>

namespace jaedan {

/// Who or what said a value.
enum class Source {
  kHuman,   ///< a person typed or drew it; never overwritten by a model
  kModel,   ///< a model said it, whatever people did with it since
  kImport,  ///< it came with a file; treated as a person's word
};

/// Where a value comes from, kept with the value for its whole life: what people do with it later stands beside it.
struct Provenance {
  Source source = Source::kHuman;
  std::string author;        ///< user name, model id, or name of the imported file's format
  double score = 1.0;        ///< calibrated confidence in [0, 1]; 1 for people and files
  std::string confirmed_by;  ///< who was asked about this very word of a model and said yes; empty for nobody

  static Provenance human(std::string user) { return {Source::kHuman, std::move(user), 1.0, {}}; }
  static Provenance model(std::string model_id, double score) {
    return {Source::kModel, std::move(model_id), score, {}};
  }
  static Provenance import(std::string format) { return {Source::kImport, std::move(format), 1.0, {}}; }

  friend bool operator==(const Provenance& a, const Provenance& b) {
    return a.source == b.source && a.author == b.author && a.score == b.score && a.confirmed_by == b.confirmed_by;
  }
  friend bool operator!=(const Provenance& a, const Provenance& b) { return !(a == b); }
};

/// A model's word that no person has confirmed.
inline bool is_guess(const Provenance& said) { return said.source == Source::kModel && said.confirmed_by.empty(); }

/// `user` says yes to what a model said; who said it, and how sure it was, stay. A person's word stays as it is.
inline void confirm(Provenance& said, const std::string& user) {
  if (is_guess(said)) said.confirmed_by = user;
}

}  // namespace jaedan
