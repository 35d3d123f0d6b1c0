#include "app/bench/recommend/bench_outfits.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <utility>

#include "app/bench/recommend/outfit_file.h"
#include "labeling/agreement/bootstrap.h"
#include "labeling/base/fnv1a.h"
#include "recommender/outfits/compatibility.h"
#include "recommender/outfits/cooccurrence.h"
#include "recommender/outfits/outfit_questions.h"

namespace jaedan::bench {
namespace {

using namespace recommender::outfits;

constexpr std::uint64_t kOneOf = 10;
constexpr double kChanceOfBlank = 0.25;
constexpr double kChanceOfAuc = 0.5;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The lowest bits of the hash hardly depend on the last letters' order.
bool is_put_aside(const std::string& id) { return (fnv1a_64(id) >> 20) % kOneOf == 0; }

std::multiset<std::string> types_of(const Outfit& outfit) {
  std::multiset<std::string> types;
  for (const Piece& piece : outfit.pieces) types.insert(piece.type);
  return types;
}

Status ask(const std::vector<Outfit>& learnt, const OutfitQuestions& questions, const CompatibilityModel& model,
           OutfitBench& bench) {
  const Cooccurrence counted = Cooccurrence::of(learnt);
  const auto add = [&](const std::string& way, const PieceScorer& scorer) {
    bench.rows.push_back(outfit_row(way, questions, scorer, bench.seed));
  };
  bench.rows.push_back(chance_row());
  add("popularity", [&](const Piece& piece, const PieceList&) { return counted.popularity(piece); });
  add("similarity", [&](const Piece& piece, const PieceList& others) { return counted.similarity(piece, others); });
  add("mutual information",
      [&](const Piece& piece, const PieceList& others) { return counted.mutual_information(piece, others); });
  const auto start = std::chrono::steady_clock::now();
  Status status;
  add("model", [&](const Piece& piece, const PieceList& others) {
    const auto scores = model.scores({&piece}, others);
    if (!scores.ok()) status = scores.error();
    return scores.ok() ? scores->front() : 0.0;
  });
  bench.answering_s = seconds_since(start);
  return status;
}

}  // namespace

OutfitRow chance_row() {
  OutfitRow row;
  row.way = "chance";
  row.blank.value = kChanceOfBlank;
  row.auc.value = kChanceOfAuc;
  return row;
}

OutfitRow outfit_row(const std::string& way, const OutfitQuestions& questions, const PieceScorer& scorer,
                     std::uint64_t seed) {
  OutfitRow row;
  row.way = way;
  labeling::BootstrapOptions options;
  options.seed = seed;
  const std::vector<double> answers = answer_blanks(questions.blanks, scorer);
  for (const double answer : answers) row.blank.value += answer;
  row.blank.value /= static_cast<double>(answers.size());
  row.blank.interval = labeling::bootstrap_mean(answers, options).interval;
  const OutfitScorer score = mean_of_pieces(scorer);
  std::vector<double> worn;
  std::vector<double> made_up;
  for (const CompatibilityQuestion& pair : questions.pairs) {
    worn.push_back(score(pair.worn));
    made_up.push_back(score(pair.made_up));
  }
  row.auc.value = area_under_curve(worn, made_up);
  const auto of_drawn = [&](const std::vector<std::size_t>& drawn) -> std::optional<double> {
    std::vector<double> drawn_worn;
    std::vector<double> drawn_made_up;
    for (const std::size_t unit : drawn) {
      drawn_worn.push_back(worn[unit]);
      drawn_made_up.push_back(made_up[unit]);
    }
    return area_under_curve(drawn_worn, drawn_made_up);
  };
  row.auc.interval = labeling::bootstrap_units(worn.size(), of_drawn, options).interval;
  return row;
}

Result<OutfitBench> bench_outfits(const OutfitBenchRequest& request, const workflow::Watch& watch) {
  OutfitBench bench;
  bench.seed = request.seed;
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Outfit> asked, read_outfits(request.outfits, bench.warnings));
  std::vector<Outfit> learnt;
  if (request.train.empty()) {
    const auto aside =
        std::stable_partition(asked.begin(), asked.end(), [](const Outfit& outfit) { return is_put_aside(outfit.id); });
    learnt.assign(std::make_move_iterator(aside), std::make_move_iterator(asked.end()));
    asked.erase(aside, asked.end());
  } else {
    JAEDAN_ASSIGN_OR_RETURN(learnt, read_outfits(request.train, bench.warnings));
  }
  const OutfitQuestions questions = make_questions(asked, Rivals::kOtherTypes, request.seed);
  bench.learnt = static_cast<std::int64_t>(learnt.size());
  bench.asked = static_cast<std::int64_t>(questions.blanks.size());
  bench.not_asked = static_cast<std::int64_t>(questions.not_asked);
  if (questions.blanks.empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "bench.nothing_to_ask",
                 "{0}: of {1|outfit} none is left to ask questions of; there are too few, or too few different pieces",
                 {request.outfits, asked.size()}};
  }
  std::set<std::multiset<std::string>> met;
  for (const Outfit& outfit : learnt) met.insert(types_of(outfit));
  for (const BlankQuestion& question : questions.blanks) bench.known += met.count(types_of(asked[question.outfit])) > 0;
  TrainingOptions options;
  options.seed = request.seed;
  options.progress = [&](int done, int epochs) {
    watch.report({"learning which pieces go together", done, epochs, ""});
    return !watch.cancelled();
  };
  const auto start = std::chrono::steady_clock::now();
  JAEDAN_ASSIGN_OR_RETURN(const CompatibilityModel model, CompatibilityModel::train(learnt, options));
  bench.learning_s = seconds_since(start);
  bench.types = static_cast<std::int64_t>(model.vocabulary().types());
  JAEDAN_RETURN_IF_ERROR(ask(learnt, questions, model, bench));
  return bench;
}

}  // namespace jaedan::bench
