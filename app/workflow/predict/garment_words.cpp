#include "app/workflow/predict/garment_words.h"

#include <utility>

#include "inference/colour/colour_namer.h"
#include "labeling/domain/clip_region.h"

namespace jaedan::workflow {
namespace {

/// A garment as the model is asked about it.
struct AskedAbout {
  const Garment* garment = nullptr;
  Region on_photo;
  AttributeValues known;  ///< what people said
};

std::vector<AskedAbout> asked_about(const std::vector<Garment>& garments, const ImageView& image) {
  const Rect photo{0, 0, double(image.width), double(image.height)};
  std::vector<AskedAbout> all;
  for (const Garment& garment : garments) {
    AskedAbout one{&garment, clip_to(garment.region, photo), {}};
    if (!(area_px(one.on_photo) > 0)) continue;
    for (const AttributeValue& label : garment.attributes) {
      if (!is_guess(label.provenance)) one.known.push_back(label);
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

bool speaks_of_colours(const AttributeValues& labels) {
  return find_value(labels, attribute::kColour) || find_value(labels, attribute::kSubColour);
}

void add_colours(const ImageView& image, const Region& region, const std::string& model_id, AttributeValues& labels) {
  const inference::ColourNames names = inference::name_colours(image, region);
  const auto add = [&](std::string_view attribute, const inference::NamedColour& colour) {
    AttributeValue& label = labels.emplace_back(
        AttributeValue{std::string(attribute), colour.id, "", Provenance::model(model_id, colour.score)});
    if (!colour.next_id.empty()) label.alternatives = {{colour.next_id, colour.next_score}};
  };
  if (!names.main.id.empty()) add(attribute::kColour, names.main);
  if (names.sub) add(attribute::kSubColour, *names.sub);
}

Result<std::vector<GarmentWords>> ask_about_garments(inference::Prefiller& model, const ImageView& image,
                                                     const std::vector<Garment>& garments) {
  std::vector<GarmentWords> words;
  const std::vector<AskedAbout> about = asked_about(garments, image);
  if (about.empty()) return words;
  std::vector<inference::AskedGarment> asked;
  asked.reserve(about.size());
  for (const AskedAbout& each : about) asked.push_back({each.garment->part, &each.on_photo, &each.known});
  Result<std::vector<inference::GarmentLabels>> answers = model.label(image, asked);
  if (!answers.ok() && answers.error().code == ErrorCode::kUnsupported) return words;
  if (!answers.ok()) return answers.error();
  for (std::size_t i = 0; i < about.size(); ++i) {
    const auto& [garment, on_photo, known] = about[i];
    inference::GarmentLabels& answer = (*answers)[i];
    GarmentWords said{garment->id, garment->part, garment->region};
    said.attributes = std::move(answer.labels.filled_in);
    said.guesses = std::move(answer.labels.guesses);
    said.measures = std::move(answer.measures);
    const bool has_colours =
        speaks_of_colours(known) || speaks_of_colours(said.attributes) || speaks_of_colours(said.guesses);
    if (!has_colours) add_colours(image, on_photo, model.card().id, said.attributes);
    words.push_back(std::move(said));
  }
  return words;
}

}  // namespace jaedan::workflow
