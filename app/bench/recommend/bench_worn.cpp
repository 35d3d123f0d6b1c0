#include "app/bench/recommend/bench_worn.h"

#include <string>

#include "app/workflow/outfits/garment_outfits.h"
#include "recommender/index/similarity.h"
#include "recommender/outfits/compatibility.h"
#include "recommender/outfits/outfit_questions.h"

namespace jaedan::bench {
namespace {

using namespace recommender::outfits;
using recommender::Item;

std::vector<Outfit> outfits_of(const std::vector<Item>& items, bool with_vectors) {
  std::vector<Piece> pieces;
  for (const Item& item : items) pieces.push_back(workflow::piece_of(item));
  return workflow::worn_outfits(pieces, with_vectors);
}

/// Likest to what is worn with it.
double by_likeness(const Piece& candidate, const PieceList& others) {
  double sum = 0;
  for (const Piece* other : others) {
    sum += recommender::similarity(recommender::Metric::kCosine, *candidate.vector, *other->vector);
  }
  return sum / static_cast<double>(others.size());
}

Result<OutfitRow> by_model(const std::string& way, const std::vector<Outfit>& learnt, const OutfitQuestions& questions,
                           std::uint64_t seed, const workflow::Watch& watch) {
  TrainingOptions options;
  options.seed = seed;
  options.progress = [&](int done, int epochs) {
    watch.report({"learning which garments go together", done, epochs, ""});
    return !watch.cancelled();
  };
  JAEDAN_ASSIGN_OR_RETURN(const CompatibilityModel model, CompatibilityModel::train(learnt, options));
  Status status;
  const OutfitRow row = outfit_row(
      way, questions,
      [&](const Piece& piece, const PieceList& others) {
        const auto scores = model.scores({&piece}, others);
        if (!scores.ok()) status = scores.error();
        return scores.ok() ? scores->front() : 0.0;
      },
      seed);
  JAEDAN_RETURN_IF_ERROR(status);
  return row;
}

}  // namespace

Result<WornBench> bench_worn(const std::vector<Item>& learnt, const std::vector<Item>& asked, std::uint64_t seed,
                             const workflow::Watch& watch) {
  WornBench bench;
  bench.rows.push_back(chance_row());
  for (const bool with_vectors : {false, true}) {
    const std::vector<Outfit> worn = outfits_of(learnt, with_vectors), others = outfits_of(asked, with_vectors);
    const OutfitQuestions questions = make_questions(others, Rivals::kSameType, seed);
    if (questions.blanks.empty()) {
      return Error{ErrorCode::kInvalidArgument, "bench.no_worn", "too few photos with several garments to ask about"};
    }
    bench.learnt = worn.size(), bench.asked = questions.blanks.size();
    if (with_vectors) bench.rows.push_back(outfit_row("vectors alike", questions, by_likeness, seed));
    JAEDAN_ASSIGN_OR_RETURN(OutfitRow row,
                            by_model(with_vectors ? "labels and vectors" : "labels", worn, questions, seed, watch));
    bench.rows.push_back(std::move(row));
  }
  return bench;
}

}  // namespace jaedan::bench
