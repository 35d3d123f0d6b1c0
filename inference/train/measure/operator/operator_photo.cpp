#include "inference/train/measure/operator/operator_photo.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "inference/clicks/click_frame.h"
#include "inference/train/data/folder_reading.h"
#include "inference/train/data/pieces.h"
#include "inference/train/measure/operator/reading_plan.h"

namespace jaedan::inference {
namespace {

/// What a reading proposes for one part.
struct ProposedPart {
  Part part = Part::kTop;
  int garments = 0;
  Mask mask;         ///< of all of them
  ModelWords words;  ///< of the first, the main figure's
};

struct TrueGarment {
  Part part = Part::kTop;
  Mask mask;
};

int place_of(Part part) { return mask_value(part) - 1; }

std::vector<ProposedPart> parts_proposed(const Reading& reading, const Image& photo, InputSize frame) {
  std::vector<ProposedPart> parts;
  for (const Proposal& proposal : reading.garments) {
    const auto of_part = [&](const ProposedPart& known) { return known.part == proposal.part; };
    auto found = std::find_if(parts.begin(), parts.end(), of_part);
    if (found == parts.end()) {
      parts.push_back(
          {proposal.part, 0, Mask::of_size(photo.width, photo.height), {proposal.attributes, proposal.guesses}});
      found = std::prev(parts.end());
    }
    ++found->garments;
    fill(found->mask, proposal.region, kInside);
  }
  for (ProposedPart& part : parts) part.mask = scale_labels(part.mask, frame.width, frame.height);
  return parts;
}

std::vector<TrueGarment> true_garments(const TrainingItem& item, InputSize frame) {
  std::vector<TrueGarment> garments;
  for (const Piece& piece : pieces_in(item)) {
    if (piece.part < 0) continue;
    garments.push_back({kAllParts[static_cast<std::size_t>(piece.part)],
                        scale_labels(mask_of(item, piece), frame.width, frame.height)});
  }
  return garments;
}

/// One photo being worked on.
class PhotoSearch {
 public:
  PhotoSearch(const TrainingItem& item, const Taxonomy& taxonomy, const OperatorTools& tools, const MaskRules& rules,
              std::uint64_t seed, const LabelMemory& memory)
      : item_(item),
        taxonomy_(taxonomy),
        tools_(tools),
        rules_(rules),
        seed_(seed),
        memory_(memory),
        frame_(click_frame_of(item.photo.width, item.photo.height)),
        truth_(true_garments(item, frame_)),
        from_nothing_(truth_.size()) {
    for (const TrueGarment& garment : truth_) {
      drawn_.push_back(act::kBeginGarment + draw_by_hand(garment.mask, rules));
    }
  }

  Result<PhotoWork> run() {
    JAEDAN_RETURN_IF_ERROR(look());
    PhotoWork cheapest;
    for (std::size_t reading = 0; reading < readings_.size(); ++reading) {
      JAEDAN_ASSIGN_OR_RETURN(PhotoWork work, work_with(reading));
      if (reading == 0 || work.seconds() < cheapest.seconds()) cheapest = std::move(work);
    }
    cheapest.name = item_.name;
    return cheapest;
  }

 private:
  Status look() {
    Prediction prediction;
    if (tools_.propose) {
      JAEDAN_ASSIGN_OR_RETURN(prediction, tools_.propose(item_.photo.view()));
    }
    for (const Reading& reading : prediction.readings) {
      readings_.push_back(parts_proposed(reading, item_.photo, frame_));
    }
    photo_words_ = {std::move(prediction.image_attributes), std::move(prediction.image_guesses)};
    if (readings_.empty()) readings_.emplace_back();
    return {};
  }

  Result<PhotoWork> work_with(std::size_t reading) {
    const std::vector<ProposedPart>& proposed = readings_[reading];
    ReadingPlan plan;
    for (const ProposedPart& part : proposed) plan.sources.push_back({part.garments, is_unwanted(part.part)});
    for (std::size_t t = 0; t < truth_.size(); ++t) {
      JAEDAN_ASSIGN_OR_RETURN(PlannedGarment garment, ways_to(t, reading));
      plan.garments.push_back(std::move(garment));
    }
    ChosenPlan chosen = cheapest_plan(plan);
    PhotoWork work;
    work.reading = static_cast<int>(reading);
    for (const ProposedPart& part : proposed) work.proposed += part.garments;
    work.refused = chosen.refused;
    work.looking =
        act::kLookAtPhoto + work.reading * act::kNextReading + work.proposed * act::kLookAtGarment + act::kApprove;
    work.proposals = chosen.proposals;
    work.garments = std::move(chosen.garments);
    label_photo(work);
    return work;
  }

