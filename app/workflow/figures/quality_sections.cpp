#include <algorithm>
#include <map>
#include <utility>

#include "app/report/html_text.h"
#include "app/report/svg_bars.h"
#include "app/workflow/figures/report_sections.h"
#include "app/workflow/figures/report_table.h"
#include "app/workflow/figures/report_words.h"

namespace jaedan::workflow {
namespace {

using report::Bar;
using report::Words;

constexpr std::size_t kMostRowsDrawn = 20;
constexpr std::size_t kMostCharts = 12;
constexpr std::size_t kMostValuesDrawn = 10;

const Words kNoReason = {"none given", "사유 없음"};

Words counted_words(std::int64_t number) { return std::to_string(number); }

Words name_of_row(const AcceptanceRow& row, bool is_part) {
  return is_part ? words_of(part_from_id(row.name)) : Words(row.name);
}

/// "87 % of 40"
Words share_of(double share, std::int64_t number, const std::string& korean_counter) {
  const std::string percent = report::percent(share), many = std::to_string(number);
  return {percent + " of " + many, many + korean_counter + " 중 " + percent};
}

/// The least accepted first.
std::vector<Bar> acceptance_bars(std::vector<AcceptanceRow> rows, bool are_parts = false) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const AcceptanceRow& a, const AcceptanceRow& b) { return a.share() < b.share(); });
  std::vector<Bar> bars;
  for (const AcceptanceRow& row : rows) {
    if (bars.size() == kMostRowsDrawn) break;
    bars.push_back({name_of_row(row, are_parts),
                    {row.share()},
                    share_of(row.share(), row.decided(), "장"),
                    row.stage ? Words(", ") + words_of(*row.stage) : Words()});
  }
  return bars;
}

std::string acceptance_rows(const Words& whose, const std::vector<AcceptanceRow>& rows, bool are_parts = false) {
  const bool by_stage =
      std::any_of(rows.begin(), rows.end(), [](const AcceptanceRow& row) { return row.stage.has_value(); });
  std::vector<Words> columns = {whose};
  if (by_stage) columns.emplace_back("stage", "단계");
  columns.insert(columns.end(), {{"approved", "승인"}, {"returned", "반려"}, {"share", "승인율"}});
  for (const ReturnReason reason : kAllReturnReasons) columns.push_back(words_of(reason));
  columns.push_back(kNoReason);
  std::vector<std::vector<Words>> cells;
  for (const AcceptanceRow& row : rows) {
    std::vector<Words> line = {name_of_row(row, are_parts)};
    if (by_stage) line.push_back(row.stage ? words_of(*row.stage) : Words("–"));
    line.insert(line.end(), {counted_words(row.approved), counted_words(row.returned), report::percent(row.share())});
    for (const ReturnReason reason : kAllReturnReasons) {
      const auto known = row.reasons.find(reason);
      line.push_back(known == row.reasons.end() ? Words("") : counted_words(known->second));
    }
    line.push_back(row.without_reason() == 0 ? Words("") : counted_words(row.without_reason()));
    cells.push_back(std::move(line));
  }
  return html_table(columns, cells);
}

std::vector<Bar> reason_bars(const std::vector<AcceptanceRow>& inspectors) {
  std::map<ReturnReason, std::int64_t> sums;
  std::int64_t without = 0;
  for (const AcceptanceRow& row : inspectors) {
    for (const auto& [reason, count] : row.reasons) sums[reason] += count;
    without += row.without_reason();
  }
  std::vector<Bar> bars;
  bars.reserve(sums.size() + 1);
  for (const auto& [reason, count] : sums) {
    bars.push_back({words_of(reason), {double(count)}, std::to_string(count)});
  }
  if (without > 0) bars.push_back({kNoReason, {double(without)}, std::to_string(without)});
  return bars;
}

std::string control_drawing(const ControlChart& chart) {
  std::vector<report::ControlMark> marks;
  for (const ControlPoint& point : chart.points) {
    marks.push_back({point.day, point.share, point.lower, point.upper, point.is_outside,
                     point.day + ": " + report::percent(point.share) + " / " + std::to_string(point.decided)});
  }
  const Words drifts = chart.is_drifting ? Words(" – drifting", " – 벗어남") : Words();
  return report::control_plot(Words(chart.who) + Words(" · ") + words_of(chart.stage) + drifts, marks, chart.centre);
}

std::string quality_rows(const std::vector<QualityRow>& quality, const Taxonomy& taxonomy) {
  std::vector<std::vector<Words>> rows;
  rows.reserve(quality.size());
  for (const QualityRow& row : quality) {
    rows.push_back({row.who, row.stage ? words_of(*row.stage) : Words("–"), measure_words(row.measure, taxonomy),
                    report::fixed(row.value), report::fixed(row.low) + " – " + report::fixed(row.high),
                    counted_words(row.photos)});
  }
  return html_table({{"person", "사람"},
                     {"stage", "단계"},
                     {"measure", "척도"},
                     {"value", "값"},
                     {"interval", "구간"},
                     {"photos", "사진"}},
                    rows);
}

}  // namespace

