#include <algorithm>
#include <map>

#include "app/report/html_text.h"
#include "app/report/svg_bars.h"
#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/report_sections.h"
#include "app/workflow/figures/report_table.h"
#include "app/workflow/figures/report_words.h"

namespace jaedan::workflow {
namespace {

using report::Bar;
using report::Words;

constexpr std::int64_t kMostBars = 62;
constexpr std::size_t kMostLyingBars = 20;

Words whole(std::int64_t number) { return std::to_string(number); }

/// Photos moved on, and answers, by day and stage; of a long time by week or month.
std::vector<Bar> bars_by_day(const std::vector<DoneRow>& done) {
  std::map<std::int64_t, std::vector<double>> by_day;
  if (done.empty()) return {};
  const std::int64_t first = day_number(done.front().day).value_or(0);
  const std::int64_t last = day_number(done.back().day).value_or(first);
  std::int64_t step = 1;
  for (const std::int64_t longer : {7, 30, 365}) {
    if ((last - first) / step >= kMostBars) step = longer;
  }
  for (std::int64_t day = first; day <= last; day += step) by_day[day].resize(kAllStages.size());
  for (const DoneRow& row : done) {
    const std::int64_t day = day_number(row.day).value_or(first);
    by_day[first + (day - first) / step * step][static_cast<std::size_t>(row.stage)] += double(row.finished());
  }
  std::vector<Bar> bars;
  for (const auto& [day, photos] : by_day) {
    Words said;
    for (std::size_t stage = 0; stage < photos.size(); ++stage) {
      if (photos[stage] == 0) continue;
      if (!said.english.empty()) said = said + ", ";
      said = said + words_of(kAllStages[stage]) + " " + report::fixed(photos[stage], 0);
    }
    bars.push_back({day_of(day), photos, said.english.empty() ? Words("0") : said});
  }
  return bars;
}

std::vector<Words> stage_legend() {
  std::vector<Words> legend;
  legend.reserve(kAllStages.size());
  for (const Stage stage : kAllStages) legend.push_back(words_of(stage));
  return legend;
}

}  // namespace

std::string done_section(const WorkFigures& figures) {
  std::vector<std::vector<Words>> rows;
  for (const DoneRow& row : figures.people) {
    rows.push_back({row.who, words_of(row.stage), whole(row.photos), whole(row.answers), whole(row.garments),
                    whole(row.deeds), whole(row.taken_back)});
  }
  const std::string chart = report::standing_bars({"Photos a day, by stage", "하루 사진 수, 단계별"},
                                                  bars_by_day(figures.done), stage_legend());
  return html_section(
      {"What was done", "한 일"},
      {"A photo counts when somebody moves it on; at the inspection when it is decided on. Days are UTC.",
       "사진은 다음 단계로 넘어갈 때, 검수에서는 판정될 때 셉니다. 날짜는 협정 세계시를 따릅니다."},
      "<div class=\"plots\">" + chart + "</div>\n" +
          html_paragraph(
              {"An answer is the work on a photo that several people do, or whose truth is known; it counts when "
               "it is submitted.",
               "답은 여러 사람이 함께 하거나 정답을 아는 사진에 한 작업이며, 제출될 때 셉니다."}) +
          html_table({{"person", "사람"},
                      {"stage", "단계"},
                      {"photos", "사진"},
                      {"answers", "답"},
                      {"garments", "의류"},
                      {"changes", "변경"},
                      {"taken back", "되돌림"}},
                     rows));
}

std::string backlog_section(const WorkFigures& figures) {
  std::vector<Bar> bars;
  std::vector<std::vector<Words>> rows;
  for (const StageBacklog& stage : figures.backlog) {
    if (!stage.is_on && stage.photos == 0) continue;
    bars.push_back({words_of(stage.stage), {double(stage.photos)}, std::to_string(stage.photos)});
    const double days = stage.done_a_day > 0 ? double(stage.photos) / stage.done_a_day : 0;
    rows.push_back({words_of(stage.stage), whole(stage.photos), whole(stage.in_hand), whole(stage.returned),
                    report::fixed(stage.done_a_day, 1), days > 0 ? Words(report::fixed(days, 1)) : Words("–")});
  }
  std::string forecast;
  if (figures.forecast.is_late) {
    forecast =
        html_paragraph({"At this pace the deadline is not held.", "이 속도로는 기한을 지키지 못합니다."}, "warn");
  }
  const Words pace = figures.forecast.by_today
                         ? Words(" The pace is that of today, the first day.", " 속도는 첫날인 오늘의 것입니다.")
                         : Words(" The pace is that of the days before today, fourteen at most.",
                                 " 속도는 오늘 이전 최대 14일의 것입니다.");
  return html_section(
      {"What is left", "남은 일"}, Words("Photos that wait for a stage.", "각 단계를 기다리는 사진입니다.") + pace,
      forecast + "<div class=\"plots\">" + report::lying_bars({"Waiting, by stage", "단계별 대기"}, bars) + "</div>\n" +
          html_table({{"stage", "단계"},
                      {"waiting", "대기"},
                      {"in hand", "맡은 사진"},
                      {"returned", "반려"},
                      {"done a day", "하루 처리"},
                      {"days", "일"}},
                     rows));
}

std::string time_section(const WorkFigures& figures) {
  std::vector<DoneRow> people;
  std::copy_if(figures.people.begin(), figures.people.end(), std::back_inserter(people),
               [](const DoneRow& row) { return row.finished() > 0 && row.active_milliseconds > 0; });
  std::stable_sort(people.begin(), people.end(),
                   [](const DoneRow& a, const DoneRow& b) { return a.seconds_per_photo() > b.seconds_per_photo(); });
  std::vector<Bar> bars;
  std::vector<std::vector<Words>> rows;
  for (const DoneRow& row : people) {
    const double seconds = row.seconds_per_photo();
    if (bars.size() < kMostLyingBars) {
      bars.push_back({row.who, {seconds}, words_of_time(seconds), Words(", ") + words_of(row.stage)});
    }
    rows.push_back({row.who, words_of(row.stage), words_of_time(seconds), words_of_time(row.seconds_per_garment()),
                    words_of_time(double(row.active_milliseconds) / 1000)});
  }
  return html_section({"Time", "시간"},
                      {"Active time: between two changes of the same person, pauses over a minute left out.",
                       "실작업 시간: 같은 사람의 두 변경 사이의 시간이며, 1분이 넘는 쉼은 뺍니다."},
                      "<div class=\"plots\">" +
                          report::lying_bars({"A photo takes", "사진 한 장에 걸리는 시간"}, bars) + "</div>\n" +
                          html_table({{"person", "사람"},
                                      {"stage", "단계"},
                                      {"a photo", "사진 한 장"},
                                      {"a garment", "의류 하나"},
                                      {"in all", "합계"}},
                                     rows));
}

std::string late_section(const WorkFigures& figures) {
  std::vector<std::vector<Words>> rows;
  for (const LateRow& row : figures.late) {
    rows.push_back({words_of(row.kind), row.who.empty() ? Words("whole project", "프로젝트 전체") : Words(row.who),
                    whole(row.count), minute_words(row.since)});
  }
  return html_section(
      {"What is late", "늦은 것"},
      {"Deadline, claims and quotas; times are UTC.", "기한, 맡은 작업, 할당량입니다. 시각은 협정 세계시입니다."},
      html_table({{"what", "무엇"}, {"person", "사람"}, {"how many", "개수"}, {"since, or due", "언제부터, 또는 기한"}},
                 rows));
}

}  // namespace jaedan::workflow
