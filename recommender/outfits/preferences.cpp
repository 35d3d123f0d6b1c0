#include "recommender/outfits/preferences.h"

#include <algorithm>
#include <cmath>

namespace jaedan::recommender::outfits {
namespace {

constexpr double kPiecesOfEveryone = 10;
constexpr double kWeightOfWanted = 0.5;

/// "top/colour" of "top/colour=white"; empty for a type.
std::string_view question_of(std::string_view token) {
  const std::size_t equals = token.find('=');
  return equals == std::string_view::npos ? std::string_view() : token.substr(0, equals);
}

std::int64_t count_in(const std::map<std::string, std::int64_t, std::less<>>& counts, std::string_view key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

TokenShares TokenShares::of(const std::vector<Outfit>& outfits) {
  TokenShares shares;
  for (const Outfit& outfit : outfits) {
    for (const Piece& piece : outfit.pieces) {
      ++shares.counts_[piece.type];
      ++shares.asked_[""];
      std::vector<std::string_view> answered;
      for (const std::string& token : piece.tokens) {
        ++shares.counts_[token];
        const std::string_view question = question_of(token);
        if (std::find(answered.begin(), answered.end(), question) != answered.end()) continue;  // several values
        answered.push_back(question);
        ++shares.asked_[std::string(question)];
      }
    }
  }
  return shares;
}

std::int64_t TokenShares::count(std::string_view token) const { return count_in(counts_, token); }
std::int64_t TokenShares::asked(std::string_view token) const { return count_in(asked_, question_of(token)); }

double TokenShares::share(std::string_view token) const {
  const auto all = static_cast<double>(asked(token));
  return all > 0 ? (static_cast<double>(count(token)) + 0.5) / (all + 1) : 0;
}

double Preferences::shift_of_person(const Piece& piece) const {
  double sum = 0;
  int words = 0;
  const auto add = [&](std::string_view token) {
    const double usual = everyone_.share(token);
    if (usual <= 0) return;
    const auto own = static_cast<double>(person_.count(token));
    const auto asked = static_cast<double>(person_.asked(token));
    sum += std::log((own + kPiecesOfEveryone * usual) / (asked + kPiecesOfEveryone) / usual);
    ++words;
  };
  add(piece.type);
  for (const std::string& token : piece.tokens) add(token);
  return words > 0 ? sum / words : 0;
}

double Preferences::shift_of_wanted(const Piece& piece) const {
  std::map<std::string_view, double> by_question;  // several values of one question: the best one counts
  for (const std::string& token : piece.tokens) {
    const double usual = everyone_.share(token);
    if (usual <= 0) continue;
    bool asked = false;
    bool wanted = false;
    for (const std::string& wish : wanted_) {
      const bool of_all_types = without_type(wish).size() == wish.size();
      const std::string_view said = of_all_types ? without_type(token) : std::string_view(token);
      asked = asked || question_of(said) == question_of(wish);
      wanted = wanted || said == wish;
    }
    if (!asked) continue;
    const double ratio = std::log((1 - kWeightOfWanted) + (wanted ? kWeightOfWanted / usual : 0));
    const auto [known, is_new] = by_question.emplace(question_of(token), ratio);
    if (!is_new) known->second = std::max(known->second, ratio);
  }
  double sum = 0;
  for (const auto& [question, ratio] : by_question) sum += ratio;
  return sum;
}

double Preferences::shift(const Piece& piece) const { return shift_of_person(piece) + shift_of_wanted(piece); }

double Preferences::shift(const PieceList& pieces) const {
  double sum = 0;
  for (const Piece* piece : pieces) sum += shift(*piece);
  return pieces.empty() ? 0 : sum / static_cast<double>(pieces.size());
}

}  // namespace jaedan::recommender::outfits
