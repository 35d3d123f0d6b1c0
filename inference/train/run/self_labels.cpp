#include "inference/train/run/self_labels.h"

#include <algorithm>
#include <filesystem>
#include <opencv2/imgproc.hpp>

#include "inference/train/data/folder_reading.h"
#include "labeling/base/file_system.h"
#include "labeling/dataset/snapshot_index.h"
#include "labeling/domain/attribute.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::inference {
namespace {

bool is_allowed(std::size_t pixel_class, const TaggedPhoto& photo) {
  return pixel_class < 1 || pixel_class > kPartCount || photo.allowed[pixel_class - 1];
}

// The parts of a photo whose words name all that may be there.
std::optional<PartSet> known_parts(const TaggedPhoto& photo) {
  PartSet parts = 0;
  for (const Part part : kAllParts) {
    const std::size_t i = mask_value(part) - 1U;
    if (photo.allowed[i] != photo.named[i]) return std::nullopt;
    if (photo.named[i]) parts |= part_set_of(part);
  }
  return parts;
}

bool is_part(std::size_t pixel_class) { return pixel_class >= 1 && pixel_class <= kPartCount; }

// Borders lie between the cells: four times as fine, labels follow them without stairs.
ClassScores finer(const ClassScores& scores) {
  constexpr int kFiner = 4;
  ClassScores fine{scores.width * kFiner, scores.height * kFiner, {}};
  const std::size_t cells = std::size_t(scores.width) * scores.height, fine_cells = cells * kFiner * kFiner;
  fine.logits.resize(kPixelClassCount * fine_cells);
  for (std::size_t c = 0; c < kPixelClassCount; ++c) {
    const cv::Mat from(scores.height, scores.width, CV_32F, const_cast<float*>(scores.logits.data()) + c * cells);
    cv::Mat to(fine.height, fine.width, CV_32F, fine.logits.data() + c * fine_cells);
    cv::resize(from, to, to.size(), 0, 0, cv::INTER_LINEAR);
  }
  return fine;
}

// Labels at the scores' size; 255 where the best allowed class is not likely enough.
Mask confident_labels(const ClassScores& scores, const TaggedPhoto& photo, double least_probability) {
  const std::vector<float> p = probabilities_of(scores);
  const std::size_t cells = std::size_t(scores.width) * scores.height;
  Mask labels = Mask::of_size(scores.width, scores.height);
  for (std::size_t i = 0; i < cells; ++i) {
    double allowed = 0, forbidden = 0;
    std::size_t best = 0;
    for (std::size_t c = 0; c < kPixelClassCount; ++c) {
      const float value = p[c * cells + i];
      (is_allowed(c, photo) ? allowed : forbidden) += value;
      if (is_allowed(c, photo) && (!is_allowed(best, photo) || value > p[best * cells + i])) best = c;
    }
    // A garment is seen, but none that the words know: it is somebody else's, or the words are incomplete.
    const bool foreign = forbidden > 0.5 && !is_part(best);
    const bool sure = p[best * cells + i] >= least_probability * allowed;
    labels.pixels[i] = sure && !foreign ? static_cast<std::uint8_t>(best) : kIgnoredPixel;
  }
  return labels;
}

bool shows_every_named_part(const Mask& labels, const TaggedPhoto& photo, double least_share) {
  return std::all_of(kAllParts.begin(), kAllParts.end(), [&](Part part) {
    const auto pixels = std::count(labels.pixels.begin(), labels.pixels.end(), mask_value(part));
    return !photo.named[mask_value(part) - 1U] || double(pixels) >= least_share * double(labels.pixels.size());
  });
}

labeling::SnapshotPhoto item_of(const TaggedPhoto& photo) {
  labeling::SnapshotPhoto item;
  item.name = photo.name;
  item.photo = photo.path;
  item.mask = "masks/" + photo.name + ".png";
  for (const Part part : kAllParts) {
    const std::size_t i = mask_value(part) - 1U;
    const auto category = photo.known[i].find(attribute::kCategory);
    if (category != photo.known[i].end()) item.categories[std::string(id_of(part))] = category->second.front();
    if (photo.allowed[i] && !photo.named[i]) item.uncertain.push_back(part);
  }
  return item;
}

}  // namespace

Result<SelfLabelReport> label_tagged_photos(Prefiller& model, const std::vector<TaggedPhoto>& photos,
                                            const std::string& output, const SelfLabelOptions& options) {
  std::error_code failed;
  std::filesystem::create_directories(output + "/masks", failed);
  if (failed) return Error{ErrorCode::kIo, in_context(output, system_message(failed))};
  labeling::SnapshotIndex index;
  index.mask_values = labeling::MaskValues::kPixelClasses;
  SelfLabelReport report;
  for (const TaggedPhoto& tagged : photos) {
    if (options.progress) options.progress(report.labelled + report.left_out, static_cast<int>(photos.size()));
    if (options.cancel != nullptr && *options.cancel)
      return Error{ErrorCode::kCancelled, "train.labelling_stopped", "labelling: stopped"};
    JAEDAN_ASSIGN_OR_RETURN(const Image photo, read_photo(tagged.path, {}));
    JAEDAN_ASSIGN_OR_RETURN(const ClassScores scores, model.score_pixels(photo.view(), known_parts(tagged)));
    Mask labels = confident_labels(finer(scores), tagged, options.least_probability);
    if (!shows_every_named_part(labels, tagged, options.least_share)) {
      ++report.left_out;
      continue;
    }
    JAEDAN_RETURN_IF_ERROR(labeling::write_mask(output + "/masks/" + tagged.name + ".png", labels));
    index.photos.push_back(item_of(tagged));
    ++report.labelled;
  }
  JAEDAN_RETURN_IF_ERROR(
      disk().write_atomically(output + "/" + labeling::kSnapshotFile, labeling::snapshot_text(index)));
  return report;
}

}  // namespace jaedan::inference
