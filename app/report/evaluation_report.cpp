#include "app/report/evaluation_report.h"

#include <unistd.h>

#include <filesystem>

#include "app/report/evaluation_output.h"
#include "app/report/evaluation_tables.h"
#include "app/report/html_text.h"
#include "app/report/model_words.h"
#include "app/report/report_style.h"
#include "app/report/svg_plot.h"
#include "labeling/base/file_system.h"
#include "labeling/base/plural.h"
#include "labeling/domain/part_colours.h"

namespace jaedan::report {
namespace {

namespace fs = std::filesystem;

std::string section(const std::string& title, const std::string& content) {
  return content.empty() ? "" : "<section><h2>" + html_escaped(title) + "</h2>\n" + content + "</section>\n";
}

std::string tile(const std::string& value, const std::string& words) {
  return "<div class=\"tile\"><b>" + value + "</b>" + html_escaped(words) + "</div>\n";
}

std::string tiles(const inference::EvaluationReport& report) {
  const inference::SegmentationScore& score = report.segmentation;
  std::string html = "<div class=\"tiles\">\n" + tile(fixed(score.miou), "mean IoU") +
                     tile(percent(score.kept), "kept, IoU ≥ 0.85") + tile(percent(score.found), "found, IoU ≥ 0.5");
  if (report.second_readings > 0) {
    html += tile(fixed(report.best_of_two.miou), "mean IoU, best of two") +
            tile(percent(report.best_of_two.kept), "kept, best of two");
  }
  html += tile(fixed(report.calibration.ece), "calibration error");
  if (report.calibration.sure > 0) html += tile(percent(report.calibration.sure_reached), "hold at score ≥ 0.9");
  return html + tile(fixed(1000 * report.seconds_per_photo, 0) + " ms", "a photo") + "</div>\n";
}

std::string card_list(const inference::ModelCard& card) {
  std::string html = "<dl>\n";
  for (const CardEntry& entry : describe_card(card)) {
    html += "<dt>" + html_escaped(entry.heading) + "</dt><dd>";
    const bool is_code = entry.heading == "Recipe";
    if (is_code) html += "<code>";
    for (std::size_t i = 0; i < entry.lines.size(); ++i) html += (i ? "<br>" : "") + html_escaped(entry.lines[i]);
    html += is_code ? "</code></dd>\n" : "</dd>\n";
  }
  return html + "</dl>\n";
}

std::string calibration(const EvaluationPage& page) {
  const inference::Calibration& c = page.report.calibration;
  std::string html = "<p>A score is the chance that the garment's IoU with what a person drew is ≥ " +
                     fixed(inference::kScoreIou, 2) + ". Expected calibration error " + fixed(c.ece) +
                     " (ten bins of equal width, Guo et al. 2017), over " + counted(c.garments, "garment") +
                     "; scores that are exactly right would show " + fixed(c.ece_by_chance) + " by chance. ";
  html += c.sure == 0 ? "No garment has a score ≥ 0.9."
                      : "Of " + counted(c.sure, "garment") + " with score ≥ 0.9, " + percent(c.sure_reached) +
                            " reach that IoU.";
  html += page.cross_fitted
              ? " Each score comes from a curve that was fitted without its photo.</p>\n"
              : " If the scores were fitted on these very photos, they look better here than elsewhere.</p>\n";
  if (page.card.score_iou != inference::kScoreIou) {
    html += "<p class=\"warn\">The card's scores were fitted to IoU ≥ " + fixed(page.card.score_iou, 2) +
            "; jaedan evaluate --calibrate fits them anew.</p>\n";
  }
  return html + "<div class=\"plots\">" + reliability_diagram(c) + score_histogram(c) + "</div>\n";
}

std::string curves(const EvaluationPage& page) {
  if (!page.no_epochs_because.empty()) return "<p class=\"warn\">" + html_escaped(page.no_epochs_because) + "</p>\n";
  std::vector<CurvePoint> loss, miou;
  double seconds = 0;
  for (const EpochRow& row : page.epochs) {
    loss.push_back({row.epoch, row.loss});
    if (row.val_miou >= 0) miou.push_back({row.epoch, row.val_miou});
    if (row.seconds > 0) seconds += row.seconds;
  }
  const std::string plots = curve_plot("Loss", loss) + curve_plot("Score on the photos to choose by", miou);
  if (plots.empty()) return "";
  return "<p class=\"soft\">" + counted(static_cast<std::int64_t>(page.epochs.size()), "epoch") + " in " +
         words_of_seconds(seconds) + ".</p>\n<div class=\"plots\">" + plots + "</div>\n";
}

std::string picture(const std::string& jpeg, const std::string& words) {
  return "<figure><img alt=\"" + html_escaped(words) + "\" src=\"" + data_uri("image/jpeg", jpeg) + "\"><figcaption>" +
         html_escaped(words) + "</figcaption></figure>\n";
}

std::string colour_key() {
  std::string html = "<p class=\"soft key\">";
  for (const Part part : kAllParts) {
    const Colour c = colour_of(part);
    html += "<span style=\"background:rgb(" + std::to_string(c.r) + "," + std::to_string(c.g) + "," +
            std::to_string(c.b) + ")\"></span>" + html_escaped(id_of(part));
  }
  return html + "<span style=\"background:#b0b0b0\"></span>not judged</p>\n";
}

std::string worst_photos(const std::vector<WorstPhoto>& photos) {
  if (photos.empty()) return "";
  std::string html = colour_key();
  for (const WorstPhoto& photo : photos) {
    html += "<div class=\"photo\"><h3>" + html_escaped(photo.name) + " <span class=\"soft\">mean IoU " +
            fixed(photo.iou, 2) + "</span></h3><div class=\"row\">" + picture(photo.photo_jpeg, "photo") +
            picture(photo.truth_jpeg, "truth") + picture(photo.predicted_jpeg, "first reading");
    if (!photo.second_jpeg.empty()) {
      html += picture(photo.second_jpeg, "second reading, mean IoU " + fixed(photo.second_iou, 2));
    }
    html += "</div></div>\n";
  }
  return html;
}

/// The nearest folder above `file` that exists.
fs::path existing_parent(const fs::path& file) {
  fs::path folder = fs::absolute(file).parent_path();
  std::error_code failed;
  while (!fs::exists(folder, failed) && folder != folder.parent_path()) folder = folder.parent_path();
  return folder;
}

std::string note(const inference::EvaluationReport& report) {
  const std::string text = training_note(report);
  return text.empty() ? "" : "<p class=\"warn\">" + html_escaped(text) + "</p>\n";
}

std::string head_sections(const inference::EvaluationReport& report) {
  std::string html;
  for (const inference::HeadScore& score : report.heads) {
    const bool of_photo = score.head().scope == inference::HeadScope::kPhoto;
    html += section((of_photo ? "Photos: " : "Garments that were found: ") + score.head().attribute, head_table(score));
  }
  return html;
}

std::string truth_words(const inference::TruthOrigins& truth) {
  const std::string words = words_of(truth);
  return words.empty() ? "" : "<p class=\"warn\">" + html_escaped(words) + "</p>\n";
}

}  // namespace

std::string evaluation_html(const EvaluationPage& page) {
  const std::string title = "Evaluation of " + page.card.id;
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         html_escaped(title) + "</title>\n<style>" + kReportStyle + "</style>\n</head>\n<body>\n<h1>" +
         html_escaped(title) + "</h1>\n<p class=\"soft\">" + html_escaped(page.data) + ", " +
         counted(page.report.photos, "photo") + ", " + counted(page.report.segmentation.garments, "garment") +
         "</p>\n" + note(page.report) + truth_words(page.report.truth) + tiles(page.report) +
         section("Parts", part_table(page.report)) + section("How parts are misread", misreading_list(page.report)) +
         section("Do scores keep their word?", calibration(page)) +
         section("Parts, pixel by pixel", pixel_table(page.report)) + head_sections(page.report) +
         section("Training", curves(page)) +
         section("The " + counted(static_cast<std::int64_t>(page.worst.size()), "worst photo"),
                 worst_photos(page.worst)) +
         section("Model card", card_list(page.card)) + "</body>\n</html>\n";
}

Status check_report_file(const std::string& file) {
  const std::string ending = fs::path(file).extension().string();
  if (ending != ".html" && ending != ".htm") {
    return Error{ErrorCode::kInvalidArgument, "report.wrong_ending", "the report '{0}' must end in .html", {file}};
  }
  std::error_code failed;
  if (fs::is_directory(file, failed)) {
    return Error{ErrorCode::kInvalidArgument, "report.is_folder", "{0} is a folder", {file}};
  }
  const fs::path folder = existing_parent(file);
  if (!fs::is_directory(folder, failed)) {
    return Error{
        ErrorCode::kIo, "report.no_folder", "{0}: cannot be written, {1} is no folder", {file, folder.string()}};
  }
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return Error{ErrorCode::kIo,
                 "report.no_permission",
                 "{0}: cannot be written, {1} gives no permission",
                 {file, folder.string()}};
  }
  return {};
}

Status write_evaluation_report(const std::string& file, const EvaluationPage& page) {
  return disk().write_atomically(file, evaluation_html(page));
}

}  // namespace jaedan::report
