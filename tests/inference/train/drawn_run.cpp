#include "tests/inference/train/drawn_run.h"

#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "labeling/domain/annotation.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::inference {

void write_drawn_photos(const std::string& folder, int count) {
  std::filesystem::create_directories(folder);
  std::string items;
  for (int i = 0; i < count; ++i) {
    const std::string name = "p" + std::to_string(i);
    const int at = i % 6;
    cv::Mat photo(96, 64, CV_8UC3, cv::Scalar(200, 200, 200)), mask = cv::Mat::zeros(96, 64, CV_8UC1);
    const cv::Rect top(8 + 3 * at, 10 + 2 * at, 36, 32), bottom(8 + 3 * at, 42 + 2 * at, 36, 36);
    photo(top).setTo(cv::Scalar(0, 0, 220)), mask(top).setTo(2);
    photo(bottom).setTo(cv::Scalar(220, 0, 0)), mask(bottom).setTo(3);
    cv::imwrite(folder + "/" + name + ".png", photo);
    cv::imwrite(folder + "/" + name + "_mask.png", mask);
    items += (i == 0 ? "" : ",") + std::string(R"({"name":")") + name + R"(","photo":")" + name + R"(.png","mask":")" +
             name + R"(_mask.png","split":")" + (i + 1 == count ? "val" : "train") +
             R"(","categories":{"top":"tshirt","bottom":"jeans"}})";
  }
  std::ofstream(folder + "/snapshot.json") << R"({"version":1,"items":[)" << items << "]}";
}

void write_drawn_labels(const std::string& folder, int count) {
  Annotation annotation;
  annotation.garments.resize(2);
  annotation.garments[0].part = Part::kTop;
  annotation.garments[0].attributes = {
      {"category", "tshirt", "", {}}, {"fit", "loose", "", {}}, {"detail", "frill", "", {}}, {"detail", "zip", "", {}}};
  annotation.garments[1].part = Part::kBottom;
  annotation.garments[1].attributes = {
      {"category", "jeans", "", {}}, {"fit", "tight", "", {}}, {"detail", "pocket", "", {}}};
  std::filesystem::create_directories(folder + "/labels");
  for (int i = 0; i < count; ++i) {
    std::ofstream(folder + "/labels/p" + std::to_string(i) + ".json") << labeling::annotation_to_json(annotation);
  }
}

TrainingOptions options_for(const std::string& data, const std::string& output, std::vector<TrainingPhase> phases) {
  TrainingOptions options;
  options.recipe.device = Device::kCpu;
  options.recipe.warm_up_steps = 5;
  options.recipe.augment = {};
  options.recipe.average_decay = 0.9;
  options.recipe.phases = std::move(phases);
  options.folders = {{DataKind::kSnapshot, data, 1.0}};
  options.output = output;
  options.model_id = "drawn";
  return options;
}

TrainingPhase small_phase(int epochs) { return {epochs, 64, 96, 4, 3e-3, 1e-3, 1.0, 1.0}; }

}  // namespace jaedan::inference
