#include "inference/garments/figures.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace jaedan::inference {
namespace {

constexpr double kLeastFigure = 0.25;  // of the main figure's area
constexpr double kLeastPiece = 0.02;   // of the largest piece's area; smaller ones are noise
constexpr double kAbove = 0.5;         // share of the narrower piece's width that lies above or below the other
constexpr std::size_t kMostFigures = 9;
constexpr double kMargin = 0.05;     // of the box, on each side
constexpr double kLeastSide = 0.15;  // of the photo

// Where something is more likely than nothing.
cv::Mat something(const ClassScores& scores) {
  const std::vector<float> p = probabilities_of(scores);
  cv::Mat mask(scores.height, scores.width, CV_8UC1);
  for (int i = 0; i < mask.rows * mask.cols; ++i) mask.data[i] = p[static_cast<std::size_t>(i)] < 0.5F ? 255 : 0;
  return mask;
}

// A stretch [low, high] of a side, widened by the margin and to the least length, within [0, 1].
std::pair<double, double> widened(double low, double high) {
  const double middle = (low + high) / 2, half = std::max(high - low, kLeastSide) * (0.5 + kMargin);
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

struct Piece {
  int label;
  int area;
  cv::Rect box;
};

// In the order of their labels; without noise.
std::vector<Piece> pieces_of(const cv::Mat& mask, cv::Mat& piece_of) {
  cv::Mat stats, centres;
  const int count = cv::connectedComponentsWithStats(mask, piece_of, stats, centres, 8, CV_32S);
  std::vector<Piece> pieces;
  int largest = 0;
  for (int i = 1; i < count; ++i) {
    const int* row = stats.ptr<int>(i);
    pieces.push_back({i,
                      row[cv::CC_STAT_AREA],
                      {row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]}});
    largest = std::max(largest, pieces.back().area);
  }
  const auto noise = [&](const Piece& piece) { return piece.area < kLeastPiece * largest; };
  pieces.erase(std::remove_if(pieces.begin(), pieces.end(), noise), pieces.end());
  return pieces;
}

struct Figure {
  std::vector<int> pieces;
  int area = 0;
  cv::Rect box;
};

bool is_above_or_below(const cv::Rect& a, const cv::Rect& b) {
  const int shared = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  return shared >= kAbove * std::min(a.width, b.width);
}

// Largest piece first; each joins the first figure that it stands above or below of.
std::vector<Figure> stacked(std::vector<Piece> pieces) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.area > b.area; });
  std::vector<Figure> figures;
  for (const Piece& piece : pieces) {
    auto figure = std::find_if(figures.begin(), figures.end(),
                               [&](const Figure& known) { return is_above_or_below(known.box, piece.box); });
    if (figure == figures.end()) figure = figures.insert(figures.end(), Figure{{}, 0, piece.box});
    figure->pieces.push_back(piece.label);
    figure->area += piece.area;
    figure->box |= piece.box;
  }
  return figures;
}

}  // namespace

Figures find_figures(const ClassScores& scores) {
  Figures figures{scores.width, scores.height, std::vector<std::uint8_t>(std::size_t(scores.width) * scores.height)};
  figures.main_box = {0, 0, 1, 1};
  cv::Mat piece_of;
  std::vector<Piece> pieces = pieces_of(something(scores), piece_of);
  if (pieces.empty()) return figures;
  std::vector<Figure> found = stacked(pieces);
  std::stable_sort(found.begin(), found.end(), [](const Figure& a, const Figure& b) { return a.area > b.area; });
  while (found.size() > 1 && (found.size() > kMostFigures || found.back().area < kLeastFigure * found.front().area)) {
    found.pop_back();
  }
  std::vector<std::uint8_t> figure_of(static_cast<std::size_t>(pieces.back().label) + 1, 0);
  for (std::size_t f = 0; f < found.size(); ++f) {
    for (const int label : found[f].pieces)
      figure_of[static_cast<std::size_t>(label)] = static_cast<std::uint8_t>(f + 1);
  }
  for (int y = 0; y < scores.height; ++y) {
    for (int x = 0; x < scores.width; ++x) {
      const auto label = static_cast<std::size_t>(piece_of.at<int>(y, x));
      if (label < figure_of.size()) figures.of_cell[std::size_t(y) * scores.width + x] = figure_of[label];
    }
  }
  figures.count = static_cast<int>(found.size());
  for (const Figure& figure : found) {
    const cv::Rect& box = figure.box;
    const auto [x0, x1] = widened(double(box.x) / scores.width, double(box.x + box.width) / scores.width);
    const auto [y0, y1] = widened(double(box.y) / scores.height, double(box.y + box.height) / scores.height);
    figures.boxes.push_back({x0, y0, x1 - x0, y1 - y0});
  }
  figures.main_box = figures.boxes.front();
  return figures;
}

