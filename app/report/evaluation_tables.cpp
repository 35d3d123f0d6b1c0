#include "app/report/evaluation_tables.h"

#include <algorithm>
#include <vector>

#include "app/report/evaluation_output.h"
#include "app/report/html_text.h"
#include "inference/train/measure/weaknesses.h"
#include "labeling/base/plural.h"

namespace jaedan::report {
namespace {

using inference::ConfusionMatrix;

constexpr std::size_t kMisreadings = 12;
constexpr double kDarkest = 0.5;  // letters must stay readable on it, in both themes

std::string cell(const std::string& text) { return "<td>" + text + "</td>"; }

std::string score_row(const std::string& name, double iou, double per_photo, double kept, double found,
                      const std::string& false_rate, int count) {
  return "<tr>" + cell(html_escaped(name)) + cell(fixed(iou)) + cell(fixed(per_photo)) + cell(percent(kept)) +
         cell(percent(found)) + cell(false_rate) + cell(std::to_string(count)) + "</tr>\n";
}

std::string total_row(const std::string& name, const inference::SegmentationScore& score) {
  return score_row(name, score.miou, score.per_garment, score.kept, score.found, "", score.garments);
}

std::string shaded(const std::string& text, double share) {
  return "<td style=\"background:rgba(0,114,178," + fixed(kDarkest * share, 2) + ")\">" + text + "</td>";
}

/// Rows are the truth. `in_shares`: cells are shares of their row, counts otherwise.
std::string matrix(const ConfusionMatrix& counts, const std::vector<int>& classes,
                   const std::vector<std::string>& names, bool in_shares) {
  std::string html = "<div class=\"scroll\"><table><tr><th>truth ↓ said →</th>";
  for (const int c : classes) html += "<th>" + html_escaped(names[static_cast<std::size_t>(c)]) + "</th>";
  html += "</tr>\n";
  for (const int truth : classes) {
    double sum = 0;
    for (const int said : classes) sum += double(counts.at(truth, said));
    html += "<tr>" + cell(html_escaped(names[static_cast<std::size_t>(truth)]));
    for (const int said : classes) {
      const double share = sum > 0 ? double(counts.at(truth, said)) / sum : 0;
      const std::string count = counts.at(truth, said) == 0 ? "" : std::to_string(counts.at(truth, said));
      html += shaded(in_shares ? (sum > 0 ? fixed(100 * share, 1) + " %" : "") : count, share);
    }
    html += "</tr>\n";
  }
  return html + "</table></div>\n";
}

}  // namespace

std::string part_table(const inference::EvaluationReport& report) {
  std::string html =
      "<div class=\"scroll\"><table><tr><th>part</th><th>IoU</th><th>per photo</th><th>kept ≥ 0.85</th>"
      "<th>found ≥ 0.5</th><th>seen where there is none</th><th>garments</th></tr>\n";
  for (std::size_t i = 0; i < kAllParts.size(); ++i) {
    const inference::PartScore& part = report.segmentation.parts[i];
    if (!part.seen) {
      html += "<tr>" + cell(html_escaped(id_of(kAllParts[i]))) + cell("–") + cell("–") + cell("–") + cell("–") +
              cell("–") + cell("0") + "</tr>\n";
      continue;
    }
    html += score_row(std::string(id_of(kAllParts[i])), part.iou, part.per_photo, part.kept, part.found,
                      percent(part.false_rate), part.photos);
  }
  html += total_row("all", report.segmentation);
  if (report.second_readings > 0) html += total_row("all, best of two readings", report.best_of_two);
  html +=
      "</table></div>\n<p class=\"soft\">IoU over all pixels of all photos ; per photo: mean over the photos that show "
      "the part. ";
  html += html_escaped(miou_rule(report.segmentation)) + ". ";
  return html +
         (report.second_readings > 0
              ? counted(report.second_readings, "photo has", "photos have") + " a second reading."
              : "The model gives one reading a photo.") +
         "</p>\n";
}

std::string misreading_list(const inference::EvaluationReport& report) {
  const std::int64_t all = report.part_sets.total();
  if (all == 0) return "";
  std::int64_t right = 0;
  for (int set = 0; set < report.part_sets.classes(); ++set) right += report.part_sets.at(set, set);
  std::string html = "<p>In " + std::to_string(right) + " of " + counted(all, "photo") +
                     " the model says exactly the parts that are there.</p>\n";
  const auto misreadings = inference::common_misreadings(report.part_sets, kMisreadings);
  if (misreadings.empty()) return html;
  html += "<ul>\n";
  for (const auto& misreading : misreadings) html += "<li>" + html_escaped(words_of(misreading)) + "</li>\n";
  return html + "</ul>\n";
}

std::string pixel_table(const inference::EvaluationReport& report) {
  std::vector<std::string> names = {"no garment"};
  std::vector<int> classes = {0};
  for (const Part part : kAllParts) {
    classes.push_back(mask_value(part));
    names.emplace_back(id_of(part));
  }
  return matrix(report.pixels, classes, names, true);
}

std::string head_table(const inference::HeadScore& score) {
  if (score.garments() == 0) return "";
  const std::string right = "<p>" + percent(score.accuracy()) + " of " + std::to_string(score.garments()) +
                            " are right.</p>\n<p>" + html_escaped(words_of(score)) + ".</p>\n";
  if (score.head().multiple) return right;
  std::vector<std::string> names;
  std::vector<int> classes;
  const int count = score.confusion().classes();
  for (int c = 0; c < count; ++c) {
    names.push_back(score.head().values[static_cast<std::size_t>(c)].id);
    std::int64_t seen = 0;
    for (int other = 0; other < count; ++other) seen += score.confusion().at(c, other) + score.confusion().at(other, c);
    if (seen > 0) classes.push_back(c);
  }
  return right + matrix(score.confusion(), classes, names, false);
}

}  // namespace jaedan::report
