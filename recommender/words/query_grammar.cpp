#include "recommender/words/query_grammar.h"

#include <algorithm>
#include <utility>

#include "labeling/domain/attribute.h"
#include "recommender/words/sentence_parts.h"

namespace jaedan::recommender {
namespace {

using Kind = SentencePart::Kind;

/// What stands between two joints of a sentence.
struct Segment {
  Kind begins_with = Kind::kLabel;  ///< what joins it to the one before; kLabel: a comma, or nothing
  std::vector<SentencePart> parts;
  std::vector<SentencePart> loose;  ///< labels without a garment
};

std::vector<Segment> segments_of(std::vector<SentencePart> parts) {
  std::vector<Segment> segments(1);
  for (SentencePart& part : parts) {
    if (part.kind == Kind::kJoining || part.kind == Kind::kOr || part.kind == Kind::kBelonging) {
      segments.push_back({part.kind == Kind::kBelonging ? Kind::kBelonging : Kind::kJoining, {}, {}});
      continue;
    }
    if (part.after_separator && !segments.back().parts.empty()) segments.push_back({});
    segments.back().parts.push_back(std::move(part));
  }
  // What joins nothing is no joint: "드레스에, 코트".
  segments.erase(std::remove_if(segments.begin(), segments.end(), [](const Segment& s) { return s.parts.empty(); }),
                 segments.end());
  return segments;
}

class Binder {
 public:
  Binder(const Taxonomy& taxonomy, WordQuery& query) : taxonomy_(taxonomy), query_(query) {}

  void bind(std::vector<SentencePart> parts) {
    segments_ = segments_of(take_photo_labels(std::move(parts)));
    for (std::size_t i = 0; i < segments_.size(); ++i) read(i);
    for (std::size_t i = 0; i < segments_.size(); ++i) bind_loose(i);
    for (Draft& draft : drafts_) finish(draft);
  }

 private:
  struct Draft {
    QueryGarment garment;
    bool unwanted = false;
    std::size_t segment = 0;
    bool is_part_alone = false;  ///< so far only named by its part
  };

  std::vector<SentencePart> take_photo_labels(std::vector<SentencePart> parts) {
    std::vector<SentencePart> others;
    bool separated = false;
    for (SentencePart& part : parts) {
      separated = separated || part.after_separator;
      const TaxonomyAttribute* a =
          part.labels.empty() ? nullptr : taxonomy_.attribute(part.labels.front().front().attribute);
      if (!a || !a->image_level) {
        part.after_separator = std::exchange(separated, false);
        others.push_back(std::move(part));
        continue;
      }
      for (Readings& readings : part.labels) {
        (part.excluded ? query_.photo_excluded : query_.photo_wanted).push_back({std::move(readings), part.place});
      }
    }
    return others;
  }

  void read(std::size_t at) {
    Segment& segment = segments_[at];
    const bool named =
        std::any_of(segment.parts.begin(), segment.parts.end(), [](const SentencePart& p) { return names_garment(p); });
    std::vector<SentencePart> pending;
    Draft* topic = nullptr;
    bool after_noun = false;
    for (std::size_t i = 0; i < segment.parts.size(); ++i) {
      SentencePart& part = segment.parts[i];
      if (part.kind == Kind::kTopic) {
        topic = after_noun ? &drafts_.back() : nullptr;
        continue;
      }
      const SentencePart* next = i + 1 < segment.parts.size() ? &segment.parts[i + 1] : nullptr;
      const bool alone = !named && may_name_garment(part) && segment.begins_with != Kind::kBelonging;
      if ((names_garment(part) && !becomes_adjective(part, next)) || alone) {
        if (!refines(part, after_noun)) start_garment(part, std::exchange(pending, {}), at);
        after_noun = true;
        topic = nullptr;
        continue;
      }
      after_noun = false;
      if (topic) {
        add(part, topic->garment);
      } else {
        pending.push_back(part);
      }
    }
    Draft* last = last_wanted(at, at);
    for (SentencePart& part : pending) {
      if (last) {
        add(part, last->garment);
      } else {
        segment.loose.push_back(std::move(part));
      }
    }
  }

  /// "shirt dress": a word that names a garment may say something of the garment that follows it at once instead.
  bool becomes_adjective(SentencePart& part, const SentencePart* next) const {
    if (!next || next->kind != Kind::kLabel || !names_garment(*next) || part.labels.size() != 1) return false;
    const std::optional<Part> of = part_of(*next);
    Readings others;
    for (const Label& label : part.labels.front()) {
      const TaxonomyAttribute* a = taxonomy_.attribute(label.attribute);
      if (!is_category(label) && a && of && a->applies_to(*of)) others.push_back(label);
    }
    if (others.empty()) return false;
    part.labels.front() = std::move(others);
    part.part.reset();
    return true;
  }

  /// "상의 셔츠": the second word says which top.
  bool refines(const SentencePart& part, bool after_noun) {
    if (!after_noun || !drafts_.back().is_part_alone || part.labels.empty()) return false;
    if (drafts_.back().garment.part != part_of(part) || drafts_.back().unwanted != part.excluded) return false;
    add(part, drafts_.back().garment);
    drafts_.back().is_part_alone = false;
    return true;
  }