std::string acceptance_section(const WorkFigures& figures) {
  return html_section(
      {"Acceptance", "승인과 반려"},
      {"An approval judges all who ended a stage of the photo, a return the one whose stage it goes back to. What was "
       "taken back does not count.",
       "승인은 사진의 각 단계를 끝낸 모두에 대한 판정이고, 반려는 되돌아간 단계를 끝낸 사람에 대한 판정입니다. 취소된 "
       "판정은 세지 않습니다."},
      "<div class=\"plots\">" +
          report::lying_bars({"Approved, by worker", "작업자별 승인율"}, acceptance_bars(figures.workers), 1) +
          report::lying_bars({"Approved, by inspector", "검수자별 승인율"}, acceptance_bars(figures.inspectors), 1) +
          report::lying_bars({"Approved, by part", "부위별 승인율"}, acceptance_bars(figures.parts, true), 1) +
          report::lying_bars({"Reasons of returns", "반려 사유"}, reason_bars(figures.inspectors)) + "</div>\n" +
          html_heading({"By worker and stage", "작업자와 단계별"}) +
          acceptance_rows({"worker", "작업자"}, figures.workers) + html_heading({"By inspector", "검수자별"}) +
          acceptance_rows({"inspector", "검수자"}, figures.inspectors) + html_heading({"By part", "부위별"}) +
          acceptance_rows({"part", "부위"}, figures.parts, true));
}

std::string control_section(const WorkFigures& figures) {
  std::string charts;
  for (std::size_t i = 0; i < std::min(figures.control.size(), kMostCharts); ++i) {
    charts += control_drawing(figures.control[i]);
  }
  if (charts.empty()) charts = html_paragraph({"none yet", "아직 없음"});
  return html_section(
      {"Who is drifting", "누가 달라지고 있는가"},
      {"Share of approvals over time; dashed: three standard deviations around the person's own mean at that stage. A "
       "point outside, or the last eight on one side, is more than chance.",
       "시간에 따른 승인율입니다. 점선은 그 사람의 그 단계 평균에서 표준편차의 세 배이며, 점선을 벗어나거나 마지막 "
       "여덟 점이 한쪽에 있으면 우연이 아닙니다."},
      "<div class=\"plots\">" + charts + "</div>\n");
}

std::string model_section(const WorkFigures& figures, const Taxonomy& taxonomy) {
  std::vector<Bar> bars;
  std::vector<std::vector<Words>> rows;
  for (const ModelWordRow& row : figures.model_words) {
    const Words what = words_of(row.part) + ", " + attribute_words(row.attribute, taxonomy);
    if (bars.size() < kMostRowsDrawn && row.changed > 0) {
      bars.push_back({what, {std::min(1.0, row.share_changed())}, share_of(row.share_changed(), row.said, "개")});
    }
    rows.push_back({what, counted_words(row.said), counted_words(row.changed), report::percent(row.share_changed())});
  }
  return html_section(
      {"What the model gets wrong", "모델이 틀리는 것"},
      {"Of what a model said and somebody took over, how much people changed or took away afterwards.",
       "모델이 말하여 받아들인 것 중 사람이 나중에 고치거나 지운 것입니다."},
      "<div class=\"plots\">" + report::lying_bars({"Changed by people", "사람이 고친 비율"}, bars, 1) + "</div>\n" +
          html_table({{"what", "무엇"}, {"said", "말한 것"}, {"changed", "고친 것"}, {"share", "비율"}}, rows));
}

std::string label_section(const WorkFigures& figures, const Taxonomy& taxonomy) {
  std::string charts;
  std::vector<std::vector<Words>> rows;
  for (const BalanceRow& row : figures.balance) {
    const Words what = words_of(row.part) + ", " + attribute_words(row.attribute, taxonomy);
    rows.push_back({what, counted_words(row.labels), counted_words(row.values), counted_words(row.missing),
                    value_words(row.attribute, row.most_common, taxonomy), counted_words(row.most),
                    value_words(row.attribute, row.rarest, taxonomy), counted_words(row.least),
                    report::fixed(row.evenness, 2)});
    std::vector<Bar> bars;
    for (const LabelRow& label : figures.labels) {
      if (label.part != row.part || label.attribute != row.attribute || bars.size() == kMostValuesDrawn) continue;
      bars.push_back(
          {value_words(label.attribute, label.value, taxonomy), {double(label.count)}, std::to_string(label.count)});
    }
    charts += report::lying_bars(what, bars);
  }
  return html_section({"Labels", "라벨 분포"},
                      {"As the project is now. Evenness: 1 when all values of the vocabulary are as frequent, 0 when "
                       "there is one only.",
                       "지금 프로젝트의 라벨입니다. 고른 정도는 모든 값이 똑같이 많으면 1, 하나뿐이면 0입니다."},
                      html_table({{"what", "무엇"},
                                  {"labels", "라벨"},
                                  {"values", "값"},
                                  {"missing", "없는 값"},
                                  {"most common", "가장 많은 값"},
                                  {"how often", "횟수"},
                                  {"rarest", "가장 적은 값"},
                                  {"how often", "횟수"},
                                  {"evenness", "고른 정도"}},
                                 rows) +
                          "<div class=\"plots\">" + charts + "</div>\n");
}

std::string quality_section(const WorkFigures& figures, const Taxonomy& taxonomy) {
  return html_section({"Agreement", "일치도"},
                      {"How far people agree who did the same photos unseen by each other.",
                       "서로 보지 않고 같은 사진을 작업한 사람들이 얼마나 일치하는지입니다."},
                      quality_rows(figures.agreement, taxonomy)) +
         html_section({"Controls mixed in unseen", "몰래 섞은 검증용 사진"},
                      {"How people do on approved photos that are mixed into their queue unseen.",
                       "대기열에 몰래 섞인 승인된 사진을 사람들이 얼마나 잘하는지입니다."},
                      quality_rows(figures.honeypots, taxonomy));
}

}  // namespace jaedan::workflow
