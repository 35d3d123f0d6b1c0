#pragma once

#include <memory>
#include <utility>

#include "inference/garments/prefiller.h"

namespace jaedan::workflow {

/// A model that sees one red garment, the left half of the photo.
class LeftHalf : public inference::Prefiller {
 public:
  LeftHalf() { card_.id = "left-half"; }
  const inference::ModelCard& card() const override { return card_; }
  std::unique_ptr<Prefiller> share(int) const override { return std::make_unique<LeftHalf>(); }
  Result<inference::ClassScores> score_pixels(const ImageView&, std::optional<inference::PartSet>) override {
    return Error{ErrorCode::kUnsupported, "test.garments_only", "sees garments only"};
  }
  Result<std::vector<std::vector<float>>> embed(const ImageView&, const std::vector<Region>&) override {
    return Error{ErrorCode::kUnsupported, "test.no_vectors", "knows no vectors"};
  }
  Result<Prediction> prefill(const ImageView& image) override {
    Proposal proposal;
    const double w = image.width / 2.0;
    const double h = image.height;
    proposal.region.rings = {{{0, 0}, {w, 0}, {w, h}, {0, h}}};
    proposal.score = 0.9;
    return Prediction{"left-half", {{1.0, {proposal}}}};
  }

 private:
  inference::ModelCard card_;
};

}  // namespace jaedan::workflow