  /// A proposal of a part that is not there; that of one that is there is wanted only when something comes of it.
  bool is_unwanted(Part part) const {
    if (is_true_part(part)) return true;
    const auto at = static_cast<std::size_t>(place_of(part));
    const auto& pixels = item_.labels.pixels;
    const bool may_be_there = item_.without_mask[at] || item_.present[at] != 0 ||
                              std::find(pixels.begin(), pixels.end(), mask_value(part)) != pixels.end();
    return !may_be_there;
  }

  const KnownLabels& known_of(Part part) const { return item_.known[static_cast<std::size_t>(place_of(part))]; }

  LabelWork labels_of(Part part, const ModelWords& words) const {
    return label(questions_about(taxonomy_, part, known_of(part), words), memory_);
  }

  GarmentWork made(std::size_t t, GarmentWay way, Acts outline, LabelWork labels) const {
    return {truth_[t].part, way, false, outline, std::move(labels)};
  }

  /// All ways to garment `t` of the truth, from nothing and from what the reading proposes.
  Result<PlannedGarment> ways_to(std::size_t t, std::size_t reading) {
    const std::vector<ProposedPart>& proposed = readings_[reading];
    const LabelWork unguessed = labels_of(truth_[t].part, {});
    PlannedGarment garment;
    garment.from_nothing.push_back(made(t, GarmentWay::kDrawn, drawn_[t], unguessed));
    bool some_right = false;
    for (const ProposedPart& source : proposed) {
      const bool same = source.part == truth_[t].part;
      std::vector<GarmentWork>& ways = garment.from_source.emplace_back();
      const LabelWork labels = labels_of(truth_[t].part, source.words);
      if (is_right(truth_[t].mask, source.mask, rules_)) {
        ways.push_back(made(t, GarmentWay::kKept, {}, labels));
        some_right = some_right || same;
      } else if (same || !is_true_part(source.part)) {
        JAEDAN_RETURN_IF_ERROR(correct(t, reading, source, labels, ways));
      }
      for (GarmentWork& way : ways) way.part_changed = !same;
    }
    if (some_right || tools_.clicks == nullptr) return garment;
    if (!from_nothing_[t]) {
      JAEDAN_RETURN_IF_ERROR(click_from_nothing(t, reading, unguessed));
    }
    garment.from_nothing.insert(garment.from_nothing.end(), from_nothing_[t]->begin(), from_nothing_[t]->end());
    return garment;
  }

  bool is_true_part(Part part) const {
    return std::any_of(truth_.begin(), truth_.end(), [part](const TrueGarment& g) { return g.part == part; });
  }

  Status correct(std::size_t t, std::size_t reading, const ProposedPart& source, const LabelWork& labels,
                 std::vector<GarmentWork>& ways) {
    const Acts begin = act::kSelect + act::kTakeTool;
    if (const auto strokes = paint_until_right(truth_[t].mask, source.mask, rules_)) {
      ways.push_back(made(t, GarmentWay::kPainted, begin + *strokes + act::kPutToolDown, labels));
    }
    if (tools_.clicks == nullptr) return {};
    JAEDAN_ASSIGN_OR_RETURN(const auto clicks, clicked(t, reading, source.mask, false));
    if (clicks) ways.push_back(made(t, GarmentWay::kClicked, begin + *clicks + act::kFinish, labels));
    return {};
  }

  Status click_from_nothing(std::size_t t, std::size_t reading, const LabelWork& labels) {
    from_nothing_[t].emplace();
    for (const bool box_first : {false, true}) {
      JAEDAN_ASSIGN_OR_RETURN(const auto clicks, clicked(t, reading, {}, box_first));
      if (!clicks) continue;
      const GarmentWay way = box_first ? GarmentWay::kBoxed : GarmentWay::kClicked;
      from_nothing_[t]->push_back(made(t, way, act::kBeginGarment + act::kTakeTool + *clicks + act::kFinish, labels));
    }
    return {};
  }

