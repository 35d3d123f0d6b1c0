#include "app/report/svg_bars.h"

#include <algorithm>
#include <numeric>

#include "app/report/html_text.h"

namespace jaedan::report {

const char* const kChartStyle = R"css(
.plots { align-items: flex-start; } svg.bars { width: 31rem; } svg.wide { width: 44rem; } th.words, td.words { text-align: left; }
main h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; } .s0 { fill: #0072b2; } .s1 { fill: #b86a00; } .s2 { fill: #007d5b; } .s3 { fill: #a8558a; }
@media (prefers-color-scheme: dark) { .s0 { fill: #66ccee; } .s1 { fill: #ccbb44; } .s2 { fill: #4477aa; }
  .s3 { fill: #ee6677; } }
.limit { fill: none; stroke: var(--warn); stroke-dasharray: 4 3; } .centre { stroke: var(--soft); }
.outside { fill: var(--warn); } .track { fill: var(--fill); }
)css";

namespace {

constexpr std::size_t kMostLabelLetters = 26;  // of a lying bar; a Korean one counts as two
constexpr std::size_t kMostTitleLetters = 56;

std::string place(const char* name, double value) { return std::string(" ") + name + "=\"" + fixed(value, 1) + "\""; }

Words cut(const Words& words, std::size_t letters) {
  return {shortened(words.english, letters), shortened(words.korean, letters)};
}

/// The label of a lying bar, cut before its tail.
Words label_of(const Bar& bar) {
  const auto one = [](const std::string& label, const std::string& tail) {
    const std::size_t behind = letters_of(tail);
    return shortened(label, kMostLabelLetters > behind ? kMostLabelLetters - behind : 0) + tail;
  };
  return {one(bar.label.english, bar.tail.english), one(bar.label.korean, bar.tail.korean)};
}

std::string words_at(double x, double y, const char* anchor, const Words& words, bool is_title = false) {
  const std::string looks = is_title ? std::string(" font-weight=\"600\"") : std::string();
  return svg_text(place("x", x) + place("y", y) + " text-anchor=\"" + anchor + "\"" + looks, words);
}

std::string bar_at(const std::string& style, double x, double y, double width, double height, const std::string& said) {
  return "<rect class=\"" + style + "\"" + place("x", x) + place("y", y) + place("width", std::max(0.0, width)) +
         place("height", std::max(0.0, height)) + "><title>" + html_escaped(said) + "</title></rect>";
}

std::string stroke(const char* style, double x1, double y1, double x2, double y2) {
  return std::string("<line class=\"") + style + "\"" + place("x1", x1) + place("y1", y1) + place("x2", x2) +
         place("y2", y2) + "/>";
}

std::string drawing(const char* style, double width, double height, const Words& title, const std::string& content) {
  return std::string("<svg class=\"") + style + "\" viewBox=\"0 0 " + fixed(width, 0) + " " + fixed(height, 0) +
         "\" role=\"img\" aria-label=\"" +
         html_escaped(title.same() ? title.english : title.english + " / " + title.korean) + "\">" +
         words_at(0, 14, "start", cut(title, kMostTitleLetters), true) + content + "</svg>\n";
}

double total_of(const Bar& bar) { return std::accumulate(bar.values.begin(), bar.values.end(), 0.0); }

double most_of(const std::vector<Bar>& bars) {
  double most = 0;
  for (const Bar& bar : bars) most = std::max(most, total_of(bar));
  return most;
}

std::string name_said(const Bar& bar) {
  const Words said = bar.label + bar.tail + ": " + bar.said;
  return said.same() ? said.english : said.english + " / " + said.korean;
}

std::string series(std::size_t number) { return "s" + std::to_string(number % 4); }

std::string legend_at(double y, const std::vector<Words>& legend) {
  std::string content;
  for (std::size_t i = 0; i < legend.size(); ++i) {
    const double x = 44 + 120.0 * double(i);
    content += bar_at(series(i), x, y - 9, 10, 10, "") + words_at(x + 15, y, "start", legend[i]);
  }
  return content;
}

}  // namespace

std::string lying_bars(const Words& title, const std::vector<Bar>& bars, double full) {
  constexpr double kWidth = 490, kLeft = 206, kRoom = 164, kStep = 19, kTop = 26;
  if (bars.empty()) return {};
  const double most = std::max({full, most_of(bars), 1e-9});
  std::string content;
  double y = kTop;
  for (const Bar& bar : bars) {
    content += words_at(kLeft - 6, y + 12, "end", label_of(bar));
    content += bar_at("track", kLeft, y + 2, kRoom, kStep - 6, name_said(bar));
    double x = kLeft;
    for (std::size_t i = 0; i < bar.values.size(); ++i) {
      const double width = bar.values[i] / most * kRoom;
      content += bar_at(series(i), x, y + 2, width, kStep - 6, name_said(bar));
      x += width;
    }
    content += words_at(kLeft + kRoom + 6, y + 12, "start", bar.said);
    y += kStep;
  }
  return drawing("bars", kWidth, y + 4, title, content);
}

std::string standing_bars(const Words& title, const std::vector<Bar>& bars, const std::vector<Words>& legend) {
  constexpr double kWidth = 700, kHeight = 250, kLeft = 44, kTop = 28, kBottom = 58;
  if (bars.empty()) return {};
  const double most = std::max(most_of(bars), 1e-9);
  const double floor = kHeight - kBottom, room = floor - kTop;
  const double step = std::min(60.0, (kWidth - kLeft) / double(bars.size()));
  std::string content = stroke("grid", kLeft, kTop, kWidth, kTop) +
                        words_at(kLeft - 5, kTop + 4, "end", fixed(most, 0)) +
                        words_at(kLeft - 5, floor + 4, "end", "0");
  const std::size_t between_labels = std::max<std::size_t>(1, (bars.size() + 7) / 8);
  for (std::size_t b = 0; b < bars.size(); ++b) {
    const double x = kLeft + step * double(b);
    double y = floor;
    for (std::size_t i = 0; i < bars[b].values.size(); ++i) {
      const double height = bars[b].values[i] / most * room;
      y -= height;
      content += bar_at(series(i), x + step * 0.1, y, step * 0.8, height, name_said(bars[b]));
    }
    if (b % between_labels == 0) content += words_at(x + step * 0.1, floor + 16, "start", bars[b].label);
  }
  content += stroke("axis", kLeft, floor, kWidth, floor) + legend_at(kHeight - 10, legend);
  return drawing("wide", kWidth, kHeight, title, content);
}

std::string control_plot(const Words& title, const std::vector<ControlMark>& marks, double centre) {
  constexpr double kWidth = 420, kHeight = 190, kLeft = 44, kTop = 28, kBottom = 30;
  if (marks.empty()) return {};
  const double step = (kWidth - kLeft) / double(marks.size());
  const auto up = [&](double share) { return kHeight - kBottom - share * (kHeight - kTop - kBottom); };
  const auto middle = [&](std::size_t i) { return kLeft + step * (double(i) + 0.5); };
  std::string lower, upper, line, dots;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const ControlMark& mark = marks[i];
    const double left = kLeft + step * double(i);
    const auto flat = [&](double share) {
      return fixed(left, 1) + "," + fixed(up(share), 1) + " " + fixed(left + step, 1) + "," + fixed(up(share), 1) + " ";
    };
    lower += flat(mark.lower);
    upper += flat(mark.upper);
    line += fixed(middle(i), 1) + "," + fixed(up(mark.share), 1) + " ";
    dots += std::string("<circle class=\"dot") + (mark.is_outside ? " outside" : "") + "\"" + place("cx", middle(i)) +
            place("cy", up(mark.share)) + (mark.is_outside ? " r=\"4.5\"" : " r=\"3\"") + "><title>" +
            html_escaped(mark.said) + "</title></circle>";
  }
  std::string content = words_at(kLeft - 5, up(1) + 4, "end", "100 %") + words_at(kLeft - 5, up(0) + 4, "end", "0 %") +
                        stroke("axis", kLeft, up(0), kWidth, up(0)) +
                        stroke("centre", kLeft, up(centre), kWidth, up(centre));
  content += "<polyline class=\"limit\" points=\"" + lower + "\"/><polyline class=\"limit\" points=\"" + upper + "\"/>";
  content += "<polyline class=\"line\" points=\"" + line + "\"/>" + dots;
  content += words_at(kLeft, kHeight - 10, "start", marks.front().label);
  if (marks.size() > 1) content += words_at(kWidth, kHeight - 10, "end", marks.back().label);
  return drawing("bars", kWidth, kHeight, title, content);
}

}  // namespace jaedan::report
