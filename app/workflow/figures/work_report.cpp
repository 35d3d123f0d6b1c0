#include "app/workflow/figures/work_report.h"

#include "app/report/evaluation_report.h"
#include "app/report/html_text.h"
#include "app/report/report_style.h"
#include "app/report/svg_bars.h"
#include "app/workflow/figures/report_sections.h"
#include "app/workflow/figures/report_table.h"
#include "app/workflow/figures/report_words.h"
#include "labeling/base/file_system.h"

namespace jaedan::workflow {
namespace {

using report::Words;

std::string head_of(const WorkFigures& figures, const Taxonomy& taxonomy, const std::string& name) {
  std::string html = "<h1>" + report::html_escaped(name) + "</h1>\n";
  const Words narrowed = words_of(figures.filter, taxonomy);
  html +=
      html_paragraph(Words(figures.today + " (UTC)") + (narrowed.english.empty() ? Words() : Words(" · ") + narrowed));
  if (figures.counted < figures.records) {
    const std::string how_far = std::to_string(figures.counted) + " / " + std::to_string(figures.records);
    html += html_paragraph({how_far + " records of the change log are counted so far: the numbers are too small",
                            "변경 기록 " + how_far + "건까지만 세었으므로 실제보다 적은 수입니다"},
                           "warn");
  }
  const Forecast& forecast = figures.forecast;
  html += "<div class=\"tiles\">\n" + html_tile(std::to_string(forecast.photos), {"photos", "사진"}) +
          html_tile(std::to_string(forecast.approved), {"approved", "승인"}) +
          html_tile(std::to_string(forecast.left), {"left", "남음"});
  if (forecast.days_looked_at > 0) {
    html += html_tile(report::fixed(forecast.approved_a_day, 1), {"approved a day", "하루 승인"});
  }
  if (!forecast.finished_on.empty()) {
    html += html_tile(forecast.finished_on, {"done, at this pace", "이 속도로 끝나는 날"}, forecast.is_late);
  }
  if (!forecast.deadline.empty()) html += html_tile(forecast.deadline, {"deadline", "기한"}, forecast.is_late);
  if (forecast.needed_a_day) {
    html +=
        html_tile(report::fixed(*forecast.needed_a_day, 1), {"needed a day", "하루에 필요한 승인"}, forecast.is_late);
  }
  return html + "</div>\n";
}

}  // namespace

std::string work_report_html(const WorkFigures& figures, const Taxonomy& taxonomy, const std::string& name,
                             ReportLanguage language) {
  const bool korean_first = language == ReportLanguage::kKorean;
  return std::string("<!DOCTYPE html>\n<html lang=\"") + (korean_first ? "ko" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n<title>" +
         report::html_escaped(name) + "</title>\n<style>" + report::kReportStyle + report::kChartStyle +
         report::kLanguageStyle + "</style>\n</head>\n<body>\n" + report::language_choice(korean_first) + "<main>\n" +
         head_of(figures, taxonomy, name) + done_section(figures) + backlog_section(figures) + time_section(figures) +
         acceptance_section(figures) + control_section(figures) + late_section(figures) +
         model_section(figures, taxonomy) + label_section(figures, taxonomy) + quality_section(figures, taxonomy) +
         "</main>\n</body>\n</html>\n";
}

Status write_work_report(const Project& project, const WorkFigures& figures, const std::string& file,
                         ReportLanguage language) {
  JAEDAN_RETURN_IF_ERROR(report::check_report_file(file));
  const std::string& folder = project.place().folder;
  const std::string name = folder.substr(folder.find_last_of('/') + 1);
  return disk().write_atomically(file, work_report_html(figures, project.taxonomy(), name, language));
}

}  // namespace jaedan::workflow
