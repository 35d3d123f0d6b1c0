#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <tuple>

namespace jaedan::labeling {

/// What is counted. The numbers are stored.
enum class CountKind {
  /// Deeds: day, who, stage, word (the deed). n: records; hits: photos that they moved on, at the inspection by
  /// decisions that stand; garments: on those; milliseconds: active time.
  kDeed = 1,
  /// Decisions by who decided: day, who, word (approve, return), attribute (the reason of a return, or empty). n.
  kVerdict = 2,
  /// The same by whose work was judged: day, who, other (who decided), stage (of the work), word, attribute. n.
  kJudged = 3,
  /// A model's words: day, who (the model), part, attribute ("outline" for an outline). n: came into annotations; hits:
  /// of these changed by people.
  kModelWord = 4,
  /// Photos as they are now that the log says anything of: stage (where one was returned to, -1: nowhere), word (the
  /// state). n, garments.
  kPhoto = 5,
  /// Labels as they are now: part, attribute, word (the value). n; hits: of these guesses of a model.
  kLabel = 6,
  /// Work on answers, of panels and controls alike, as kDeed: no photo moves on by it. hits: submitted.
  kAnswer = 7,
};
inline constexpr CountKind kFirstCountKind = CountKind::kDeed;
inline constexpr CountKind kLastCountKind = CountKind::kAnswer;

/// kModelWord's attribute of an outline: no attribute of a taxonomy is called so.
inline constexpr const char* kOutlineCount = "outline";

/// By what something is counted; what a kind does not use stays as it is here.
struct CountKey {
  CountKind kind = CountKind::kDeed;
  /// A part's number; 0: photos whatever parts they have, or (of kModelWord and kLabel) what is said of the whole
  /// photo.
  int part = 0;
  std::string style;  ///< photos of this style; empty: of any
  std::string day;    ///< UTC, "2026-01-31"
  std::string who;
  std::string other;
  int stage = -1;
  std::string attribute;
  std::string word;

  auto tied() const { return std::tie(kind, part, style, day, who, other, stage, attribute, word); }
  friend bool operator<(const CountKey& a, const CountKey& b) { return a.tied() < b.tied(); }
  friend bool operator==(const CountKey& a, const CountKey& b) { return a.tied() == b.tied(); }
};

/// What of a CountKey tells rows apart; the kind and the style are those that were asked for.
enum class CountField { kPart, kDay, kWho, kOther, kStage, kAttribute, kWord };

/// A set of them.
class CountFields {
 public:
  constexpr CountFields(std::initializer_list<CountField> fields) {
    for (const CountField field : fields) bits_ |= bit(field);
  }
  static constexpr CountFields all() {
    return {CountField::kPart,  CountField::kDay,       CountField::kWho, CountField::kOther,
            CountField::kStage, CountField::kAttribute, CountField::kWord};
  }

  constexpr bool has(CountField field) const { return (bits_ & bit(field)) != 0; }
  constexpr CountFields with(CountField field) const {
    CountFields more = *this;
    more.bits_ |= bit(field);
    return more;
  }
  friend constexpr bool operator==(CountFields a, CountFields b) { return a.bits_ == b.bits_; }

 private:
  static constexpr unsigned bit(CountField field) { return 1U << static_cast<unsigned>(field); }
  unsigned bits_ = 0;
};

struct CountValue {
  std::int64_t n = 0;
  std::int64_t hits = 0;
  std::int64_t garments = 0;
  std::int64_t milliseconds = 0;

  bool is_zero() const { return n == 0 && hits == 0 && garments == 0 && milliseconds == 0; }
  CountValue& operator+=(const CountValue& more) {
    n += more.n;
    hits += more.hits;
    garments += more.garments;
    milliseconds += more.milliseconds;
    return *this;
  }
  CountValue operator-() const { return {-n, -hits, -garments, -milliseconds}; }
  friend bool operator==(const CountValue& a, const CountValue& b) {
    return a.n == b.n && a.hits == b.hits && a.garments == b.garments && a.milliseconds == b.milliseconds;
  }
};

using Counts = std::map<CountKey, CountValue>;

}  // namespace jaedan::labeling
