#include "app/bench/studio_scenes.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>

#include "app/workflow/project/project.h"
#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"
#include "labeling/synth/synth.h"

namespace jaedan::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kWidth = 1000, kHeight = 1500;
constexpr int kPointsEach = 50;
constexpr int kPhotosAtOnce = 5000;
constexpr int kDifferentFiles = 24;
constexpr int kSmallWidth = 120, kSmallHeight = 180;
constexpr double kPi = 3.14159265358979323846;
constexpr int kDrawnSide = 2000;  // the painter's own work grows with the picture; larger ones are enlarged

// Drawn at a size the painter is quick at, then enlarged by whole pixels: a photo file of the wanted size.
Result<Image> picture(int index, int width, int height) {
  const int factor = (std::max(width, height) + kDrawnSide - 1) / kDrawnSide;
  labeling::SynthOptions options;
  options.width = (width + factor - 1) / factor, options.height = (height + factor - 1) / factor;
  JAEDAN_ASSIGN_OR_RETURN(labeling::DrawnPhoto drawn, labeling::draw_photo(1, index, options));
  if (factor == 1) return std::move(drawn.image);
  Image image = Image::of_size(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) std::copy_n(drawn.image.pixel(x / factor, y / factor), 3, image.pixel(x, y));
  }
  return image;
}

Status write_picture(const std::string& path, int index, int width, int height) {
  JAEDAN_ASSIGN_OR_RETURN(const Image image, picture(index, width, height));
  return labeling::write_image(path, image.view());
}

// A wavy outline around (x, y): no point of it lies on the line between its neighbours.
Ring wave(double x, double y, double radius, int points) {
  Ring ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * kPi * i / points;
    const double r = radius * (0.85 + 0.15 * std::sin(angle * std::max(5, points / 400)));
    ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
  }
  return ring;
}

Result<std::string> annotated(const std::string& folder, const std::string& name,
                              const std::function<void(Annotation&)>& fill) {
  const std::string file = folder + "/" + name + ".jpg";
  JAEDAN_RETURN_IF_ERROR(write_picture(file, 0, kWidth, kHeight));
  JAEDAN_ASSIGN_OR_RETURN(const workflow::Project project, workflow::Project::create(folder + "/" + name + ".jaedan"));
  JAEDAN_ASSIGN_OR_RETURN(const auto ids, project.store().add_photos({{{}, name, file, kWidth, kHeight}}));
  Annotation annotation;
  annotation.photo = ids[0];
  fill(annotation);
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t saved, project.store().save(annotation, {"bench", "import"}));
  static_cast<void>(saved);
  return project.place().folder;
}

void add_garment(Annotation& annotation, Ring ring) {
  Garment garment;
  garment.id = next_garment_id(annotation);
  garment.part = kAllParts[annotation.garments.size() % kAllParts.size()];
  garment.region.rings.push_back(std::move(ring));
  garment.region_provenance = Provenance::human("bench");
  annotation.garments.push_back(std::move(garment));
}

}  // namespace

Result<std::string> scene_of_polygons(const std::string& folder, int count) {
  return annotated(folder, "polygons", [count](Annotation& annotation) {
    const int columns = std::max(1, static_cast<int>(std::lround(std::sqrt(count * double(kWidth) / kHeight))));
    const int rows = (count + columns - 1) / columns;
    const double step_x = double(kWidth) / columns, step_y = double(kHeight) / rows;
    for (int i = 0; i < count; ++i) {
      const double x = (i % columns + 0.5) * step_x, y = (i / columns + 0.5) * step_y;
      add_garment(annotation, wave(x, y, 0.48 * std::min(step_x, step_y), kPointsEach));
    }
  });
}

Result<std::string> scene_of_outline(const std::string& folder, int points) {
  return annotated(folder, "outline", [points](Annotation& annotation) {
    add_garment(annotation, wave(kWidth / 2.0, kHeight / 2.0, 0.45 * kWidth, points));
  });
}

Result<std::string> scene_of_photos(const std::string& folder, int width, int height, int count) {
  const std::string name = "photos" + std::to_string(height);
  std::vector<Photo> photos;
  for (int i = 0; i < count; ++i) {
    const std::string photo = name + "-" + std::to_string(i), file = folder + "/" + photo + ".jpg";
    JAEDAN_RETURN_IF_ERROR(write_picture(file, i, width, height));
    photos.push_back({{}, photo, file, width, height});
  }
  JAEDAN_ASSIGN_OR_RETURN(const workflow::Project project, workflow::Project::create(folder + "/" + name + ".jaedan"));
  JAEDAN_ASSIGN_OR_RETURN(const auto ids, project.store().add_photos(photos));
  static_cast<void>(ids);
  return project.place().folder;
}

Result<std::string> scene_of_many(const std::string& folder, int count, const workflow::Watch& watch) {
  const std::string small = folder + "/small";
  std::error_code failed;
  fs::create_directories(small, failed);
  for (int i = 0; i < kDifferentFiles; ++i) {
    JAEDAN_RETURN_IF_ERROR(write_picture(small + "/" + std::to_string(i) + ".jpg", i, kSmallWidth, kSmallHeight));
  }
  JAEDAN_ASSIGN_OR_RETURN(const workflow::Project project, workflow::Project::create(folder + "/many.jaedan"));
  for (int first = 0; first < count; first += kPhotosAtOnce) {
    if (watch.cancelled()) return Error{ErrorCode::kCancelled, "bench.making_stopped", "making the project: stopped"};
    watch.report({"making a project of many photos", first, count, ""});
    std::vector<Photo> photos;
    for (int i = first; i < std::min(count, first + kPhotosAtOnce); ++i) {
      const std::string file = small + "/photo-" + std::to_string(i) + ".jpg";
      fs::create_hard_link(small + "/" + std::to_string(i % kDifferentFiles) + ".jpg", file, failed);
      if (failed) return Error{ErrorCode::kIo, in_context(file, system_message(failed))};
      photos.push_back({{}, "photo-" + std::to_string(i), file, kSmallWidth, kSmallHeight});
    }
    JAEDAN_ASSIGN_OR_RETURN(const auto ids, project.store().add_photos(photos));
    static_cast<void>(ids);
  }
  return project.place().folder;
}

}  // namespace jaedan::bench