int figure_at(const Figures& figures, const Rect& garment) {
  int best = 0;
  double most = 0;
  for (std::size_t i = 0; i < figures.boxes.size(); ++i) {
    const double shared = shared_area(figures.boxes[i], garment);
    if (shared > most) best = static_cast<int>(i) + 1, most = shared;
  }
  return best;
}

ClassScores only_figure(const ClassScores& scores, const Figures& figures, int figure) {
  constexpr float kCertain = 30;
  ClassScores out = scores;
  const std::size_t cells = figures.of_cell.size();
  for (std::size_t i = 0; i < cells; ++i) {
    if (figures.of_cell[i] == figure) continue;
    for (std::size_t c = 0; c < kPixelClassCount; ++c) out.logits[c * cells + i] = c == 0 ? kCertain : 0.0F;
  }
  return out;
}

Rect pixels_of(const Rect& box, int width, int height) {
  const auto clamp = [](double value, int most) { return std::clamp(std::round(value), 0.0, double(most)); };
  const double x = std::min(clamp(box.x * width, width), width - 1.0);
  const double y = std::min(clamp(box.y * height, height), height - 1.0);
  return {x, y, std::max(1.0, clamp(box.right() * width, width) - x),
          std::max(1.0, clamp(box.bottom() * height, height) - y)};
}

FigureFrame frame_of(const Rect& box, int photo_width, int photo_height, InputSize size) {
  const Rect part = pixels_of(box, photo_width, photo_height);
  const double fit = std::min(size.width / part.width, size.height / part.height);
  const int width = std::clamp(static_cast<int>(std::lround(part.width * fit)), 1, size.width);
  const int height = std::clamp(static_cast<int>(std::lround(part.height * fit)), 1, size.height);
  const double left = (size.width - width) / 2, above = (size.height - height) / 2;  // NOLINT(*-integer-division)
  return {size, part, {left, above, double(width), double(height)}};
}

NetworkInput prepare_figure(const ImageView& photo, const FigureFrame& frame) {
  const auto pixels = [](const Rect& r) { return cv::Rect(int(r.x), int(r.y), int(r.width), int(r.height)); };
  const InputSize size = frame.size;
  const cv::Mat whole(photo.height, photo.width, CV_8UC3, const_cast<std::uint8_t*>(photo.rgb));
  const cv::Mat from = whole(pixels(frame.part));
  const cv::Rect place = pixels(frame.place);
  cv::Mat shown(size.height, size.width, CV_8UC3, cv::Scalar(kOutsideRgb[0], kOutsideRgb[1], kOutsideRgb[2])), scaled;
  cv::resize(from, scaled, place.size(), 0, 0, place.width < from.cols ? cv::INTER_AREA : cv::INTER_LINEAR);
  scaled.copyTo(shown(place));
  NetworkInput input{size.width, size.height, std::vector<float>(std::size_t(size.width) * size.height * 3)};
  shown.convertTo(cv::Mat(size.height, size.width, CV_32FC3, input.pixels.data()), CV_32FC3, 1 / 127.5, -1.0);
  return input;
}

}  // namespace jaedan::inference