  /// As the studio begins: what a model drew may change as a whole, and its other readings may be what was meant.
  Result<std::optional<Acts>> clicked(std::size_t t, std::size_t reading, Mask start, bool box_first) {
    if (!encoded_) {
      JAEDAN_ASSIGN_OR_RETURN(encoded_, tools_.clicks->encode(item_.photo.view()));
    }
    ClickStart begun{std::move(start), MaskOrigin::kModel, {}};
    for (std::size_t other = 0; other < readings_.size(); ++other) {
      if (other == reading) continue;
      for (const ProposedPart& part : readings_[other]) begun.others.push_back(part.mask);
    }
    Random person(mix_seed(seed_, t, box_first ? 1 : 0));
    return click_until_right(*tools_.clicks, *encoded_, truth_[t].mask, std::move(begun), box_first, rules_, person);
  }

  void label_photo(PhotoWork& work) const {
    const auto questions = questions_about_photo(taxonomy_, item_.of_photo, photo_words_);
    work.labels = label(questions, memory_);
    end_labels(work);
    work.left_out = left_out_of(questions, item_.of_photo);
    for (const TrueGarment& garment : truth_) {
      const KnownLabels& known = known_of(garment.part);
      const auto more = left_out_of(questions_about(taxonomy_, garment.part, known, {}), known);
      work.left_out.insert(work.left_out.end(), more.begin(), more.end());
    }
  }

  /// Label mode goes through the garments and then the photo, and may be left when nothing more takes a key.
  static void end_labels(PhotoWork& work) {
    std::vector<LabelWork*> order;
    for (GarmentWork& garment : work.garments) order.push_back(&garment.labels);
    order.push_back(&work.labels);
    for (auto last = order.rbegin(); last != order.rend(); ++last) {
      (*last)->ends = true;
      if (!(*last)->needs_keys()) continue;
      work.label_mode = act::kBeginLabels;
      return;
    }
  }

  const TrainingItem& item_;
  const Taxonomy& taxonomy_;
  const OperatorTools& tools_;
  const MaskRules& rules_;
  const std::uint64_t seed_;
  const LabelMemory& memory_;
  const InputSize frame_;
  const std::vector<TrueGarment> truth_;
  std::vector<std::vector<ProposedPart>> readings_;  ///< what each proposes; one that proposes nothing at the least
  ModelWords photo_words_;                           ///< of the photo as a whole
  std::unique_ptr<EncodedPhoto> encoded_;            ///< when it was first clicked on
  std::vector<Acts> drawn_;                          ///< by garment: what drawing it takes
  /// By garment and clicks, once it was tried; the same whichever reading is shown.
  std::vector<std::optional<std::vector<GarmentWork>>> from_nothing_;
};

}  // namespace

std::string_view id_of(GarmentWay way) {
  static constexpr std::array<std::string_view, kGarmentWays> kIds = {"kept", "clicked", "boxed", "painted", "drawn"};
  return kIds[static_cast<std::size_t>(way)];
}

double PhotoWork::mask_seconds() const {
  double seconds = proposals.seconds();
  for (const GarmentWork& garment : garments) seconds += garment.outline.seconds();
  return seconds;
}

double PhotoWork::label_seconds() const {
  double seconds = labels.acts().seconds() + label_mode.seconds();
  for (const GarmentWork& garment : garments) seconds += garment.labels.acts().seconds();
  return seconds;
}

int PhotoWork::label_count() const {
  std::size_t count = labels.said.size();
  for (const GarmentWork& garment : garments) count += garment.labels.said.size();
  return static_cast<int>(count);
}

int PhotoWork::label_keys() const {
  int keys = labels.keys() + label_mode.keys;
  for (const GarmentWork& garment : garments) keys += garment.labels.keys();
  return keys;
}

Result<PhotoWork> work_on_photo(const TrainingItem& item, const Taxonomy& taxonomy, const OperatorTools& tools,
                                const MaskRules& rules, std::uint64_t seed, LabelMemory& memory) {
  JAEDAN_ASSIGN_OR_RETURN(PhotoWork work, PhotoSearch(item, taxonomy, tools, rules, seed, memory).run());
  for (const GarmentWork& garment : work.garments) remember(garment.labels, memory);
  remember(work.labels, memory);
  return work;
}

}  // namespace jaedan::inference
