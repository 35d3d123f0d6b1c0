#include "inference/train/self_labels.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <set>
#include <sstream>

#include "inference/train/ccp_vocabulary.h"
#include "inference/train/folder_reading.h"

namespace jaedan::inference {
namespace {

// What the tags of one photo say.
struct Tags {
  bool usable = true;
  std::array<bool, kPixelClassCount> allowed{};
  std::array<std::set<int>, kPartCount> categories;
};

Tags read_tags(const std::string& text, const CcpVocabulary& vocabulary) {
  Tags tags;
  tags.allowed.fill(true);
  for (const Part part : kAllParts) tags.allowed[mask_value(part)] = false;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const auto found = std::find(vocabulary.words.begin(), vocabulary.words.end(), word);
    if (found == vocabulary.words.end()) continue;
    const auto index = static_cast<std::size_t>(found - vocabulary.words.begin());
    const std::uint8_t value = vocabulary.pixel_class[index];
    if (value == kIgnoredPixel) {
      tags.usable = false;
    } else if (value >= 1 && value <= kPartCount) {
      tags.allowed[value] = true;
      tags.categories[value - 1U].insert(vocabulary.category[index]);
    }
  }
  return tags;
}

// Labels at the scores' own size; 255 where the best allowed class is not likely enough.
Mask confident_labels(const ClassScores& scores, const Tags& tags, double least_probability) {
  ClassScores restricted = scores;
  const std::size_t cells = std::size_t(scores.width) * scores.height;
  for (std::size_t c = 0; c < kPixelClassCount; ++c) {
    if (!tags.allowed[c]) std::fill_n(restricted.logits.begin() + std::ptrdiff_t(c * cells), cells, -30.0F);
  }
  const std::vector<float> p = probabilities_of(restricted);
  Mask labels = Mask::of_size(scores.width, scores.height);
  for (std::size_t i = 0; i < cells; ++i) {
    std::size_t best = 0;
    for (std::size_t c = 1; c < kPixelClassCount; ++c) {
      if (p[c * cells + i] > p[best * cells + i]) best = c;
    }
    labels.pixels[i] = p[best * cells + i] >= least_probability ? static_cast<std::uint8_t>(best) : kIgnoredPixel;
  }
  return labels;
}

bool shows_every_named_part(const Mask& labels, const Tags& tags, double least_share) {
  return std::all_of(kAllParts.begin(), kAllParts.end(), [&](Part part) {
    const auto pixels = std::count(labels.pixels.begin(), labels.pixels.end(), mask_value(part));
    return !tags.allowed[mask_value(part)] || double(pixels) >= least_share * double(labels.pixels.size());
  });
}

nlohmann::json item_of(const std::string& name, const std::string& photo, const Tags& tags) {
  nlohmann::json item = {{"name", name}, {"photo", photo}, {"mask", "masks/" + name + ".png"}, {"split", "train"}};
  for (const Part part : kAllParts) {
    const std::set<int>& categories = tags.categories[mask_value(part) - 1U];
    if (categories.size() != 1 || *categories.begin() < 0) continue;  // two words: which one is seen is not known
    item["categories"][std::string(id_of(part))] = kCategoryClasses[std::size_t(*categories.begin())].id;
  }
  return item;
}

}  // namespace

Result<SelfLabelReport> label_tagged_photos(Prefiller& model, const std::string& ccp_folder, const std::string& output,
                                            const SelfLabelOptions& options) {
  namespace fs = std::filesystem;
  JAEDAN_ASSIGN_OR_RETURN(const CcpVocabulary vocabulary, read_ccp_vocabulary(ccp_folder));
  JAEDAN_ASSIGN_OR_RETURN(const auto rows, read_csv(ccp_folder + "/tags.csv"));
  std::error_code failed;
  fs::create_directories(output + "/masks", failed);
  if (failed) return Error{ErrorCode::kIo, output + ": " + failed.message()};
  FolderOptions folder_options;
  nlohmann::json items = nlohmann::json::array();
  SelfLabelReport report;
  for (const auto& row : rows) {
    if (options.progress) options.progress(report.labelled + report.left_out, static_cast<int>(rows.size()));
    if (options.cancel != nullptr && *options.cancel) return Error{ErrorCode::kCancelled, "labelling: stopped"};
    const Tags tags = read_tags(row.at(1), vocabulary);
    const std::string photo_path = fs::absolute(ccp_folder + "/photos/" + row[0] + ".jpg").string();
    ++report.left_out;
    if (!tags.usable) continue;
    JAEDAN_ASSIGN_OR_RETURN(const Image photo, read_photo(photo_path, folder_options));
    JAEDAN_ASSIGN_OR_RETURN(const ClassScores scores, model.score_pixels(photo.view()));
    Mask labels = confident_labels(scores, tags, options.least_probability);
    if (!shows_every_named_part(labels, tags, options.least_share)) continue;
    const cv::Mat picture(labels.height, labels.width, CV_8UC1, labels.pixels.data());
    if (!cv::imwrite(output + "/masks/" + row[0] + ".png", picture)) {
      return Error{ErrorCode::kIo, output + "/masks: cannot be written"};
    }
    items.push_back(item_of(row[0], photo_path, tags));
    ++report.labelled, --report.left_out;
  }
  const nlohmann::json snapshot = {{"version", 1}, {"hash", ""}, {"classes", "pixel_classes"}, {"items", items}};
  std::ofstream out(output + "/snapshot.json");
  out << snapshot.dump(1) << '\n';
  if (!out.flush()) return Error{ErrorCode::kIo, output + "/snapshot.json: cannot be written"};
  return report;
}

}  // namespace jaedan::inference
