#include "app/bench/garment_scene.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>
#include <utility>
#include <vector>

#include "app/bench/drawn_vectors.h"
#include "app/bench/studio_scenes.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/model_choice.h"
#include "labeling/base/file_system.h"

namespace jaedan::bench {
namespace {

constexpr std::size_t kDimension = 128;
constexpr std::size_t kPhotosTogether = 200;
constexpr int kWidth = 120, kHeight = 180, kEdge = 10;  // of the photos of scene_of_many
constexpr double kPi = 3.14159265358979323846;

double height_of(const GarmentScene& scene) { return double(kHeight) / scene.in_photo; }

/// Labels whose values are drawn, the first of each list more often than the others, as in real photos.
AttributeValues drawn_labels(Part part, const Taxonomy& taxonomy, std::mt19937_64& random) {
  AttributeValues labels;
  for (const char* const id : {"category", "colour", "print", "length", "material"}) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(id);
    if (!attribute) continue;
    const auto values = attribute->values_for(part);
    if (values.empty()) continue;
    const std::size_t drawn = std::min(random() % values.size(), random() % values.size());
    labels.push_back({id, values[drawn]->id, "", Provenance::human("bench")});
  }
  return labels;
}

Annotation drawn_photo(PhotoId photo, const GarmentScene& scene, int garments, const Taxonomy& taxonomy,
                       std::mt19937_64& random) {
  Annotation annotation;
  annotation.photo = photo;
  annotation.state = WorkflowState::kApproved;
  for (int i = 0; i < garments; ++i) {
    Garment garment;
    garment.id = next_garment_id(annotation);
    garment.part = i % 2 == 0 ? Part::kTop : Part::kBottom;
    const double top = height_of(scene) * i + 1, bottom = height_of(scene) * (i + 1) - 1;
    garment.region.rings = {{{kEdge, top}, {kWidth - kEdge, top}, {kWidth - kEdge, bottom}, {kEdge, bottom}}};
    garment.region_provenance = Provenance::human("bench");
    garment.attributes = drawn_labels(garment.part, taxonomy, random);
    annotation.garments.push_back(std::move(garment));
  }
  return annotation;
}

}  // namespace

Result<std::string> scene_of_garments(const std::string& folder, const GarmentScene& scene,
                                      const workflow::Watch& watch) {
  const int photos = (scene.garments + scene.in_photo - 1) / scene.in_photo;
  const std::string own = folder + "/garments-" + std::to_string(scene.in_photo);
  std::error_code failed;
  std::filesystem::create_directories(own, failed);
  if (failed) return Error{ErrorCode::kIo, in_context(own, system_message(failed))};
  JAEDAN_ASSIGN_OR_RETURN(const std::string path, scene_of_many(own, photos, watch));
  JAEDAN_ASSIGN_OR_RETURN(workflow::Project project, workflow::Project::open(path));
  JAEDAN_ASSIGN_OR_RETURN(const std::string model, workflow::wanted_model(project));
  DrawnVectors vectors(kDimension, 1, 1);
  std::mt19937_64 random(1);
  int left = scene.garments;
  for (PhotoId last; left > 0;) {
    if (watch.cancelled()) return Error{ErrorCode::kCancelled, "bench.making_stopped", "making the project: stopped"};
    watch.report({"making garments", scene.garments - left, scene.garments, ""});
    JAEDAN_ASSIGN_OR_RETURN(const auto rows, project.store().list({}, last, kPhotosTogether));
    if (rows.empty()) break;
    const Status kept = project.store().batch([&]() -> Status {
      std::vector<labeling::StoredEmbedding> stored;
      for (const labeling::PhotoRow& row : rows) {
        const Annotation annotation =
            drawn_photo(row.photo.id, scene, std::min(left, scene.in_photo), project.taxonomy(), random);
        left -= scene.in_photo;
        JAEDAN_RETURN_IF_ERROR(project.store().save(annotation, {"bench", "import"}));
        for (const Garment& garment : annotation.garments) {
          stored.push_back({row.photo.id, garment.id, model, vectors.next()});
        }
      }
      return project.store().save_embeddings(stored);
    });
    if (!kept.ok()) return kept.error();
    last = rows.back().photo.id;
  }
  return path;
}

std::string script_of_selecting(const GarmentScene& scene, int times) {
  std::string script = "wait idle\npress tab.recommend\nwait idle\n";
  for (int i = 0; i < times; ++i) {
    const int middle = static_cast<int>(height_of(scene) * (i % 2 + 0.5));
    const std::string at = std::to_string(kWidth / 2) + " " + std::to_string(middle);
    script += "measure select idle\nimage-button-down " + at + "\nmeasured\nimage-button-up " + at + "\nwait idle\n";
    if (i % 4 == 3) script += "key D\nwait idle\n";
  }
  return script;
}

std::string script_of_map() {
  const auto wheel = [](int steps) { return "wheel 640 400 " + std::to_string(steps) + "\n"; };
  const auto move = [](double x, double y) { return "move " + std::to_string(x) + " " + std::to_string(y) + "\n"; };
  std::string script = "wait idle\npress tab.recommend\nwait idle\nmeasure whole idle\npress page.map\nmeasured\n";
  script += "move 640 400\nmeasure zoom\n";
  for (int i = 0; i < 24; ++i) script += wheel(i < 12 ? 1 : -1);
  script += "measured\n" + wheel(2) + "measure pan\nbutton-down 640 400\n";
  for (int i = 1; i <= 40; ++i) script += move(640 + 3 * i, 400 + 2 * (i % 20));
  script += "button-up 760 400\nmeasured\npress map.fit\npress map.heat\npress map.lasso\n";
  script += "measure lasso\nbutton-down 760 400\n";
  for (int i = 1; i <= 40; ++i) {
    const double angle = 2 * kPi * i / 40;
    script += move(640 + 120 * std::cos(angle), 400 + 120 * std::sin(angle));
  }
  script += "button-up 760 400\nwait 2\nmeasured\nmeasure point\n";
  for (int i = 0; i < 30; ++i) script += move(560 + 5 * i, 420);
  script += "measured\npress map.labels\nwait 2\nmove 640 400\nmeasure labels\n";
  for (int i = 0; i < 12; ++i) script += wheel(1);
  return script + "measured\n";
}

}  // namespace jaedan::bench