  std::optional<Part> part_of(const SentencePart& part) const {
    if (part.part) return part.part;
    std::optional<Part> common;
    const TaxonomyAttribute* category = taxonomy_.attribute(attribute::kCategory);
    for (const Readings& readings : part.labels) {
      for (const Label& label : readings) {
        const TaxonomyValue* value = is_category(label) && category ? category->value(label.value) : nullptr;
        if (!value) continue;
        if (value->parts.size() != 1 || (common && *common != value->parts.front())) return std::nullopt;
        common = value->parts.front();
      }
    }
    return common;
  }

  void start_garment(SentencePart part, const std::vector<SentencePart>& said, std::size_t segment) {
    Draft draft;
    draft.garment.part = part_of(part);
    draft.unwanted = part.excluded;
    draft.segment = segment;
    draft.is_part_alone = part.labels.empty();
    for (const SentencePart& before : said) add(before, draft.garment);
    part.excluded = false;
    if (!part.labels.empty()) {
      std::stable_partition(part.labels.front().begin(), part.labels.front().end(), is_category);
    }
    add(part, draft.garment);
    drafts_.push_back(std::move(draft));
  }

  static void add(const SentencePart& part, QueryGarment& garment) {
    for (const Readings& readings : part.labels) {
      (part.excluded ? garment.excluded : garment.wanted).push_back({readings, part.place});
    }
  }

  /// The last garment that is wanted of the segments `first` to `last`.
  Draft* last_wanted(std::size_t first, std::size_t last) {
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
      if (!draft->unwanted && draft->segment >= first && draft->segment <= last) return &*draft;
    }
    return nullptr;
  }
  Draft* first_wanted_after(std::size_t segment) {
    for (Draft& draft : drafts_) {
      if (!draft.unwanted && draft.segment > segment) return &draft;
    }
    return nullptr;
  }

  /// Labels that stand by themselves: of the garment in front ("skirt in red and blue"), or of the one that follows
  /// ("black and white shirt", "skirt, black and white shirt").
  void bind_loose(std::size_t at) {
    if (segments_[at].loose.empty()) return;
    Draft* const before = at > 0 ? last_wanted(0, at - 1) : nullptr;
    Draft* const after = first_wanted_after(at);
    const bool leads_on = segments_[at].begins_with == Kind::kLabel && at + 1 < segments_.size() &&
                          segments_[at + 1].begins_with == Kind::kJoining;
    Draft* target = before && !(after && leads_on) ? before : after;
    if (!target) {
      drafts_.push_back({{}, false, 0, false});
      target = &drafts_.back();
    }
    for (const SentencePart& part : segments_[at].loose) add(part, target->garment);
  }

  void finish(Draft& draft) {
    QueryGarment& garment = draft.garment;
    for (std::vector<QueryLabel>* labels : {&garment.wanted, &garment.excluded}) {
      for (QueryLabel& label : *labels) narrow(label.readings, garment.part);
      std::stable_sort(labels->begin(), labels->end(),
                       [](const QueryLabel& a, const QueryLabel& b) { return a.place.at < b.place.at; });
      for (auto label = labels->begin(); label != labels->end();) {
        const bool again = std::any_of(labels->begin(), label,
                                       [&](const QueryLabel& earlier) { return earlier.readings == label->readings; });
        label = again ? labels->erase(label) : label + 1;
      }
    }
    (draft.unwanted ? query_.unwanted : query_.garments).push_back(std::move(garment));
  }

  /// Leaves out what cannot be said of the part ("long" of a skirt is no sleeve); what it is asked with goes first.
  void narrow(Readings& readings, std::optional<Part> part) const {
    if (!part) return;
    const auto asked = [&](const Label& label) {
      const TaxonomyAttribute* a = taxonomy_.attribute(label.attribute);
      return a && a->applies_to(*part);
    };
    const auto offered = [&](const Label& label) {
      const TaxonomyAttribute* a = taxonomy_.attribute(label.attribute);
      const TaxonomyValue* value = a ? a->value(label.value) : nullptr;
      return value && std::find(value->parts.begin(), value->parts.end(), *part) != value->parts.end();
    };
    const auto possible = [&](const Label& label) { return is_category(label) ? offered(label) : asked(label); };
    if (std::any_of(readings.begin(), readings.end(), possible)) {
      readings.erase(
          std::remove_if(readings.begin(), readings.end(), [&](const Label& label) { return !possible(label); }),
          readings.end());
    }
    std::stable_partition(readings.begin(), readings.end(), offered);
  }

  const Taxonomy& taxonomy_;
  WordQuery& query_;
  std::vector<Segment> segments_;
  std::vector<Draft> drafts_;
};

}  // namespace

void bind_words(const Taxonomy& taxonomy, std::vector<SentenceWord> words, WordQuery& query) {
  Binder(taxonomy, query).bind(sentence_parts(std::move(words)));
}

}  // namespace jaedan::recommender
