#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "labeling/domain/taxonomy.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_image_attribute.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/edit/edit_session.h"
#include "tests/app/workflow/people/drawn_truth.h"
#include "tests/app/workflow/people/seen_fault.h"

namespace jaedan::testing {

/// How well somebody works; 0 everywhere is without fault.
struct Skill {
  double shift = 0;      ///< how far an outline lies beside the true one, as a share of the garment's width and height
  double wrong = 0;      ///< share of their labels that are wrong
  double overlooks = 0;  ///< share of the faults of others that they do not see
};

/// Yes at exactly this share of the questions, spread evenly: rates are known, not drawn.
class EvenShare {
 public:
  EvenShare(double share, double start) : share_(share), sum_(start - std::floor(start)) {}
  bool next() {
    sum_ += share_;
    if (sum_ < 1) return false;
    sum_ -= 1;
    return true;
  }

 private:
  double share_;
  double sum_;
};

/// Somebody who knows the truth about each photo and fails it at known rates, always the same ones.
class SimulatedPerson {
 public:
  /// `number`: from 1, nobody else's; persons of different numbers make different mistakes.
  SimulatedPerson(std::string name, int number, Skill skill)
      : name_(std::move(name)), number_(number), skill_(skill), overlooks_(skill.overlooks, number * kSpread) {}

  const std::string& name() const { return name_; }
  const Skill& skill() const { return skill_; }

  /// Does what is not done yet at a stage of work; `carefully`: also what others did wrong there, and without fault.
  Status work(EditSession& session, const Actor& actor, Stage stage, const Annotation& truth, const Taxonomy& taxonomy,
              bool carefully) {
    if (stage == Stage::kDrawn) return draw(session, actor, truth, carefully);
    JAEDAN_RETURN_IF_ERROR(label_garments(session, actor, stage, truth, taxonomy, carefully));
    return label_photo(session, actor, stage, truth, taxonomy, carefully);
  }

  /// What they send the photo back for; none: they are content.
  std::optional<SeenFault> sees(const Annotation& said, const Annotation& truth, const Taxonomy& taxonomy) {
    std::optional<SeenFault> fault = first_fault(said, truth, taxonomy);
    if (fault && overlooks_.next()) fault.reset();
    return fault;
  }

 private:
  static constexpr double kSpread = 0.6180339887498949;  ///< multiples of the golden ratio lie evenly on the circle
  static constexpr double kTurn = 6.283185307179586;

  /// Beside the true place, to a side that is another one for each photo and person. Quarters of a pixel are exact, so
  /// that points which touch go on doing so.
  Region beside(const Region& outline, PhotoId photo) const {
    const Rect bounds = bounds_of(outline);
    const double angle = kTurn * kSpread * number_ * static_cast<double>(photo.value);
    const auto quarters = [](double pixels) { return std::round(pixels * 4) / 4; };
    const Point by{quarters(skill_.shift * bounds.width * std::cos(angle)),
                   quarters(skill_.shift * bounds.height * std::sin(angle))};
    Region shifted = outline;
    for (Ring& ring : shifted.rings) {
      for (Point& point : ring) point = point + by;
    }
    return shifted;
  }

  Status draw(EditSession& session, const Actor& actor, const Annotation& truth, bool carefully) const {
    for (const Garment& right : truth.garments) {
      const Region outline = carefully ? right.region : beside(right.region, session.photo().id);
      const Garment* const there = of_part(session.annotation(), right.part);
      if (!there) {
        JAEDAN_RETURN_IF_ERROR(session.run(AddGarment(right.part, outline, name_), actor));
      } else if (carefully && there->region != outline) {
        JAEDAN_RETURN_IF_ERROR(session.run(SetRegion(there->id, outline, name_), actor));
      }
    }
    return {};
  }

  Status label_garments(EditSession& session, const Actor& actor, Stage stage, const Annotation& truth,
                        const Taxonomy& taxonomy, bool carefully) {
    for (const Garment& right : truth.garments) {
      const Garment* const there = of_part(session.annotation(), right.part);
      if (!there) continue;
      const GarmentId id = there->id;
      for (const AttributeValue& value : right.attributes) {
        const AttributeValues& said = find_garment(session.annotation(), id)->attributes;
        if (!is_to_say(value, said, stage, taxonomy, carefully)) continue;
        const std::string word =
            carefully ? value.value : word_for(value, right.part, right.attributes, said, taxonomy);
        JAEDAN_RETURN_IF_ERROR(session.run(SetAttribute(id, value.attribute, word, name_), actor));
      }
    }
    return {};
  }

  Status label_photo(EditSession& session, const Actor& actor, Stage stage, const Annotation& truth,
                     const Taxonomy& taxonomy, bool carefully) {
    for (const AttributeValue& value : truth.image_attributes) {
      const AttributeValues& said = session.annotation().image_attributes;
      if (!is_to_say(value, said, stage, taxonomy, carefully)) continue;
      const std::string word =
          carefully ? value.value : word_for(value, std::nullopt, truth.image_attributes, said, taxonomy);
      JAEDAN_RETURN_IF_ERROR(session.run(SetImageAttribute(value.attribute, word, name_), actor));
    }
    return {};
  }

  /// An expert also says what the basic labels left open.
  static bool is_to_say(const AttributeValue& right, const AttributeValues& said, Stage stage, const Taxonomy& taxonomy,
                        bool carefully) {
    if (stage_asking(right.attribute, taxonomy) > stage) return false;
    return carefully || !find_value(said, right.attribute);
  }

  /// The right word, or now and then another one of the taxonomy that nothing says of the garment.
  std::string word_for(const AttributeValue& right, std::optional<Part> part, const AttributeValues& truth,
                       const AttributeValues& said, const Taxonomy& taxonomy) {
    EvenShare& slips = slips_.try_emplace(right.attribute, skill_.wrong, number_ * kSpread).first->second;
    if (!slips.next()) return right.value;
    std::vector<std::string> words;
    for (const TaxonomyValue& value : taxonomy.attribute(right.attribute)->values) {
      const bool fits = !part || std::find(value.parts.begin(), value.parts.end(), *part) != value.parts.end();
      if (fits) words.push_back(value.id);
    }
    const auto is_said = [](const AttributeValues& values, const std::string& word) {
      return std::any_of(values.begin(), values.end(),
                         [&](const AttributeValue& value) { return value.value == word; });
    };
    const auto place = static_cast<std::size_t>(std::find(words.begin(), words.end(), right.value) - words.begin());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& word = words[(place + static_cast<std::size_t>(number_) + i) % words.size()];
      if (!is_said(truth, word) && !is_said(said, word)) return word;
    }
    return right.value;
  }

  std::string name_;
  int number_;
  Skill skill_;
  std::map<std::string, EvenShare> slips_;  ///< by attribute
  EvenShare overlooks_;
};

}  // namespace jaedan::testing
