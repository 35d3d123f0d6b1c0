#include "tests/app/gui/panels/made_documents.h"

#include <stdexcept>
#include <utility>

#include "labeling/formats/taxonomy_json.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

Region square(double left, double top) {
  return {{{{left, top}, {left + 60, top}, {left + 60, top + 60}, {left, top + 60}}}};
}

Garment garment(GarmentId id, Part part, double at) {
  Garment made;
  made.id = id;
  made.part = part;
  made.region = square(at, at);
  made.region_provenance = Provenance::human("mina");
  return made;
}

Document document_of(Annotation annotation, std::optional<Prediction> prediction = {}) {
  Photo photo;
  photo.id = PhotoId{7};
  photo.name = "photo_007";
  photo.width = MadeProject::kWidth;
  photo.height = MadeProject::kHeight;
  annotation.photo = photo.id;
  return Document({EditSession(std::move(photo), std::move(annotation)), Image{}, std::move(prediction)},
                  {Image::of_size(MadeProject::kWidth, MadeProject::kHeight), {}});
}

Annotation mixed_annotation() {
  Annotation annotation;
  annotation.state = WorkflowState::kDrawn;
  Garment own = garment(kOwn, Part::kTop, 5);
  own.attributes = {{"colour", "black", {}, Provenance::human("mina")}};
  Garment of_model = garment(kOfModel, Part::kBottom, 30);
  of_model.region_provenance = Provenance::model("made-model", 0.71);
  of_model.attributes = {{"colour", "blue", {}, Provenance::model("made-model", 0.83), {{"navy", 0.15}}},
                         {"fit", "normal", {}, Provenance::model("made-model", 0.45), {{"loose", 0.4}}}};
  Garment hidden = garment(kHidden, Part::kOuter, 60);
  hidden.hidden = true;
  Garment locked = garment(kLocked, Part::kDress, 90);
  locked.locked = true;
  Garment without = garment(kWithoutOutline, Part::kTop, 0);
  without.region = {};
  annotation.garments = {own, of_model, hidden, locked, without};
  return annotation;
}

}  // namespace

const Taxonomy& taxonomy() {
  static const Taxonomy loaded = [] {
    Result<Taxonomy> result = labeling::load_default_taxonomy();
    if (!result.ok()) throw std::runtime_error(result.error().text());
    return std::move(result).value();
  }();
  return loaded;
}

Document new_document() { return document_of({}); }

Document proposed_document() {
  Prediction prediction = made_prediction();
  Proposal dress = prediction.readings[0].garments[0];
  dress.part = Part::kDress;
  prediction.readings.push_back({0.1, {dress}});
  return document_of({}, prediction);
}

Document mixed_document() { return document_of(mixed_annotation()); }

Document guessed_document() {
  const auto says = [](const char* attribute, const char* value, double score) {
    return AttributeValue{attribute, value, {}, Provenance::model("made-model", score)};
  };
  Annotation annotation = mixed_annotation();
  Proposal top;
  top.part = Part::kTop;
  top.region = square(8, 8);
  top.score = 0.8;
  top.attributes = {says("colour", "white", 0.95)};
  top.guesses = {says("category", "shirt", 0.5), says("material", "cotton", 0.7), says("material", "linen", 0.6)};
  top.guesses[0].alternatives = {{"blouse", 0.3}};
  Prediction prediction{"made-model", {{1.0, {top}}}};
  prediction.image_attributes = {says("style", "street", 0.9)};
  prediction.image_attributes[0].alternatives = {{"modern", 0.05}};
  prediction.image_guesses = {says("sub_style", "punk", 0.4)};
  return document_of(std::move(annotation), std::move(prediction));
}

Document crowded_document(int count) {
  Annotation annotation;
  annotation.state = WorkflowState::kDrawn;
  for (int i = 0; i < count; ++i) annotation.garments.push_back(garment(GarmentId{i + 1}, kAllParts[i % 4], i % 100));
  return document_of(std::move(annotation));
}

}  // namespace jaedan::gui::testing
