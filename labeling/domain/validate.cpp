#include "labeling/domain/validate.h"

#include <algorithm>
#include <optional>
#include <set>

#include "labeling/domain/rings/self_crossing.h"

namespace jaedan {
namespace {

Message the_photo() { return {"validate.photo", "photo"}; }

class Checker {
 public:
  Checker(const Annotation& annotation, int width, int height, const Taxonomy& taxonomy)
      : annotation_(annotation), width_(width), height_(height), taxonomy_(taxonomy) {}

  std::vector<Warning> run() {
    std::set<Part> seen;
    for (const Garment& garment : annotation_.garments) {
      const Message who = message_of(garment.part);
      if (!seen.insert(garment.part).second) {
        add("part_twice", {"validate.part_twice", "{0}: more than one garment of this part", {who}});
      }
      check_region(garment, who);
      for (const AttributeValue& value : garment.attributes) check_value(value, who, garment.part);
      check_obligatory(garment, who);
    }
    const Message photo = the_photo();
    for (const AttributeValue& value : annotation_.image_attributes) check_value(value, photo, std::nullopt);
    if (find_value(annotation_.image_attributes, attribute::kSubStyle) &&
        !find_value(annotation_.image_attributes, attribute::kStyle)) {
      add("sub_style_alone", {"validate.sub_style_alone", "{0}: sub-style without style", {photo}});
    }
    return std::move(warnings_);
  }

 private:
  void add(std::string code, Message message, std::string attribute = {}) {
    warnings_.push_back({std::move(code), std::move(message), std::move(attribute)});
  }

  void check_region(const Garment& garment, const Message& who) {
    if (garment.region.empty()) add("no_region", {"validate.no_region", "{0}: no outline", {who}});
    for (const Ring& ring : garment.region.rings) {
      if (ring.size() < 3) {
        add("ring_too_short", {"validate.ring_too_short", "{0}: an outline of {1|point}", {who, ring.size()}});
      }
      bool repeated = false;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& p = ring[i];
        repeated |= ring.size() > 1 && p == ring[(i + 1) % ring.size()];
      }
      if (repeated) add("repeated_point", {"validate.repeated_point", "{0}: the same point twice in a row", {who}});
      // Published files are full of small ones; what comes with a file stays as the file has it.
      const bool drawn = garment.region_provenance.source != Source::kImport;
      if (drawn && crosses_itself(ring)) {
        add("self_crossing", {"validate.self_crossing", "{0}: an outline that crosses itself", {who}});
      }
    }
    if (std::optional<Warning> outside = outside_photo(garment, width_, height_)) warnings_.push_back(*outside);
  }

  void check_obligatory(const Garment& garment, const Message& who) {
    for (const TaxonomyAttribute* question : taxonomy_.attributes_for(garment.part)) {
      if (question->obligatory && !find_value(garment.attributes, question->id)) {
        add("label_missing",
            {"validate.label_missing", "{0}: no {1}", {who, name_in_both(question->english, question->korean)}},
            question->id);
      }
    }
  }

  void check_value(const AttributeValue& value, const Message& who, std::optional<Part> part) {
    if (std::optional<Warning> outside = outside_taxonomy(value, who, part, taxonomy_)) {
      warnings_.push_back(std::move(*outside));
    }
  }

  const Annotation& annotation_;
  const int width_;
  const int height_;
  const Taxonomy& taxonomy_;
  std::vector<Warning> warnings_;
};

}  // namespace

std::optional<Warning> outside_photo(const Garment& garment, int photo_width, int photo_height) {
  if (photo_width <= 0 || photo_height <= 0) return std::nullopt;
  const auto is_outside = [&](const Point& p) {
    return !(p.x >= -0.5 && p.y >= -0.5 && p.x <= photo_width + 0.5 && p.y <= photo_height + 0.5);
  };
  const bool outside = std::any_of(garment.region.rings.begin(), garment.region.rings.end(),
                                   [&](const Ring& ring) { return std::any_of(ring.begin(), ring.end(), is_outside); });
  if (!outside) return std::nullopt;
  return Warning{"outside_photo",
                 {"validate.outside_photo", "{0}: points outside the photo", {message_of(garment.part)}}};
}

std::optional<Warning> outside_taxonomy(const AttributeValue& value, const Message& who, std::optional<Part> part,
                                        const Taxonomy& taxonomy) {
  const TaxonomyAttribute* question = taxonomy.attribute(value.attribute);
  if (!question) {
    return Warning{
        "unknown_attribute",
        {"validate.unknown_attribute", "{0}: attribute '{1}' is not in the taxonomy", {who, value.attribute}}};
  }
  if (value.value == kNotSure) return std::nullopt;
  const Message asked = name_in_both(question->id, question->korean);
  const TaxonomyValue* const known = question->value(value.value);
  if (!known) {
    return Warning{"unknown_value",
                   {"validate.unknown_value", "{0}: {1} '{2}' is not in the taxonomy", {who, asked, value.value}}};
  }
  const std::vector<const TaxonomyValue*> allowed =
      part ? question->values_for(*part) : std::vector<const TaxonomyValue*>{known};
  if (std::find(allowed.begin(), allowed.end(), known) != allowed.end()) return std::nullopt;
  return Warning{"wrong_part",
                 {"validate.wrong_part",
                  "{0}: {1} '{2}' is not said of this part",
                  {who, asked, name_in_both(value.value, known->korean)}},
                 value.attribute};
}

std::vector<Warning> values_outside_taxonomy(const Annotation& annotation, const Taxonomy& taxonomy) {
  std::vector<Warning> warnings;
  const auto look_at = [&](const AttributeValues& values, const Message& who, std::optional<Part> part) {
    for (const AttributeValue& value : values) {
      if (std::optional<Warning> outside = outside_taxonomy(value, who, part, taxonomy)) {
        warnings.push_back(std::move(*outside));
      }
    }
  };
  for (const Garment& garment : annotation.garments)
    look_at(garment.attributes, message_of(garment.part), garment.part);
  look_at(annotation.image_attributes, the_photo(), std::nullopt);
  return warnings;
}

std::vector<Warning> validate(const Annotation& annotation, int photo_width, int photo_height,
                              const Taxonomy& taxonomy) {
  return Checker(annotation, photo_width, photo_height, taxonomy).run();
}

}  // namespace jaedan
