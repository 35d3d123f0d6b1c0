#include "app/report/svg_plot.h"

#include <algorithm>
#include <cmath>

#include "app/report/html_text.h"
#include "labeling/base/plural.h"

namespace jaedan::report {
namespace {

constexpr double kWidth = 340, kHeight = 260;
constexpr double kLeft = 52, kRight = 14, kTop = 24, kBottom = 40;

/// A plot's frame: values [x_least, x_most] × [y_least, y_most] onto the paper.
struct Frame {
  double x_least, x_most, y_least, y_most;

  double x(double value) const { return kLeft + (value - x_least) / (x_most - x_least) * (kWidth - kLeft - kRight); }
  double y(double value) const {
    return kHeight - kBottom - (value - y_least) / (y_most - y_least) * (kHeight - kTop - kBottom);
  }
};

std::string number(double value) { return fixed(value, 1); }

std::string attribute(const char* name, double value) { return std::string(" ") + name + "=\"" + number(value) + "\""; }

std::string line(const char* style, double x1, double y1, double x2, double y2) {
  return std::string("<line class=\"") + style + "\"" + attribute("x1", x1) + attribute("y1", y1) +
         attribute("x2", x2) + attribute("y2", y2) + "/>";
}

std::string rectangle(const char* style, double x, double y, double width, double height, const std::string& title) {
  return std::string("<rect class=\"") + style + "\"" + attribute("x", x) + attribute("y", y) +
         attribute("width", width) + attribute("height", std::max(0.0, height)) + "><title>" + html_escaped(title) +
         "</title></rect>";
}

std::string text(double x, double y, const char* anchor, const std::string& words) {
  return "<text" + attribute("x", x) + attribute("y", y) + " text-anchor=\"" + anchor + "\">" + html_escaped(words) +
         "</text>";
}

std::string framed(const std::string& title, const std::string& across, const std::string& content) {
  return "<svg viewBox=\"0 0 " + number(kWidth) + " " + number(kHeight) + "\" role=\"img\" aria-label=\"" +
         html_escaped(title) + "\">" + text(kWidth / 2, 14, "middle", title) + content +
         line("axis", kLeft, kHeight - kBottom, kWidth - kRight, kHeight - kBottom) +
         line("axis", kLeft, kTop, kLeft, kHeight - kBottom) +
         text((kLeft + kWidth - kRight) / 2, kHeight - 6, "middle", across) + "</svg>";
}

std::string tick_across(const Frame& frame, double value, const std::string& label) {
  return text(frame.x(value), kHeight - kBottom + 15, "middle", label);
}

std::string tick_up(const Frame& frame, double value, const std::string& label) {
  return line("grid", kLeft, frame.y(value), kWidth - kRight, frame.y(value)) +
         text(kLeft - 5, frame.y(value) + 4, "end", label);
}

constexpr double kBinWidth = 1.0 / inference::kScoreBins;

std::string bars(const Frame& frame, const inference::Calibration& calibration,
                 double (*height)(const inference::ScoreBin&)) {
  std::string content;
  for (std::size_t b = 0; b < calibration.bins.size(); ++b) {
    const inference::ScoreBin& bin = calibration.bins[b];
    if (bin.count == 0) continue;
    const double left = frame.x(double(b) * kBinWidth) + 1, right = frame.x(double(b + 1) * kBinWidth) - 1;
    const double top = frame.y(height(bin));
    content += rectangle("bar", left, top, right - left, frame.y(0) - top,
                         counted(bin.count, "garment") + ", mean score " + fixed(bin.mean_score, 2) + ", " +
                             percent(bin.reached) + " held");
  }
  return content;
}

}  // namespace

std::string reliability_diagram(const inference::Calibration& calibration) {
  const Frame frame{0, 1, 0, 1};
  std::string content;
  for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    content += tick_up(frame, tick, percent(tick)) + tick_across(frame, tick, fixed(tick, 2));
  }
  content += bars(frame, calibration, [](const inference::ScoreBin& bin) { return bin.reached; });
  content += line("ideal", frame.x(0), frame.y(0), frame.x(1), frame.y(1));
  for (const inference::ScoreBin& bin : calibration.bins) {
    if (bin.count == 0) continue;
    content += "<circle class=\"dot\"" + attribute("cx", frame.x(bin.mean_score)) +
               attribute("cy", frame.y(bin.reached)) + " r=\"3\"/>";
  }
  return framed("Share that held its score", "score said", content);
}

std::string score_histogram(const inference::Calibration& calibration) {
  int most = 1;
  for (const inference::ScoreBin& bin : calibration.bins) most = std::max(most, bin.count);
  const Frame frame{0, 1, 0, double(most)};
  std::string content = tick_up(frame, 0, "0") + tick_up(frame, most, std::to_string(most));
  for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) content += tick_across(frame, tick, fixed(tick, 2));
  content += bars(frame, calibration, [](const inference::ScoreBin& bin) { return double(bin.count); });
  return framed("Garments by score", "score said", content);
}

std::string curve_plot(const std::string& title, const std::vector<CurvePoint>& points) {
  std::vector<CurvePoint> drawn;
  std::copy_if(points.begin(), points.end(), std::back_inserter(drawn),
               [](const CurvePoint& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
  if (drawn.empty()) return "";
  const auto by_x = [](const CurvePoint& a, const CurvePoint& b) { return a.x < b.x; };
  const auto by_y = [](const CurvePoint& a, const CurvePoint& b) { return a.y < b.y; };
  const auto [left, right] = std::minmax_element(drawn.begin(), drawn.end(), by_x);
  const auto [low, high] = std::minmax_element(drawn.begin(), drawn.end(), by_y);
  Frame frame{left->x, right->x, low->y, high->y};
  const double x_least = frame.x_least, x_most = frame.x_most, y_least = frame.y_least, y_most = frame.y_most;
  if (frame.x_most <= frame.x_least) frame.x_least -= 0.5, frame.x_most += 0.5;
  if (frame.y_most <= frame.y_least) frame.y_least -= 0.5, frame.y_most += 0.5;
  std::string content = tick_up(frame, y_least, fixed(y_least)) + tick_across(frame, x_least, fixed(x_least, 0));
  if (y_most > y_least) content += tick_up(frame, y_most, fixed(y_most));
  if (x_most > x_least) content += tick_across(frame, x_most, fixed(x_most, 0));
  content += "<polyline class=\"line\" points=\"";
  for (const CurvePoint& p : drawn) content += number(frame.x(p.x)) + "," + number(frame.y(p.y)) + " ";
  content += "\"/>";
  if (drawn.size() == 1) {
    content += "<circle class=\"dot\"" + attribute("cx", frame.x(drawn[0].x)) + attribute("cy", frame.y(drawn[0].y)) +
               " r=\"3\"/>";
  }
  return framed(title, "epoch", content);
}

}  // namespace jaedan::report
