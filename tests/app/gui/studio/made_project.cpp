#include "tests/app/gui/studio/made_project.h"

#include <cstdio>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "app/workflow/project/import_photos.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::gui::testing {
namespace {

const Region kTop{{{{60, 70}, {140, 70}, {140, 150}, {60, 150}}}};
const Region kTrousers{{{{65, 150}, {135, 150}, {130, 280}, {105, 280}, {100, 180}, {95, 280}, {70, 280}}}};

template <typename T>
T must(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(result.error().text());
  return std::move(result).value();
}

void must(const Status& status) {
  if (!status.ok()) throw std::runtime_error(status.error().text());
}

void paint(Image& image, const Region& region, int r, int g, int b) {
  const Mask mask = rasterize(region, image.width, image.height);
  for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
    if (!mask.pixels[i]) continue;
    image.rgb[3 * i] = static_cast<std::uint8_t>(r);
    image.rgb[3 * i + 1] = static_cast<std::uint8_t>(g);
    image.rgb[3 * i + 2] = static_cast<std::uint8_t>(b);
  }
}

Image made_photo(int number) {
  Image image = Image::of_size(MadeProject::kWidth, MadeProject::kHeight);
  for (std::size_t i = 0; i < image.rgb.size(); ++i) image.rgb[i] = static_cast<std::uint8_t>(205 + (i / 600) % 40);
  paint(image, {{{{85, 20}, {115, 20}, {115, 70}, {85, 70}}}}, 224, 180, 150);
  paint(image, kTop, 40, 70 + number * 13 % 100, 180);
  paint(image, kTrousers, 40, 120, 60 + number * 29 % 120);
  return image;
}

AttributeValue guess(const char* attribute, const char* value, double score) {
  return {attribute, value, {}, Provenance::model("made-model", score)};
}

}  // namespace

MadeProject::MadeProject(int photo_count) {
  std::filesystem::create_directory(folder_ / "photos");
  for (int i = 0; i < photo_count; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "photos/photo_%03d.png", i);
    must(labeling::write_image(folder_ / name, made_photo(i).view()));
  }
  workflow::Project project = must(workflow::Project::create(path()));
  must(workflow::import_images(project, folder_ / "photos", Actor::alone("mina"), {}));
  for (const labeling::PhotoRow& row : must(project.store().list({}, {}, photo_count + 1)))
    ids_.push_back(row.photo.id);
}

void MadeProject::write_photo(const std::string& path) { must(labeling::write_image(path, made_photo(0).view())); }

workflow::Project MadeProject::open() const { return must(workflow::Project::open(path())); }

Annotation MadeProject::annotation(std::size_t index) const { return must(open().store().annotation(ids_[index])); }

Prediction made_prediction() {
  Proposal top;
  top.part = Part::kTop;
  top.region = kTop;
  top.score = 0.93;
  top.attributes = {guess("colour", "blue", 0.97), guess("fit", "normal", 0.61)};
  top.attributes[1].alternatives = {{"loose", 0.3}};
  Proposal bottom;
  bottom.part = Part::kBottom;
  bottom.region = kTrousers;
  bottom.score = 0.71;
  bottom.attributes = {guess("colour", "green", 0.88)};
  return {"made-model", {{0.9, {top, bottom}}}};
}

Image read_picture(const std::string& path) { return must(labeling::read_image(path)); }

int distinct_colours(const Image& image) {
  std::set<int> colours;
  for (std::size_t i = 0; i + 2 < image.rgb.size(); i += 3) {
    colours.insert(image.rgb[i] << 16 | image.rgb[i + 1] << 8 | image.rgb[i + 2]);
  }
  return static_cast<int>(colours.size());
}

}  // namespace jaedan::gui::testing
