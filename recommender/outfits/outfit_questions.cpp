#include "recommender/outfits/outfit_questions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "recommender/outfits/dice.h"

namespace jaedan::recommender::outfits {
namespace {

constexpr int kTries = 200;  // until a rival is given up

bool looks_the_same(const Piece& a, const Piece& b) {
  return a.type == b.type && a.tokens == b.tokens && a.vector == b.vector;
}

/// Draws pieces of other outfits.
class Drawer {
 public:
  Drawer(const std::vector<Outfit>& outfits, Rivals rivals, std::uint64_t seed) : rivals_(rivals), dice_(seed) {
    for (std::size_t i = 0; i < outfits.size(); ++i) {
      for (const Piece& piece : outfits[i].pieces) {
        all_.push_back({i, &piece});
        by_type_[piece.type].push_back({i, &piece});
      }
    }
  }

  Dice& dice() { return dice_; }

  /// A rival of `piece` of the outfit; null when none is found. None of `taken`.
  const Piece* rival(const Piece& piece, std::size_t outfit, const PieceList& own, const PieceList& taken) {
    const std::vector<Worn>& pool = rivals_ == Rivals::kSameType ? by_type_.at(piece.type) : all_;
    for (int i = 0; i < kTries; ++i) {
      const Worn& drawn = pool[dice_.below(pool.size())];
      if (drawn.outfit == outfit) continue;
      const auto is_like = [&](const Piece* known) {
        return rivals_ == Rivals::kSameType ? looks_the_same(*known, *drawn.piece) : known->type == drawn.piece->type;
      };
      if (std::any_of(own.begin(), own.end(), is_like) || std::any_of(taken.begin(), taken.end(), is_like)) continue;
      return drawn.piece;
    }
    return nullptr;
  }

 private:
  struct Worn {
    std::size_t outfit;
    const Piece* piece;
  };

  Rivals rivals_;
  Dice dice_;
  std::vector<Worn> all_;
  std::map<std::string, std::vector<Worn>> by_type_;
};

std::optional<BlankQuestion> blank_of(const Outfit& outfit, std::size_t place, Drawer& drawer) {
  BlankQuestion question;
  question.outfit = place;
  const PieceList own = pointers_to(outfit.pieces);
  const std::size_t left_out = drawer.dice().below(own.size());
  question.others = others_in(outfit.pieces, left_out);
  question.right = drawer.dice().below(question.answers.size());
  question.answers[question.right] = own[left_out];
  PieceList taken;
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    if (i == question.right) continue;
    const Piece* wrong = drawer.rival(*own[left_out], place, own, taken);
    if (!wrong) return std::nullopt;
    question.answers[i] = wrong;
    taken.push_back(wrong);
  }
  return question;
}

std::optional<CompatibilityQuestion> pair_of(const Outfit& outfit, std::size_t place, Drawer& drawer) {
  CompatibilityQuestion question{place, pointers_to(outfit.pieces), {}};
  for (const Piece* piece : question.worn) {
    const Piece* drawn = drawer.rival(*piece, place, question.worn, question.made_up);
    if (!drawn) return std::nullopt;
    question.made_up.push_back(drawn);
  }
  return question;
}

}  // namespace

OutfitQuestions make_questions(const std::vector<Outfit>& outfits, Rivals rivals, std::uint64_t seed) {
  OutfitQuestions questions;
  Drawer drawer(outfits, rivals, seed);
  for (std::size_t i = 0; i < outfits.size(); ++i) {
    std::optional<BlankQuestion> blank;
    std::optional<CompatibilityQuestion> pair;
    if (outfits[i].pieces.size() >= 2) {
      blank = blank_of(outfits[i], i, drawer);
      pair = pair_of(outfits[i], i, drawer);
    }
    if (!blank || !pair) {
      ++questions.not_asked;
      continue;
    }
    questions.blanks.push_back(std::move(*blank));
    questions.pairs.push_back(std::move(*pair));
  }
  return questions;
}

OutfitScorer mean_of_pieces(const PieceScorer& scorer) {
  return [scorer](const PieceList& outfit) {
    double sum = 0;
    for (std::size_t i = 0; i < outfit.size(); ++i) {
      PieceList others = outfit;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      sum += scorer(*outfit[i], others);
    }
    return outfit.empty() ? 0 : sum / static_cast<double>(outfit.size());
  };
}

std::vector<double> answer_blanks(const std::vector<BlankQuestion>& questions, const PieceScorer& scorer) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  std::vector<double> answered;
  for (const BlankQuestion& question : questions) {
    std::array<double, 4> scores{};
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const double score = scorer(*question.answers[i], question.others);
      scores[i] = std::isnan(score) ? kNever : score;
    }
    const double best = *std::max_element(scores.begin(), scores.end());
    const auto equals = std::count(scores.begin(), scores.end(), best);
    const bool wins = scores[question.right] == best && best != kNever;
    answered.push_back(wins ? 1.0 / static_cast<double>(equals) : 0.0);
  }
  return answered;
}

double area_under_curve(const std::vector<double>& worn, const std::vector<double>& made_up) {
  if (worn.empty() || made_up.empty()) return 0.5;
  std::vector<double> sorted = made_up;
  std::sort(sorted.begin(), sorted.end());
  double above = 0;
  for (const double score : worn) {
    const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), score);
    above += static_cast<double>(low - sorted.begin()) + 0.5 * static_cast<double>(high - low);
  }
  return above / (static_cast<double>(worn.size()) * static_cast<double>(made_up.size()));
}

}  // namespace jaedan::recommender::outfits
