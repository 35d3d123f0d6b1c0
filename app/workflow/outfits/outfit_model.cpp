#include "app/workflow/outfits/outfit_model.h"

#include <utility>

#include "labeling/base/file_system.h"
#include "labeling/base/fnv1a.h"
#include "labeling/edit/byte_stream.h"

namespace jaedan::workflow {
namespace {

using recommender::outfits::CompatibilityModel;
using recommender::outfits::Outfit;
using recommender::outfits::Piece;

constexpr std::string_view kSign = "jaedan outfits of a project 1\n";
constexpr std::uint64_t kMostBytes = 256ULL << 20U;
/// One changed outfit of so many is learnt from anew.
constexpr std::size_t kChangedOneOf = 20;

std::string file_of(const Project& project) { return project.place().cache_dir() + "/outfits.model"; }

OutfitBasis basis_of(const std::vector<Outfit>& outfits) {
  OutfitBasis basis;
  for (const Outfit& outfit : outfits) {
    std::uint64_t hash = fnv1a_64("");
    for (const Piece& piece : outfit.pieces) {
      hash = fnv1a_64(piece.type, hash);
      for (const std::string& token : piece.tokens) hash = fnv1a_64("\n" + token, hash);
      hash = fnv1a_64("\n\n", hash);
    }
    std::uint64_t& known = basis[outfit.id];  // a table and a photo may have one id
    known = known * 31 + hash;
  }
  return basis;
}

/// Outfits that came, went or changed.
std::size_t changed_between(const OutfitBasis& before, const OutfitBasis& now) {
  std::size_t changed = 0, met = 0;
  for (const auto& [id, hash] : now) {
    const auto known = before.find(id);
    if (known != before.end()) ++met;
    if (known == before.end() || known->second != hash) ++changed;
  }
  return changed + before.size() - met;
}

std::vector<Outfit> drawn_evenly(const std::vector<Outfit>& outfits, std::size_t most) {
  std::vector<Outfit> drawn;
  for (std::size_t i = 0; i < most; ++i) drawn.push_back(outfits[i * outfits.size() / most]);
  return drawn;
}

}  // namespace

std::string LearntOutfits::to_bytes() const {
  ByteWriter to;
  to.text(vector_model);
  to.number(basis.size());
  for (const auto& [id, hash] : basis) {
    to.text(id);
    to.fixed64(hash);
  }
  to.text(model.to_bytes());
  return std::string(kSign) + to.bytes();
}

Result<LearntOutfits> LearntOutfits::from_bytes(std::string_view bytes) {
  const Error corrupt{ErrorCode::kCorrupt, "outfits.kept_corrupt", "what was learnt of outfits cannot be read"};
  if (bytes.substr(0, kSign.size()) != kSign) return corrupt;
  ByteReader from(bytes.substr(kSign.size()));
  LearntOutfits learnt;
  learnt.vector_model = from.text();
  const std::uint64_t outfits = from.number();
  for (std::uint64_t i = 0; i < outfits && !from.failed(); ++i) {
    std::string id = from.text();
    learnt.basis[std::move(id)] = from.fixed64();
  }
  const std::string model = from.text();
  if (from.failed() || !from.at_end() || learnt.basis.size() != outfits || outfits == 0) return corrupt;
  JAEDAN_ASSIGN_OR_RETURN(learnt.model, CompatibilityModel::from_bytes(model));
  return learnt;
}

Status OutfitModel::refresh(const Project& project, const std::vector<Outfit>& outfits, const std::string& vector_model,
                            Patience patience, const Watch& watch) {
  partial_.clear();
  may_grow_ = false;
  if (!std::exchange(looked_for_file_, true)) {
    const Result<std::string> bytes = disk().read(file_of(project), kMostBytes);
    Result<LearntOutfits> kept = bytes.ok() ? LearntOutfits::from_bytes(*bytes) : Result<LearntOutfits>(bytes.error());
    if (kept.ok()) learnt_ = std::move(kept).value();
  }
  if (outfits.size() < kFewest) {
    learnt_ = {};
    partial_.push_back({"outfits.few_to_learn_from",
                        "{0|outfit} of two garments or more, and it takes {1} to learn what goes together: ranked by "
                        "colours and preferences alone",
                        {outfits.size(), kFewest}});
    return {};
  }
  OutfitBasis basis = basis_of(outfits);
  const bool usable = has_learnt() && learnt_.vector_model == vector_model;
  const std::size_t changed = usable ? changed_between(learnt_.basis, basis) : 0;
  if (usable && changed * kChangedOneOf <= learnt_.basis.size()) return {};
  if (patience == Patience::kWhole) return learn(project, outfits, vector_model, std::move(basis), watch);
  may_grow_ = true;
  if (usable) {
    partial_.push_back({"outfits.learnt_before",
                        "{0|outfit} changed since it was learnt what goes together; the answer is from before",
                        {changed}});
  } else {
    learnt_ = {};
    partial_.push_back(
        {"outfits.not_learnt_yet", "what goes together is not learnt yet: ranked by colours and preferences alone"});
  }
  return {};
}

Status OutfitModel::learn(const Project& project, const std::vector<Outfit>& outfits, const std::string& vector_model,
                          OutfitBasis basis, const Watch& watch) {
  recommender::outfits::TrainingOptions options;
  const auto stage = [&](int done) { watch.report({"learning which garments go together", done, options.epochs, ""}); };
  options.progress = [&](int done, int) {
    stage(done);
    return !watch.cancelled();
  };
  stage(0);
  JAEDAN_ASSIGN_OR_RETURN(
      CompatibilityModel model,
      CompatibilityModel::train(outfits.size() > kMost ? drawn_evenly(outfits, kMost) : outfits, options));
  learnt_ = {std::move(model), vector_model, std::move(basis)};
  // The next start learns again where this cannot be written: in a project that may only be read.
  (void)disk().write_atomically(file_of(project), learnt_.to_bytes());
  return {};
}

}  // namespace jaedan::workflow
